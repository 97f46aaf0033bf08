using System.CommandLine;
using System.Globalization;
using System.Text;
using HyperscaleSdk.Cli.Output;
using HyperscaleSdk.Cli.Spec;
using HyperscaleSdk.Generators;
using HyperscaleSdk.Specification.Text;

namespace HyperscaleSdk.Cli.Commands;

/// <summary><c>spec lint</c>: what a provider should fix in a document so that a good SDK comes out.</summary>
internal sealed class SpecLintCommand(CliConsole console)
{
    private const string StandardOutput = "-";

    private readonly SpecOptions _spec = new(withNames: false);
    private readonly Option<bool> _json = new("--json") { Description = "Print one JSON document." };
    private readonly Option<string?> _sarif = new("--sarif") { Description = "Write SARIF 2.1.0 to a file, or with '-' to standard output instead of text.", HelpName = "file|-" };
    private readonly Option<string> _severity = new("--severity") { Description = "The least severity that is shown: info, warning or error.", DefaultValueFactory = static _ => "info" };
    private readonly Option<string> _failOn = new("--fail-on") { Description = "The least severity that makes the exit code 1: error, warning, info or never.", DefaultValueFactory = static _ => "warning" };
    private readonly Option<bool> _all = new("--all") { Description = "Show every finding, not only the first 20 of a rule." };

    public Command Build()
    {
        _severity.AcceptOnlyFromAmong("info", "warning", "error");
        _failOn.AcceptOnlyFromAmong("error", "warning", "info", "never");
        var command = new Command("lint", "Says what to fix in an OpenAPI document for a good SDK.")
        {
            _json, _sarif, _severity, _failOn, _all,
        };
        _spec.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetValue(_json) && string.Equals(result.GetValue(_sarif), StandardOutput, StringComparison.Ordinal))
            {
                result.AddError("'--json' and '--sarif -' both write to standard output. Give '--sarif' a file.");
            }
        });
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var request = await _spec.ReadAsync(parsed, cancellationToken);
        var entries = SpecLint.Run(request, cancellationToken);
        var least = Severity(parsed.GetRequiredValue(_severity)) ?? SpecSeverity.Info;
        var shown = entries.FindAll(entry => entry.Severity >= least);
        var sarif = parsed.GetValue(_sarif);
        if (sarif is not null)
        {
            await WriteSarifAsync(shown, sarif, cancellationToken);
        }

        var text = new LintReport(console, string.Equals(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, "ko", StringComparison.Ordinal));
        if (parsed.GetValue(_json))
        {
            JsonOutput.Write(console.Out, json => LintJson.Write(json, request.Path, entries, shown));
        }
        else if (!string.Equals(sarif, StandardOutput, StringComparison.Ordinal))
        {
            text.Write(shown, parsed.GetValue(_all));
        }

        console.Out.Flush();
        text.WriteSummary(entries, least);
        return Severity(parsed.GetRequiredValue(_failOn)) is { } fatal && entries.Exists(entry => entry.Severity >= fatal) ? ExitCodes.Findings : ExitCodes.Ok;
    }

    private async Task WriteSarifAsync(IReadOnlyList<LintEntry> entries, string target, CancellationToken cancellationToken)
    {
        var version = typeof(SpecLintCommand).Assembly.GetName().Version?.ToString(3) ?? "0.0.0";
        var log = LintSarif.Write(entries, Directory.GetCurrentDirectory(), version);
        if (string.Equals(target, StandardOutput, StringComparison.Ordinal))
        {
            await console.Out.WriteAsync(log);
            return;
        }

        try
        {
            await File.WriteAllTextAsync(target, log, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new CliException(ExitCodes.Input, $"'{target}' cannot be written. Check that its folder exists and may be written to.", exception);
        }
    }

    private static SpecSeverity? Severity(string name) => name switch
    {
        "info" => SpecSeverity.Info,
        "warning" => SpecSeverity.Warning,
        "error" => SpecSeverity.Error,
        _ => null,
    };
}
