namespace HyperscaleSdk.Recognition;

/// <summary>Names and sensitive facts behind a label with a colon or an equals sign.</summary>
internal static class LabelledValue
{
    private const int LongestValue = 40;

    private static readonly string[] Nothing = ["null", "none", "n/a", "na", "없음", "해당없음", "해당 없음", "미상", "미입력", "비공개", "string", "undefined", "unknown", "true", "false"];

    /// <param name="text">The text behind the last match.</param>
    /// <param name="sign">Index of the colon or equals sign.</param>
    public static PersonalDataMatch? Find(ReadOnlySpan<char> text, int sign)
    {
        if (TextFold.At(text, sign + 1) is '=' or ':' or '>' || TextFold.At(text, sign - 1) is '=' or ':' or '!' or '<' or '>')
        {
            return null;
        }

        var labelEnd = LabelEnd(text, sign);
        return ValueLabels.Table.CanEndBefore(text, labelEnd) ? Behind(text, sign, labelEnd) : null;
    }

    private static PersonalDataMatch? Behind(ReadOnlySpan<char> text, int sign, int labelEnd)
    {
        Span<char> buffer = stackalloc char[LabelWindow.Reach];
        var window = LabelWindow.Before(text, labelEnd, buffer);
        if (window.Length == 0 || !ValueLabels.Table.TryMatch(window, window.Length, out var label, out var labelStart) || label.Kind is not { } kind)
        {
            return null;
        }

        var start = ValueStart(text, sign + 1);
        if (kind == PersonalDataKind.Name)
        {
            return PersonName.At(text, start, label.Confidence == PersonalDataConfidence.Weak, labelStart > 0 && !window.IsBreak(labelStart));
        }

        var end = ValueEnd(text, start);
        return end > start && IsSomething(text.Slice(start, end - start)) ? new(kind, start, end - start, label.Confidence) : null;
    }

    // "name" : …, **성명**: …
    private static int LabelEnd(ReadOnlySpan<char> text, int sign)
    {
        var end = sign;
        while (sign - end < 4 && TextFold.At(text, end - 1) is ' ' or '"' or '\'' or '*' or '`' or '\\')
        {
            end--;
        }

        return end;
    }

    private static int ValueStart(ReadOnlySpan<char> text, int position)
    {
        var start = position;
        while (start - position < 4 && TextFold.At(text, start) is ' ' or '"' or '\'' or '*' or '`' or '\\' or '“')
        {
            start++;
        }

        return start;
    }

    private static int ValueEnd(ReadOnlySpan<char> text, int start)
    {
        var end = start;
        while (end < text.Length && end - start < LongestValue && !IsDelimiter(text, end))
        {
            end++;
        }

        while (end > start && TextFold.At(text, end - 1) is ' ' or '.' or '\\' or '*')
        {
            end--;
        }

        return end;
    }

    private static bool IsDelimiter(ReadOnlySpan<char> text, int index) => TextFold.At(text, index) switch
    {
        ',' or ';' or '|' or '\n' or '\r' or '\t' or '"' or '\'' or '{' or '}' or '[' or ']' or '<' or '>' or '&' or '`' or ':' or '=' or '”' => true,
        ' ' => TextFold.At(text, index + 1) is ' ' or '/' or '-' or '(' or '|',
        '.' => TextFold.At(text, index + 1) is ' ' or '\n' or '\0',
        _ => false,
    };

    private static bool IsSomething(ReadOnlySpan<char> value)
    {
        foreach (var nothing in Nothing)
        {
            if (value.Equals(nothing.AsSpan(), StringComparison.OrdinalIgnoreCase))
            {
                return false;
            }
        }

        for (var i = 0; i < value.Length; i++)
        {
            if (TextFold.IsHangul(value[i]) || TextFold.IsAsciiLetter(value, i))
            {
                return true;
            }
        }

        return false;
    }
}
