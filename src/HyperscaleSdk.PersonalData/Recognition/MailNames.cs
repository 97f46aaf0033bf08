using static HyperscaleSdk.PersonalDataConfidence;

namespace HyperscaleSdk.Recognition;

/// <summary>Senders that nobody reads, offices that are no person, the domains reserved for examples (RFC 2606), and file names.</summary>
internal static class MailNames
{
    private const int LongestPart = 254;

    private static readonly string[] Nobody = ["noreply", "no-reply", "no_reply", "donotreply", "do-not-reply", "do_not_reply", "mailer-daemon", "postmaster", "bounce", "bounces"];
    private static readonly string[] Offices = ["info", "support", "help", "contact", "sales", "admin", "webmaster", "privacy", "abuse", "security", "hostmaster", "service", "cs"];
    private static readonly string[] Examples = ["example.com", "example.org", "example.net", "example.co.kr", "localhost.localdomain"];
    private static readonly string[] NoDomains = [".example", ".test", ".invalid", ".localhost", ".local", ".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".css", ".js", ".json", ".xml", ".html", ".txt", ".pdf", ".internal"];

    /// <summary>How sure it is that a person reads the mail; null when nobody does.</summary>
    public static PersonalDataConfidence? Judge(ReadOnlySpan<char> local, ReadOnlySpan<char> domain)
    {
        Span<char> buffer = stackalloc char[LongestPart];
        var name = Lower(domain, buffer);
        foreach (var example in Examples)
        {
            if (name.SequenceEqual(example.AsSpan()) || (name.EndsWith(example.AsSpan(), StringComparison.Ordinal) && name[name.Length - example.Length - 1] == '.'))
            {
                return null;
            }
        }

        foreach (var ending in NoDomains)
        {
            if (name.EndsWith(ending.AsSpan(), StringComparison.Ordinal))
            {
                return null;
            }
        }

        name = Lower(local, buffer);
        return IsOneOf(name, Nobody) ? null : IsOneOf(name, Offices) ? Weak : Strong;
    }

    private static bool IsOneOf(ReadOnlySpan<char> name, string[] names)
    {
        foreach (var known in names)
        {
            if (name.SequenceEqual(known.AsSpan()))
            {
                return true;
            }
        }

        return false;
    }

    private static ReadOnlySpan<char> Lower(ReadOnlySpan<char> text, Span<char> buffer)
    {
        for (var i = 0; i < text.Length; i++)
        {
            buffer[i] = TextFold.Lower(TextFold.Fold(text[i]));
        }

        return buffer.Slice(0, text.Length);
    }
}
