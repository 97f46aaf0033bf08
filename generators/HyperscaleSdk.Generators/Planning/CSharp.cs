using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace HyperscaleSdk.Generators.Planning;

/// <summary>Turns text of a document into C# that can be nothing else: identifiers, literals, comments. The text is untrusted.</summary>
internal static class CSharp
{
    private const int LongestIdentifier = 120;

    private static readonly HashSet<string> Keywords = new(StringComparer.Ordinal)
    {
        "abstract", "as", "base", "bool", "break", "byte", "case", "catch", "char", "checked", "class", "const", "continue", "decimal", "default",
        "delegate", "do", "double", "else", "enum", "event", "explicit", "extern", "false", "finally", "fixed", "float", "for", "foreach", "goto",
        "if", "implicit", "in", "int", "interface", "internal", "is", "lock", "long", "namespace", "new", "null", "object", "operator", "out",
        "override", "params", "private", "protected", "public", "readonly", "ref", "return", "sbyte", "sealed", "short", "sizeof", "stackalloc",
        "static", "string", "struct", "switch", "this", "throw", "true", "try", "typeof", "uint", "ulong", "unchecked", "unsafe", "ushort", "using",
        "virtual", "void", "volatile", "while", "await", "field", "var", "yield", "scoped",
    };

    /// <summary>A string literal.</summary>
    public static string Literal(string text)
    {
        var builder = new StringBuilder(text.Length + 2).Append('"');
        foreach (var c in text)
        {
            switch (c)
            {
                case '"':
                    builder.Append("\\\"");
                    break;
                case '\\':
                    builder.Append("\\\\");
                    break;
                case '\n':
                    builder.Append("\\n");
                    break;
                case '\r':
                    builder.Append("\\r");
                    break;
                case '\t':
                    builder.Append("\\t");
                    break;
                default:
                    if (IsPlain(c))
                    {
                        builder.Append(c);
                    }
                    else
                    {
                        builder.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
                    }

                    break;
            }
        }

        return builder.Append('"').ToString();
    }

    /// <summary>A UTF-8 string literal. Text with a lone surrogate has no UTF-8 form: it becomes the replacement character.</summary>
    public static string Utf8(string text)
        => Literal(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text))) + "u8";

    /// <summary>A PascalCase identifier made of a name in any style; Hangul and other letters stay.</summary>
    public static string Pascal(string name, string fallback)
    {
        var builder = new StringBuilder(name.Length);
        var up = true;
        foreach (var c in name)
        {
            if (IsIdentifierPart(c))
            {
                builder.Append(up ? char.ToUpperInvariant(c) : c);
                up = false;
            }
            else
            {
                up = true;
            }
        }

        // SCREAMING_CASE reads badly as an identifier; a word in capitals (URL, OK) stays.
        if (builder.Length == 0)
        {
            return fallback;
        }

        if (name.IndexOf('_') >= 0 && !HasLower(name))
        {
            return PascalWords(name, fallback);
        }

        return Identifier(builder, fallback);
    }

    /// <summary>A camelCase identifier for a parameter, escaped when it is a keyword.</summary>
    public static string Camel(string name, string fallback)
    {
        var pascal = Pascal(name, fallback);
        var capitals = 0;
        while (capitals < pascal.Length && char.IsUpper(pascal[capitals]))
        {
            capitals++;
        }

        // "ID" -> "id", "URLPath" -> "urlPath", "ModelName" -> "modelName"
        var lower = capitals <= 1 || capitals == pascal.Length ? capitals : capitals - 1;
        var camel = pascal.Substring(0, lower).ToLowerInvariant() + pascal.Substring(lower);
        return Keywords.Contains(camel) ? "@" + camel : camel;
    }

    /// <summary>A description for an XML documentation comment, on one line, without the HTML that many hold.</summary>
    public static string Prose(string? text) => Doc(HtmlText.Plain(text));

    /// <summary>Text for an XML documentation comment, on one line.</summary>
    public static string Doc(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return "";
        }

        var builder = new StringBuilder(text!.Length);
        var space = false;
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c) || char.IsControl(c))
            {
                space = builder.Length > 0;
                continue;
            }

            if (space)
            {
                builder.Append(' ');
                space = false;
            }

            switch (c)
            {
                case '<':
                    builder.Append("&lt;");
                    break;
                case '>':
                    builder.Append("&gt;");
                    break;
                case '&':
                    builder.Append("&amp;");
                    break;
                default:
                    builder.Append(char.IsSurrogate(c) || IsPlain(c) ? c : ' ');
                    break;
            }

            if (builder.Length >= 1000)
            {
                builder.Append('…');
                break;
            }
        }

        return WithoutLoneSurrogates(builder.ToString());
    }

    private static string WithoutLoneSurrogates(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    private static string PascalWords(string name, string fallback)
    {
        var builder = new StringBuilder(name.Length);
        var up = true;
        foreach (var c in name)
        {
            if (!IsIdentifierPart(c) || c == '_')
            {
                up = true;
                continue;
            }

            builder.Append(up ? char.ToUpperInvariant(c) : char.ToLowerInvariant(c));
            up = false;
        }

        return Identifier(builder, fallback);
    }

    // The compiler takes 511 characters; nobody reads that many, and what is made of it gets longer.
    private static string Identifier(StringBuilder letters, string fallback)
    {
        letters.Length = Math.Min(letters.Length, LongestIdentifier);
        return letters.Length == 0 ? fallback : char.IsDigit(letters[0]) ? "_" + letters : letters.ToString();
    }

    private static bool HasLower(string name)
    {
        foreach (var c in name)
        {
            if (char.IsLower(c))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsIdentifierPart(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9')
        || (c > 127 && CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.OtherLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.UppercaseLetter && !char.IsSurrogate(c));

    // Line separators end a C# line; format characters (bidirectional overrides) make code read as something else.
    private static bool IsPlain(char c) => c >= ' ' && c != 0x7f && CharUnicodeInfo.GetUnicodeCategory(c) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);
}
