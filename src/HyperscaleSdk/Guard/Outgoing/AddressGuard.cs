namespace HyperscaleSdk;

/// <summary>Addresses: every segment, parameter and fragment is read unescaped.</summary>
internal static class AddressGuard
{
    // What a part that is replaced counts as in the whole.
    private const string Filler = "\uE000";

    public static Uri Guard(GuardSession session, Uri uri, Place place)
    {
        place = place.In("address");
        var text = uri.IsAbsoluteUri ? uri.AbsoluteUri : uri.OriginalString;
        var pathStart = uri.IsAbsoluteUri ? text.IndexOf(uri.AbsolutePath, Math.Min(text.Length, uri.Scheme.Length + uri.Authority.Length), StringComparison.Ordinal) : 0;
        if (pathStart < 0)
        {
            pathStart = 0;
        }

        // Cut at what separates parts; each part is a text of its own, a parameter's value under its name.
        var guarded = new System.Text.StringBuilder(text.Length);
        guarded.Append(text, 0, pathStart);
        var rest = new System.Text.StringBuilder(Unescaped(text[..pathStart]));
        string? name = null;
        for (var position = pathStart; position < text.Length;)
        {
            var length = text.AsSpan(position).IndexOfAny("/?&;=#");
            var end = length < 0 ? text.Length : position + length;
            var separator = end < text.Length ? text[end] : '\0';
            var part = text[position..end];
            guarded.Append(Part(session, part, name, place));
            rest.Append(session.Finds(Unescaped(part), name) ? Filler : Unescaped(part));
            if (separator != '\0')
            {
                guarded.Append(separator);
                rest.Append(separator);
            }

            name = separator == '=' ? Unescaped(part) : null;
            position = end + 1;
        }

        // Host and user name cannot be replaced, nor what only shows across the parts.
        session.Fixed(rest.ToString(), place);
        var result = guarded.ToString();
        return string.Equals(result, text, StringComparison.Ordinal) ? uri : new Uri(result, UriKind.RelativeOrAbsolute);
    }

    private static string Part(GuardSession session, string part, string? name, Place place)
    {
        var text = Unescaped(part);
        var marked = session.Text(text, place, name, TextForm.Address);
        if (ReferenceEquals(text, marked))
        {
            return part;
        }

        // What was put in is escaped already, the rest has to be again; escapes are kept as they are.
        return Uri.EscapeDataString(marked).Replace("%25", "%", StringComparison.Ordinal);
    }

    private static string Unescaped(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
