using System;

namespace HyperscaleSdk.Specification.Text;

/// <summary>Collects the characters of one scalar that is not written as it reads. Reused for the whole document.</summary>
internal sealed class TextBuffer
{
    private char[] _chars = new char[256];

    public int Length { get; private set; }

    public ReadOnlySpan<char> Content => _chars.AsSpan(0, Length);

    public void Clear() => Length = 0;

    public void Append(char c)
    {
        Reserve(1);
        _chars[Length++] = c;
    }

    public void Append(char c, int count)
    {
        Reserve(count);
        _chars.AsSpan(Length, count).Fill(c);
        Length += count;
    }

    public void Append(ReadOnlySpan<char> text)
    {
        Reserve(text.Length);
        text.CopyTo(_chars.AsSpan(Length));
        Length += text.Length;
    }

    /// <summary>Takes white space off the end.</summary>
    /// <param name="floor">The length below which nothing is taken, because it was written as an escape.</param>
    public void TrimBlanks(int floor)
    {
        while (Length > floor && _chars[Length - 1] is ' ' or '\t')
        {
            Length--;
        }
    }

    private void Reserve(int count)
    {
        if (Length + count > _chars.Length)
        {
            Array.Resize(ref _chars, Math.Max(_chars.Length * 2, Length + count));
        }
    }
}
