using System.CommandLine;
using System.Globalization;
using HyperscaleSdk.Cli.Output;
using HyperscaleSdk.Cli.Spec;
using HyperscaleSdk.Generators;
using HyperscaleSdk.Specification.Text;

namespace HyperscaleSdk.Cli.Commands;

/// <summary><c>spec generate</c>: writes to disk what the generator adds to a compilation, or interfaces for Refit's generator.</summary>
internal sealed class SpecGenerateCommand(CliConsole console)
{
    private readonly SpecOptions _spec = new();
    private readonly Option<string> _folder = new("--output", "-o") { Description = "The folder that gets the files; made when it is missing.", HelpName = "dir", Required = true };
    private readonly Option<string> _style = new("--style") { Description = "What is generated: clients, or interfaces for Refit.", DefaultValueFactory = static _ => "client" };
    private readonly Option<bool> _json = new("--json") { Description = "Print one JSON document." };

    public Command Build()
    {
        _style.AcceptOnlyFromAmong("client", "refit");
        var command = new Command("generate", "Makes C# clients from an OpenAPI document.")
        {
            _folder, _style, _json,
        };
        _spec.AddTo(command);
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var request = await _spec.ReadAsync(parsed, cancellationToken) with
        {
            Style = string.Equals(parsed.GetValue(_style), "refit", StringComparison.Ordinal) ? SpecStyle.Refit : SpecStyle.Client,
        };
        var outcome = SpecCompiler.Compile(request, cancellationToken);
        var path = parsed.GetRequiredValue(_folder);
        var folder = new SpecFolder(path, request.ClientName);
        if (outcome.Plan is { } plan)
        {
            Directory.CreateDirectory(path);
            foreach (var (name, source) in SpecEmitter.Emit(plan, request.Style))
            {
                await folder.WriteAsync(name, source, cancellationToken);
            }

            folder.RemoveStale();
        }

        foreach (var diagnostic in outcome.Diagnostics)
        {
            await console.Error.WriteLineAsync(SpecDiagnosticText.Line(diagnostic));
        }

        if (parsed.GetValue(_json))
        {
            WriteJson(folder, outcome);
        }
        else if (outcome.Plan is not null)
        {
            await console.Out.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"{folder.Files.Count} files in {TerminalText.OneLine(path)} ({folder.Files.Count - folder.Unchanged} written, {folder.Unchanged} unchanged, {folder.Removed} stale ones removed)"));
        }

        return outcome.Diagnostics.Any(diagnostic => diagnostic.Severity == SpecSeverity.Error) ? ExitCodes.Findings : ExitCodes.Ok;
    }

    private void WriteJson(SpecFolder folder, SpecOutcome outcome) => JsonOutput.Write(console.Out, json =>
    {
        json.WriteStartArray("files");
        foreach (var file in folder.Files)
        {
            json.WriteStringValue(file);
        }

        json.WriteEndArray();
        json.WriteNumber("unchanged", folder.Unchanged);
        json.WriteNumber("removed", folder.Removed);
        json.WriteStartArray("diagnostics");
        foreach (var diagnostic in outcome.Diagnostics)
        {
            SpecDiagnosticText.Write(json, diagnostic);
        }

        json.WriteEndArray();
    });
}
