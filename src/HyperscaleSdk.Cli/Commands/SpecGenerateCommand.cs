using System.CommandLine;
using System.Globalization;
using System.Text;
using HyperscaleSdk.Cli.Output;
using HyperscaleSdk.Cli.Spec;
using HyperscaleSdk.Generators;
using HyperscaleSdk.Specification.Text;

namespace HyperscaleSdk.Cli.Commands;

/// <summary><c>spec generate</c>: writes to disk what the generator adds to a compilation, or interfaces for Refit's generator.</summary>
internal sealed class SpecGenerateCommand(CliConsole console)
{
    private const string DefaultNamespace = "Generated";

    private readonly Argument<string> _spec = new("spec") { Description = "The OpenAPI document, JSON or YAML." };
    private readonly Option<string> _folder = new("--output", "-o") { Description = "The folder that gets the files; made when it is missing.", HelpName = "dir", Required = true };
    private readonly Option<string?> _binding = new("--binding") { Description = "The binding, an overlay beside the document.", HelpName = "file" };
    private readonly Option<string?> _namespace = new("--namespace") { Description = $"Namespace of the clients. Default: {DefaultNamespace}.<client name>.", HelpName = "name" };
    private readonly Option<string?> _modelNamespace = new("--model-namespace") { Description = "Namespace of the models. Default: the clients' own.", HelpName = "name" };
    private readonly Option<string?> _clientName = new("--client-name") { Description = "First part of the clients' names. Default: from the file's or its folder's name.", HelpName = "name" };
    private readonly Option<string> _style = new("--style") { Description = "What is generated: clients, or interfaces for Refit.", DefaultValueFactory = static _ => "client" };
    private readonly Option<bool> _json = new("--json") { Description = "Print one JSON document." };

    public Command Build()
    {
        _style.AcceptOnlyFromAmong("client", "refit");
        var command = new Command("generate", "Makes C# clients from an OpenAPI document.")
        {
            _spec, _folder, _binding, _namespace, _modelNamespace, _clientName, _style, _json,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var request = await ReadAsync(parsed, cancellationToken);
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

    private async Task<SpecRequest> ReadAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var path = parsed.GetRequiredValue(_spec);
        var binding = parsed.GetValue(_binding);

        // Names are made by the same rules as in a build, so that both write the same files.
        var clientName = Generators.Planning.CSharp.Pascal(
            parsed.GetValue(_clientName) is { Length: > 0 } name ? name.Trim() : SpecFiles.NameOf(Path.GetFullPath(path)), "Api");
        return new SpecRequest(
            path,
            await ReadTextAsync(path, cancellationToken),
            binding,
            binding is null ? null : await ReadTextAsync(binding, cancellationToken),
            SpecFiles.Namespace(parsed.GetValue(_namespace)) ?? $"{DefaultNamespace}.{clientName}",
            SpecFiles.Namespace(parsed.GetValue(_modelNamespace)),
            clientName)
        {
            Style = parsed.GetValue(_style) == "refit" ? SpecStyle.Refit : SpecStyle.Client,
        };
    }

    private static async Task<string> ReadTextAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            return await File.ReadAllTextAsync(path, Encoding.UTF8, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new CliException(ExitCodes.Input, $"'{path}' cannot be read. Check that the file exists and may be read.", exception);
        }
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
