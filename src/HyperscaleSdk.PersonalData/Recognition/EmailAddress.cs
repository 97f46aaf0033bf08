namespace HyperscaleSdk.Recognition;

/// <summary>E-mail addresses, found from their @.</summary>
internal static class EmailAddress
{
    private const int LongestLocalPart = 64;
    private const int LongestDomain = 253;

    public static PersonalDataMatch? Find(ReadOnlySpan<char> text, int at, int floor)
    {
        var start = at;
        while (start > floor && at - start < LongestLocalPart && IsLocal(TextFold.At(text, start - 1)))
        {
            start--;
        }

        while (start < at && TextFold.At(text, start) is '.' or '-' or '+')
        {
            start++;
        }

        var end = DomainEnd(text, at + 1);
        if (start == at || end < 0 || IsNobody(text, start, at, end))
        {
            return null;
        }

        return new(PersonalDataKind.Email, start, end - start, PersonalDataConfidence.Strong);
    }

    private static int DomainEnd(ReadOnlySpan<char> text, int start)
    {
        var end = start;
        var lastDot = -1;
        while (end - start < LongestDomain && IsDomain(text, end))
        {
            if (TextFold.At(text, end) == '.')
            {
                lastDot = end;
            }

            end++;
        }

        while (end > start && TextFold.At(text, end - 1) is '.' or '-')
        {
            end--;
            lastDot = lastDot == end ? PreviousDot(text, start, end) : lastDot;
        }

        if (lastDot <= start || end - lastDot - 1 < 2)
        {
            return -1;
        }

        for (var i = lastDot + 1; i < end; i++)
        {
            if (!TextFold.IsAsciiLetter(text, i))
            {
                return -1;
            }
        }

        return end;
    }

    private static int PreviousDot(ReadOnlySpan<char> text, int start, int end)
    {
        for (var i = end - 1; i >= start; i--)
        {
            if (TextFold.At(text, i) == '.')
            {
                return i;
            }
        }

        return -1;
    }

    private static bool IsLocal(char value) =>
        value is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '.' or '_' or '%' or '+' or '-';

    private static bool IsDomain(ReadOnlySpan<char> text, int index) =>
        TextFold.IsAsciiLetter(text, index) || TextFold.IsDigit(text, index) || TextFold.At(text, index) is '.' or '-';

    // Senders that nobody reads, and the domains reserved for examples (RFC 2606).
    private static bool IsNobody(ReadOnlySpan<char> text, int start, int at, int end)
    {
        var local = Lower(text.Slice(start, at - start));
        var domain = Lower(text.Slice(at + 1, end - at - 1));
        return local is "noreply" or "no-reply" or "donotreply" or "do-not-reply"
            || domain is "example.com" or "example.org" or "example.net"
            || domain.EndsWith(".example", StringComparison.Ordinal) || domain.EndsWith(".test", StringComparison.Ordinal)
            || domain.EndsWith(".invalid", StringComparison.Ordinal);
    }

    private static string Lower(ReadOnlySpan<char> text)
    {
        Span<char> folded = stackalloc char[LongestDomain + 1];
        for (var i = 0; i < text.Length; i++)
        {
            folded[i] = char.ToLowerInvariant(TextFold.Fold(text[i]));
        }

        return folded.Slice(0, text.Length).ToString();
    }
}
