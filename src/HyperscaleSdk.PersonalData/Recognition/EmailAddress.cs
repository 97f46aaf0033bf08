using static HyperscaleSdk.PersonalDataConfidence;

namespace HyperscaleSdk.Recognition;

/// <summary>E-mail addresses, found from their @.</summary>
internal static class EmailAddress
{
    private const int LongestLocalPart = 64;
    private const int LongestDomain = 253;

    public static PersonalDataMatch? Find(ReadOnlySpan<char> text, int at)
    {
        var start = at;
        while (start > 0 && at - start < LongestLocalPart && IsLocal(TextFold.At(text, start - 1)))
        {
            start--;
        }

        while (start < at && TextFold.At(text, start) is '.' or '-' or '+')
        {
            start++;
        }

        var end = DomainEnd(text, at + 1);
        if (start == at || end < 0 || IsUserOfUrl(text, start) || TextFold.At(text, end) is '@' || (TextFold.At(text, end) == ':' && at - start == 3))
        {
            return null;
        }

        return MailNames.Judge(text.Slice(start, at - start), text.Slice(at + 1, end - at - 1)) is { } confidence
            ? new(PersonalDataKind.Email, start, end - start, confidence)
            : null;
    }

    private static int DomainEnd(ReadOnlySpan<char> text, int start)
    {
        var end = start;
        var firstDot = -1;
        var lastDot = -1;
        for (; end - start < LongestDomain && IsDomain(text, end); end++)
        {
            if (TextFold.At(text, end) == '.')
            {
                if (!IsDomain(text, end + 1) || TextFold.At(text, end + 1) is '.' or '-')
                {
                    break;
                }

                firstDot = firstDot < 0 ? end : firstDot;
                lastDot = end;
            }
        }

        while (end > start && TextFold.At(text, end - 1) is '-')
        {
            end--;
        }

        if (lastDot <= start || end - lastDot - 1 < 2 || IsVersion(text, start, firstDot))
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

    // pkg@1.2.3-rc.alpha
    private static bool IsVersion(ReadOnlySpan<char> text, int start, int firstDot)
    {
        for (var i = start; i < firstDot; i++)
        {
            if (!TextFold.IsDigit(text, i))
            {
                return false;
            }
        }

        return TextFold.IsDigit(text, firstDot + 1);
    }

    // https://user:password@host.com
    private static bool IsUserOfUrl(ReadOnlySpan<char> text, int start)
    {
        if (TextFold.At(text, start - 1) is not (':' or '/'))
        {
            return false;
        }

        for (var i = start - 1; i > 1 && start - i < LongestLocalPart && TextFold.At(text, i) > ' ' && TextFold.At(text, i) < 0x80; i--)
        {
            if (TextFold.At(text, i) == '/' && TextFold.At(text, i - 1) == '/' && TextFold.At(text, i - 2) == ':')
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsLocal(char value) => TextFold.IsLatin(value) || value is (>= '0' and <= '9') or '.' or '_' or '%' or '+' or '-';

    private static bool IsDomain(ReadOnlySpan<char> text, int index) =>
        TextFold.IsAsciiLetter(text, index) || TextFold.IsDigit(text, index) || TextFold.At(text, index) is '.' or '-';
}
