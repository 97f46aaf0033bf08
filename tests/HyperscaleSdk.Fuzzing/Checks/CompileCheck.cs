using System.Text.RegularExpressions;
using HyperscaleSdk.Generators;
using HyperscaleSdk.TestKit;
using Microsoft.CodeAnalysis;

namespace HyperscaleSdk.Fuzzing.Checks;

/// <summary>The generator itself adds the same files to a compilation, and that compiles without an error or a warning.</summary>
internal static partial class CompileCheck
{
    public static CaseFailure? Run(FuzzInput input, IReadOnlyList<(string Name, string Source)> expected, CancellationToken cancellationToken)
    {
        var spec = SpecText.Spec(input.SpecPath, input.SpecText, Pipeline.ClientName, Pipeline.Namespace, input.BindingPath);
        var run = new GeneratorRun(
            new HyperscaleGenerator(),
            input is { BindingPath: { } path, BindingText: { } text } ? [spec, SpecText.Binding(path, text)] : [spec]).Generate();

        // CS8785: the generator threw, for example for a hint name that Roslyn refuses.
        if (run.Diagnostics.FirstOrDefault(diagnostic => diagnostic.Id.StartsWith("CS", StringComparison.Ordinal)) is { } thrown)
        {
            return new CaseFailure($"compile: {thrown.Id} {Shape(thrown)}", thrown.ToString());
        }

        var files = run.Files;
        if (files.Count != expected.Count || expected.Any(file => !files.TryGetValue(file.Name, out var source) || source != file.Source))
        {
            return new CaseFailure("compile: the generator's files are not the command line's", string.Join('\n', files.Keys.Order(StringComparer.Ordinal)));
        }

        var worst = run.Output.GetDiagnostics(cancellationToken).Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning).OrderByDescending(diagnostic => diagnostic.Severity).FirstOrDefault();
        return worst is null ? null : new CaseFailure($"compile: {worst.Id} {Shape(worst)}", Describe(worst));
    }

    /// <summary>A compiler message with the line that it is about.</summary>
    public static string Describe(Diagnostic diagnostic)
        => diagnostic + (diagnostic.Location.SourceTree is { } tree ? "\n    " + tree.GetText().Lines[diagnostic.Location.GetLineSpan().StartLinePosition.Line].ToString().Trim() : "");

    // Names differ from case to case; the rest of the message does not.
    private static string Shape(Diagnostic diagnostic) => Names().Replace(diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture), "'…'");

    [GeneratedRegex("'[^']*'|\"[^\"]*\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Names();
}
