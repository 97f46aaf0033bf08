using System;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>A <c>Span&lt;char&gt;</c> of a text that is being tried: a part of an array, written in place. A span that is only read is a string there.</summary>
internal sealed class TrialSpan(char[] characters, int start, int length)
{
    private readonly char[] _characters = start >= 0 && length >= 0 && start + length <= characters.Length ? characters : throw new ArgumentOutOfRangeException(nameof(start));
    private readonly int _start = start;

    public int Length { get; } = length;

    public char this[int index]
    {
        get => _characters[At(index)];
        set => _characters[At(index)] = value;
    }

    public TrialSpan Slice(int start, int length) =>
        start >= 0 && length >= 0 && start + length <= Length ? new(_characters, _start + start, length) : throw new ArgumentOutOfRangeException(nameof(start));

    public TrialSpan Fill(char character)
    {
        for (var i = 0; i < Length; i++)
        {
            this[i] = character;
        }

        return this;
    }

    public TrialSpan Write(string text)
    {
        if (text.Length > Length)
        {
            throw new ArgumentException("The text is longer than its target.", nameof(text));
        }

        for (var i = 0; i < text.Length; i++)
        {
            this[i] = text[i];
        }

        return this;
    }

    public override string ToString() => new(_characters, _start, Length);

    private int At(int index) => index >= 0 && index < Length ? _start + index : throw new ArgumentOutOfRangeException(nameof(index));
}
