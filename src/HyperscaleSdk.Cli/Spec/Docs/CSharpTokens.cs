using System.Text;

namespace HyperscaleSdk.Cli.Spec.Docs;

/// <summary>Cuts C# into words, literals and what stands between them: as much as colouring and linking need.</summary>
internal static class CSharpTokens
{
    private static readonly HashSet<string> Keywords = new(StringComparer.Ordinal)
    {
        "async", "await", "bool", "byte", "decimal", "default", "double", "false", "float", "foreach", "in", "int", "long", "new", "null", "object", "string", "true",
        "using", "var", "void",
    };

    /// <summary>The tokens, in order; put together they are the text again.</summary>
    public static IEnumerable<CSharpToken> Of(string code)
    {
        var at = 0;
        while (at < code.Length)
        {
            var (kind, end) = Next(code, at);
            yield return new CSharpToken(kind, code[at..end]);
            at = end;
        }
    }

    /// <summary>Replaces names.</summary>
    public static string Rewrite(string code, Func<string, string> name)
    {
        var builder = new StringBuilder(code.Length);
        foreach (var token in Of(code))
        {
            builder.Append(token.Kind is CSharpTokenKind.Name or CSharpTokenKind.Method ? name(token.Text) : token.Text);
        }

        return builder.ToString();
    }

    private static (CSharpTokenKind Kind, int End) Next(string code, int at)
    {
        if (code[at] == '"')
        {
            return (CSharpTokenKind.Literal, EndOfLiteral(code, at));
        }

        if (code.AsSpan(at).StartsWith("//"))
        {
            var end = code.IndexOf('\n', at);
            return (CSharpTokenKind.Comment, end < 0 ? code.Length : end);
        }

        var length = 0;
        var isWord = IsWord(code[at]);
        while (at + length < code.Length && IsWord(code[at + length]) == isWord && (isWord || !Starts(code, at + length)))
        {
            length++;
        }

        if (!isWord)
        {
            return (CSharpTokenKind.Other, at + Math.Max(length, 1));
        }

        var word = code.Substring(at, length);
        return (Keywords.Contains(word) ? CSharpTokenKind.Keyword
            : char.IsAsciiDigit(word[0]) ? CSharpTokenKind.Literal
            : at + length < code.Length && code[at + length] == '(' ? CSharpTokenKind.Method
            : CSharpTokenKind.Name, at + length);
    }

    private static bool Starts(string code, int at) => code[at] == '"' || code.AsSpan(at).StartsWith("//");

    private static int EndOfLiteral(string code, int start)
    {
        for (var i = start + 1; i < code.Length; i++)
        {
            if (code[i] == '\\')
            {
                i++;
            }
            else if (code[i] == '"')
            {
                return i + 1;
            }
        }

        return code.Length;
    }

    private static bool IsWord(char c) => char.IsLetterOrDigit(c) || c == '_';
}
