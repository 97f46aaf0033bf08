using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>
/// The members of the runtime that masks are written with, on the values of a trial: int, bool, char, string (also for spans that
/// are only read), <see cref="TrialSpan"/>, char[], object[] for other sequences, StringBuilder, and functions.
/// </summary>
internal static class TextTrialLibrary
{
    // Of one replacement by a pattern of the project.
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(200);

    /// <summary>No text of a trial grows longer.</summary>
    public const int LongestText = 4096;

    /// <exception cref="NotSupportedException">The member is not known here.</exception>
    public static object? Call(string type, string name, object? on, object?[] arguments) => (type, on) switch
    {
        ("String", string text) => OfText(text, name, arguments),
        ("String", null) => OfStringType(name, arguments),
        ("MemoryExtensions" or "ReadOnlySpan" or "Span", string text) => OfReadSpan(text, name, arguments),
        ("MemoryExtensions" or "Span", TrialSpan span) => OfSpan(span, name, arguments),
        ("MemoryExtensions", char[] characters) when name is "AsSpan" => Part(new TrialSpan(characters, 0, characters.Length), arguments),
        ("StringBuilder", StringBuilder builder) => OfBuilder(builder, name, arguments),
        ("List", List<object?> list) => OfList(list, name, arguments),
        ("Enumerable", _) => OfSequence(on, name, arguments),
        ("Char", _) => OfCharacter(name, on is char ? [on, .. arguments] : arguments),
        ("Int32", int number) when name is "ToString" && arguments.Length == 0 => Text(number),
        ("Regex", null) when name is "Replace" && Counted(arguments) is (3, string text, string pattern, string replacement, _) => Regex.Replace(text, pattern, replacement, RegexOptions.None, Longest),
        ("Math", _) => OfNumbers(name, arguments),
        ("Array", _) => OfArrays(name, arguments),
        _ => throw Unknown(name),
    };

    public static string Text(object? value) => value switch
    {
        null => string.Empty,
        string text => text,
        char character => character.ToString(),
        int number => number.ToString(CultureInfo.InvariantCulture),
        StringBuilder or TrialSpan or bool => value.ToString(),
        _ => throw Unknown(nameof(Text)),
    };

    public static object?[] Sequence(object? value) => value switch
    {
        string text => [.. text.Cast<object?>()],
        char[] characters => [.. characters.Cast<object?>()],
        object?[] values => values,
        List<object?> list => [.. list],
        TrialSpan span => [.. span.ToString().Cast<object?>()],
        _ => throw Unknown(nameof(Sequence)),
    };

    public static int Checked(int length) => length is >= 0 and <= LongestText ? length : throw new ArgumentOutOfRangeException(nameof(length));

    public static NotSupportedException Unknown(string name) => new(name);

    /// <summary>Arguments with their number, to be matched by their types.</summary>
    public static (int Count, object? First, object? Second, object? Third, object? Fourth) Counted(object?[] arguments) =>
        (arguments.Length, arguments.ElementAtOrDefault(0), arguments.ElementAtOrDefault(1), arguments.ElementAtOrDefault(2), arguments.ElementAtOrDefault(3));

    /// <summary>As <c>new string(...)</c>.</summary>
    public static string NewText(object?[] arguments) => Counted(arguments) switch
    {
        (2, char character, int count, _, _) => new string(character, Checked(count)),
        (3, char[] characters, int start, int length, _) => new string(characters, start, length),
        (1, { } characters, _, _, _) => Joined(characters),
        _ => throw Unknown(nameof(NewText)),
    };

    private static string Joined(object? value) => value is char[] or object?[] or List<object?> ? string.Concat(Sequence(value).Select(Text)) : Text(value);

    private static object? OfText(string text, string name, object?[] arguments) => (name, Counted(arguments)) switch
    {
        ("Substring" or "Slice" or "AsSpan", (1, int start, _, _, _)) => text.Substring(start),
        ("Substring" or "Slice" or "AsSpan", (2, int start, int length, _, _)) => text.Substring(start, length),
        ("Remove", (1, int start, _, _, _)) => text.Remove(start),
        ("Remove", (2, int start, int count, _, _)) => text.Remove(start, count),
        ("Insert", (2, int start, string inserted, _, _)) => text.Insert(start, inserted),
        ("Replace", (2, char old, char changed, _, _)) => text.Replace(old, changed),
        ("Replace", (2, string old, var changed, _, _)) => text.Replace(old, Text(changed)),
        ("PadLeft", (1, int width, _, _, _)) => text.PadLeft(Checked(width)),
        ("PadLeft", (2, int width, char character, _, _)) => text.PadLeft(Checked(width), character),
        ("PadRight", (1, int width, _, _, _)) => text.PadRight(Checked(width)),
        ("PadRight", (2, int width, char character, _, _)) => text.PadRight(Checked(width), character),
        ("IndexOf", (1, char sought, _, _, _)) => text.IndexOf(sought),
        ("IndexOf", (2, char sought, int start, _, _)) => text.IndexOf(sought, start),
        ("IndexOf", (1, string sought, _, _, _)) => text.IndexOf(sought, StringComparison.Ordinal),
        ("IndexOf", (2, string sought, int start, _, _)) => text.IndexOf(sought, start, StringComparison.Ordinal),
        ("LastIndexOf", (1, char sought, _, _, _)) => text.LastIndexOf(sought),
        ("LastIndexOf", (1, string sought, _, _, _)) => text.LastIndexOf(sought, StringComparison.Ordinal),
        ("Contains", (1, char or string, _, _, _)) => text.IndexOf(Text(arguments[0]), StringComparison.Ordinal) >= 0,
        ("StartsWith", (1, char or string, _, _, _)) => text.StartsWith(Text(arguments[0]), StringComparison.Ordinal),
        ("EndsWith", (1, char or string, _, _, _)) => text.EndsWith(Text(arguments[0]), StringComparison.Ordinal),
        ("Split", (1, char or string, _, _, _)) => text.Split([Text(arguments[0])], StringSplitOptions.None),
        ("Split", (2, char or string, StringSplitOptions options, _, _)) => text.Split([Text(arguments[0])], options),
        ("Split", (1, char[] separators, _, _, _)) => text.Split(separators),
        ("Trim", (0, _, _, _, _)) => text.Trim(),
        ("Trim", (1, char trimmed, _, _, _)) => text.Trim(trimmed),
        ("TrimStart", (0, _, _, _, _)) => text.TrimStart(),
        ("TrimEnd", (0, _, _, _, _)) => text.TrimEnd(),
        ("ToCharArray", (0, _, _, _, _)) => text.ToCharArray(),
        ("ToString" or "ToUpper" or "ToLower" or "ToUpperInvariant" or "ToLowerInvariant" or "Normalize", (0, _, _, _, _)) => name.StartsWith("ToU", StringComparison.Ordinal) ? text.ToUpperInvariant()
            : name.StartsWith("ToL", StringComparison.Ordinal) ? text.ToLowerInvariant() : text,
        ("Equals", (1, string other, _, _, _)) => string.Equals(text, other, StringComparison.Ordinal),
        _ => throw Unknown(name),
    };

    private static object? OfStringType(string name, object?[] arguments) => (name, Counted(arguments)) switch
    {
        ("IsNullOrEmpty", (1, var text, _, _, _)) => Text(text).Length == 0,
        ("IsNullOrWhiteSpace", (1, var text, _, _, _)) => string.IsNullOrWhiteSpace(Text(text)),
        ("Concat", _) => string.Concat(arguments.Select(Joined)),
        ("Join", (2, var separator, var values, _, _)) => string.Join(Text(separator), Sequence(values).Select(Text)),
        ("Equals", (2, var one, var other, _, _)) => string.Equals(Text(one), Text(other), StringComparison.Ordinal),
        ("Create", (3, int length, var state, Func<object?[], object?> fill, _)) => Created(new char[Checked(length)], state, fill),
        _ => throw Unknown(name),
    };

    private static string Created(char[] characters, object? state, Func<object?[], object?> fill)
    {
        fill([new TrialSpan(characters, 0, characters.Length), state]);
        return new string(characters);
    }

    private static object? OfReadSpan(string text, string name, object?[] arguments) => (name, Counted(arguments)) switch
    {
        ("AsSpan", (0, _, _, _, _)) => text,
        ("CopyTo", (1, TrialSpan target, _, _, _)) => target.Write(text),
        ("CopyTo", (1, char[] target, _, _, _)) => new TrialSpan(target, 0, target.Length).Write(text),
        ("ToArray", (0, _, _, _, _)) => text.ToCharArray(),
        ("IndexOf" or "LastIndexOf" or "Trim" or "StartsWith" or "EndsWith" or "Contains" or "Slice" or "AsSpan" or "ToString", _) => OfText(text, name, arguments),
        _ => throw Unknown(name),
    };

    private static object? OfSpan(TrialSpan span, string name, object?[] arguments) => (name, Counted(arguments)) switch
    {
        ("Slice", _) => Part(span, arguments),
        ("Fill", (1, char character, _, _, _)) => span.Fill(character),
        ("Clear", (0, _, _, _, _)) => span.Fill('\0'),
        _ => OfReadSpan(span.ToString(), name, arguments),
    };

    private static TrialSpan Part(TrialSpan span, object?[] arguments) => Counted(arguments) switch
    {
        (0, _, _, _, _) => span,
        (1, int start, _, _, _) => span.Slice(start, span.Length - start),
        (2, int start, int length, _, _) => span.Slice(start, length),
        _ => throw Unknown(nameof(Part)),
    };

    private static object? OfBuilder(StringBuilder builder, string name, object?[] arguments)
    {
        object? result = (name, Counted(arguments)) switch
        {
            ("Append", (2, char character, int count, _, _)) => builder.Append(character, Checked(count)),
            ("Append", (3, string text, int start, int count, _)) => builder.Append(text, start, count),
            ("Append", (1, var text, _, _, _)) => builder.Append(Joined(text)),
            ("Insert", (2, int start, var text, _, _)) => builder.Insert(start, Joined(text)),
            ("Remove", (2, int start, int count, _, _)) => builder.Remove(start, count),
            ("Replace", (2, char old, char changed, _, _)) => builder.Replace(old, changed),
            ("Replace", (4, char old, char changed, int start, int count)) => builder.Replace(old, changed, start, count),
            ("Replace", (2, string old, string changed, _, _)) => builder.Replace(old, changed),
            ("Clear", (0, _, _, _, _)) => builder.Clear(),
            ("ToString", (0, _, _, _, _)) => builder.ToString(),
            ("ToString", (2, int start, int length, _, _)) => builder.ToString(start, length),
            _ => throw Unknown(name),
        };
        Checked(builder.Length);
        return result;
    }

    private static object? OfList(List<object?> list, string name, object?[] arguments)
    {
        switch (name, Counted(arguments))
        {
            case ("Add", (1, var value, _, _, _)):
                list.Add(value);
                break;
            case ("AddRange", (1, var values, _, _, _)):
                list.AddRange(Sequence(values));
                break;
            case ("Insert", (2, int at, var value, _, _)):
                list.Insert(at, value);
                break;
            case ("RemoveAt", (1, int at, _, _, _)):
                list.RemoveAt(at);
                break;
            case ("Reverse", (0, _, _, _, _)):
                list.Reverse();
                break;
            case ("Clear", (0, _, _, _, _)):
                list.Clear();
                break;
            default:
                return OfSequence(list, name, arguments);
        }

        Checked(list.Count);
        return null;
    }

    private static object? OfSequence(object? on, string name, object?[] arguments) => (name, Counted(arguments)) switch
    {
        ("Repeat", (1, int count, _, _, _)) => Enumerable.Repeat(on, Checked(count)).ToArray(),
        ("Select", (1, Func<object?[], object?> chosen, _, _, _)) => Sequence(on).Select((value, index) => chosen([value, index])).ToArray(),
        ("Where", (1, Func<object?[], object?> chosen, _, _, _)) => Sequence(on).Where((value, index) => chosen([value, index]) is true).ToArray(),
        ("All", (1, Func<object?[], object?> chosen, _, _, _)) => Array.TrueForAll(Sequence(on), value => chosen([value]) is true),
        ("Any", (1, Func<object?[], object?> chosen, _, _, _)) => Array.Exists(Sequence(on), value => chosen([value]) is true),
        ("Count", (1, Func<object?[], object?> chosen, _, _, _)) => Sequence(on).Count(value => chosen([value]) is true),
        ("Count", (0, _, _, _, _)) => Sequence(on).Length,
        ("Take", (1, int count, _, _, _)) => Sequence(on).Take(count).ToArray(),
        ("Skip", (1, int count, _, _, _)) => Sequence(on).Skip(count).ToArray(),
        ("TakeLast", (1, int count, _, _, _)) => Enumerable.Reverse(Sequence(on)).Take(count).Reverse().ToArray(),
        ("SkipLast", (1, int count, _, _, _)) => Enumerable.Reverse(Sequence(on)).Skip(count).Reverse().ToArray(),
        ("Concat", (1, var other, _, _, _)) => Sequence(on).Concat(Sequence(other)).ToArray(),
        ("Reverse", (0, _, _, _, _)) => Enumerable.Reverse(Sequence(on)).ToArray(),
        ("ToArray", (0, _, _, _, _)) => Sequence(on) is var values && Array.TrueForAll(values, value => value is char) ? values.Cast<char>().ToArray() : values.ToArray(),
        _ => throw Unknown(name),
    };

    private static object? OfCharacter(string name, object?[] arguments) => (name, Counted(arguments)) switch
    {
        ("IsDigit" or "IsNumber", (1, char character, _, _, _)) => char.IsDigit(character),
        ("IsAsciiDigit", (1, char character, _, _, _)) => character is >= '0' and <= '9',
        ("IsLetter", (1, char character, _, _, _)) => char.IsLetter(character),
        ("IsLetterOrDigit", (1, char character, _, _, _)) => char.IsLetterOrDigit(character),
        ("IsWhiteSpace", (1, char character, _, _, _)) => char.IsWhiteSpace(character),
        ("IsDigit", (2, string text, int index, _, _)) => char.IsDigit(text, index),
        ("ToString", (1, char character, _, _, _)) => character.ToString(),
        _ => throw Unknown(name),
    };

    private static object? OfNumbers(string name, object?[] arguments) => (name, Counted(arguments)) switch
    {
        ("Min", (2, int one, int other, _, _)) => Math.Min(one, other),
        ("Max", (2, int one, int other, _, _)) => Math.Max(one, other),
        ("Abs", (1, int one and > int.MinValue, _, _, _)) => Math.Abs(one),
        ("Clamp", (3, int value, int least, int most, _)) when least <= most => Math.Min(Math.Max(value, least), most),
        _ => throw Unknown(name),
    };

    private static object? OfArrays(string name, object?[] arguments)
    {
        switch (name, Counted(arguments))
        {
            case ("Fill", (2, char[] characters, char character, _, _)):
                return new TrialSpan(characters, 0, characters.Length).Fill(character);
            case ("Fill", (4, char[] characters, char character, int start, int count)):
                return new TrialSpan(characters, start, count).Fill(character);
            case ("Reverse", (1, char[] characters, _, _, _)):
                Array.Reverse(characters);
                return null;
            default:
                throw Unknown(name);
        }
    }
}
