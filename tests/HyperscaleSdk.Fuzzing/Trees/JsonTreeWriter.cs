using System.Globalization;
using System.Text;

namespace HyperscaleSdk.Fuzzing.Trees;

/// <summary>Writes JSON, and the flow style of YAML, which differs by anchors and aliases only.</summary>
internal static class JsonTreeWriter
{
    public static string Write(Tree tree, TreeFormat format)
    {
        var builder = new StringBuilder();
        Append(builder, tree, format, format.IsIndented ? 0 : -1, allowsAnchors: false);
        return builder.ToString();
    }

    /// <param name="builder">Where to write.</param>
    /// <param name="tree">What to write.</param>
    /// <param name="format">How to write text.</param>
    /// <param name="depth">Present indentation; negative for one line.</param>
    /// <param name="allowsAnchors">Whether this is YAML.</param>
    public static void Append(StringBuilder builder, Tree tree, TreeFormat format, int depth, bool allowsAnchors)
    {
        if (allowsAnchors && tree.Anchor is { } anchor)
        {
            builder.Append('&').Append(anchor).Append(' ');
        }

        switch (tree.Kind)
        {
            case TreeKind.Alias when allowsAnchors:
                builder.Append('*').Append(tree.Text).Append(' ');
                break;
            case TreeKind.Null or TreeKind.Alias:
                builder.Append("null");
                break;
            case TreeKind.Boolean or TreeKind.Number:
                builder.Append(tree.Text);
                break;
            case TreeKind.Text:
                AppendString(builder, tree.Text, format.IsAscii);
                break;
            default:
                AppendContainer(builder, tree, format, depth, allowsAnchors);
                break;
        }
    }

    /// <summary>A string in double quotes. Lone surrogates stay as they are unless all is written in ASCII.</summary>
    public static void AppendString(StringBuilder builder, string text, bool isAscii)
    {
        builder.Append('"');
        foreach (var c in text)
        {
            _ = c switch
            {
                '"' => builder.Append("\\\""),
                '\\' => builder.Append("\\\\"),
                '\n' => builder.Append("\\n"),
                _ when c < ' ' || c is '\u007f' or '\u0085' or '\u2028' or '\u2029' or '\uFEFF' || (isAscii && c > '~')
                    => builder.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture)),
                _ => builder.Append(c),
            };
        }

        builder.Append('"');
    }

    private static void AppendContainer(StringBuilder builder, Tree tree, TreeFormat format, int depth, bool allowsAnchors)
    {
        var isMapping = tree.Kind == TreeKind.Mapping;
        var inner = depth < 0 ? depth : depth + 1;
        builder.Append(isMapping ? '{' : '[');
        for (var i = 0; i < tree.ChildCount; i++)
        {
            builder.Append(i > 0 ? "," : "");
            BreakLine(builder, inner);
            if (isMapping)
            {
                AppendString(builder, tree.Members[i].Name, format.IsAscii);
                builder.Append(": ");
            }

            Append(builder, tree.Child(i), format, inner, allowsAnchors);
        }

        if (tree.ChildCount > 0)
        {
            BreakLine(builder, depth);
        }

        builder.Append(isMapping ? '}' : ']');
    }

    private static void BreakLine(StringBuilder builder, int depth)
    {
        if (depth >= 0)
        {
            builder.Append('\n').Append(' ', Math.Min(depth, 60) * 2);
        }
    }
}
