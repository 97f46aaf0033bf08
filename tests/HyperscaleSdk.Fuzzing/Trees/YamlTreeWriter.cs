using System.Text;

namespace HyperscaleSdk.Fuzzing.Trees;

/// <summary>Writes YAML in block style, with scalars quoted in all the ways there are and a flow collection here and there.</summary>
internal static class YamlTreeWriter
{
    // An implicit key may have 1024 characters, quotes and escapes included.
    private const int LongestImplicitKey = 150;

    public static string Write(Tree tree, TreeFormat format)
    {
        var builder = new StringBuilder();
        AppendValue(builder, tree, format, depth: 0, isAfterDash: false, isRoot: true);
        return builder.ToString();
    }

    private static void AppendValue(StringBuilder builder, Tree tree, TreeFormat format, int depth, bool isAfterDash, bool isRoot = false)
    {
        if (tree.ChildCount == 0)
        {
            Space(builder, isRoot);
            AppendScalar(builder, tree, format, depth);
            builder.Append('\n');
        }
        else if (Choose(tree.ChildCount.ToString(System.Globalization.CultureInfo.InvariantCulture) + (tree.Members.Count > 0 ? tree.Members[0].Name : ""), format, 12) == 0)
        {
            Space(builder, isRoot);
            JsonTreeWriter.Append(builder, tree, format with { IsAscii = false }, depth: -1, allowsAnchors: true);
            builder.Append('\n');
        }
        else
        {
            if (tree.Anchor is { } anchor)
            {
                Space(builder, isRoot);
                builder.Append('&').Append(anchor);
                isAfterDash = false;
                isRoot = false;
            }

            AppendBlock(builder, tree, format, depth, isAfterDash, isRoot);
        }
    }

    private static void AppendBlock(StringBuilder builder, Tree tree, TreeFormat format, int depth, bool isAfterDash, bool isRoot)
    {
        if (!isAfterDash && !isRoot)
        {
            builder.Append('\n');
        }

        for (var i = 0; i < tree.ChildCount; i++)
        {
            if (i > 0 || !isAfterDash)
            {
                builder.Append(' ', depth * 2);
            }
            else
            {
                builder.Append(' ');
            }

            if (tree.Kind == TreeKind.Sequence)
            {
                builder.Append('-');
                AppendValue(builder, tree.Items[i], format, depth + 1, isAfterDash: true);
            }
            else
            {
                AppendKey(builder, tree.Members[i].Name, format, depth);
                AppendValue(builder, tree.Members[i].Value, format, depth + 1, isAfterDash: false);
            }
        }
    }

    private static void AppendKey(StringBuilder builder, string name, TreeFormat format, int depth)
    {
        if (name.Length > LongestImplicitKey)
        {
            builder.Append("? ");
            JsonTreeWriter.AppendString(builder, name, isAscii: false);
            builder.Append('\n').Append(' ', depth * 2).Append(':');
            return;
        }

        // The merge key is one only without quotes.
        if (name is "<<")
        {
            builder.Append("<<:");
            return;
        }

        AppendText(builder, name, format, depth: -1);
        builder.Append(':');
    }

    private static void AppendScalar(StringBuilder builder, Tree tree, TreeFormat format, int depth)
    {
        if (tree.Kind == TreeKind.Text)
        {
            if (tree.Anchor is { } anchor)
            {
                builder.Append('&').Append(anchor).Append(' ');
            }

            AppendText(builder, tree.Text, format, depth);
        }
        else
        {
            JsonTreeWriter.Append(builder, tree, format, depth: -1, allowsAnchors: true);
        }
    }

    private static void AppendText(StringBuilder builder, string text, TreeFormat format, int depth)
    {
        var choice = Choose(text, format, 4);
        if (choice < 2 && IsSafePlain(text))
        {
            builder.Append(text);
        }
        else if (choice == 2 && IsPrintable(text, allowsBreaks: false))
        {
            builder.Append('\'').Append(text.Replace("'", "''", StringComparison.Ordinal)).Append('\'');
        }
        else if (depth > 0 && choice < 2 && IsLiteral(text))
        {
            builder.Append(text[^1] == '\n' ? "|" : "|-");
            foreach (var line in text.TrimEnd('\n').Split('\n'))
            {
                builder.Append('\n').Append(' ', depth * 2).Append(line);
            }
        }
        else
        {
            JsonTreeWriter.AppendString(builder, text, isAscii: false);
        }
    }

    private static bool IsSafePlain(string text)
        => text.Length > 0 && IsLetter(text[0]) && text.All(c => IsLetter(c) || c is >= '0' and <= '9' or '_' or '.' or '/')
        && text.ToLowerInvariant() is not ("true" or "false" or "null" or "yes" or "no" or "on" or "off" or "y" or "n");

    private static bool IsLetter(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '가' and <= '힣');

    private static bool IsLiteral(string text)
        => text.Length > 1 && text.Contains('\n', StringComparison.Ordinal) && IsPrintable(text, allowsBreaks: true)
        && !text.EndsWith("\n\n", StringComparison.Ordinal) && text.TrimEnd('\n').Split('\n').All(line => line.Length > 0 && line[0] > ' ');

    private static bool IsPrintable(string text, bool allowsBreaks)
        => text.All(c => (allowsBreaks && c == '\n') || (c >= ' ' && c is not ('\u007f' or '\u0085' or '\u2028' or '\u2029' or '\uFEFF') && !char.IsControl(c) && !char.IsSurrogate(c)));

    private static void Space(StringBuilder builder, bool isRoot)
    {
        if (!isRoot)
        {
            builder.Append(' ');
        }
    }

    // The same text is written the same way wherever it stands.
    private static int Choose(string text, TreeFormat format, int ways)
    {
        var hash = format.Seed;
        foreach (var c in text)
        {
            hash = unchecked((hash * 31) + c);
        }

        return (int)((uint)hash % (uint)ways);
    }
}
