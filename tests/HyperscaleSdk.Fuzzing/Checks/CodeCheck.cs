using System.Text;
using HyperscaleSdk.Fuzzing.Mutations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace HyperscaleSdk.Fuzzing.Checks;

/// <summary>A generated file has a name that is safe everywhere, and is C# in which no text of the document became code.</summary>
internal static class CodeCheck
{
    // The common limit of file systems, less what the generator and the compiler put before and behind.
    private const int LongestFileName = 240;

    private static readonly CSharpParseOptions Options = new(LanguageVersion.CSharp13, DocumentationMode.Diagnose);

    /// <summary>Checks the names of files.</summary>
    public static CaseFailure? CheckNames(IReadOnlyList<(string Name, string Source)> files)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, _) in files)
        {
            if (ProblemOfName(name, taken) is { } problem)
            {
                return new CaseFailure("file name: " + problem, name);
            }
        }

        return null;
    }

    /// <summary>Checks the code of files.</summary>
    public static CaseFailure? Run(IReadOnlyList<(string Name, string Source)> files, CancellationToken cancellationToken)
        => files.Select(file => Parse(file.Name, file.Source, cancellationToken)).FirstOrDefault(failure => failure is not null);

    private static string? ProblemOfName(string name, HashSet<string> taken)
    {
        if (!taken.Add(name))
        {
            return "taken twice";
        }

        if (!name.All(c => c is '.' or '_' || char.IsLetterOrDigit(c)))
        {
            return "unsafe character";
        }

        return Encoding.UTF8.GetByteCount(name) > LongestFileName ? "too long for a file system" : null;
    }

    private static CaseFailure? Parse(string name, string source, CancellationToken cancellationToken)
    {
        var tree = CSharpSyntaxTree.ParseText(source, Options, name + ".cs", cancellationToken: cancellationToken);
        var root = tree.GetRoot(cancellationToken);
        if (source.Contains(Awkward.Canary, StringComparison.Ordinal)
            && root.DescendantTokens().FirstOrDefault(token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == Awkward.Canary) is { RawKind: not 0 } token)
        {
            return new CaseFailure("text became code", name + ": " + tree.GetText(cancellationToken).Lines.GetLineFromPosition(token.SpanStart));
        }

        return tree.GetDiagnostics(cancellationToken).FirstOrDefault() is { } diagnostic ? new CaseFailure($"syntax: {diagnostic.Id}", CompileCheck.Describe(diagnostic))
            : root.ContainsSkippedText ? new CaseFailure("syntax: skipped text", name)
            : null;
    }
}
