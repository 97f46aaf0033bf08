using System.CommandLine;
using System.Text;
using HyperscaleSdk.Generators;

namespace HyperscaleSdk.Cli.Commands;

/// <summary>The document and the names that every command which compiles one takes.</summary>
internal sealed class SpecDocumentOptions
{
    private const string DefaultNamespace = "Generated";

    private readonly Argument<string> _spec = new("spec") { Description = "The OpenAPI document, JSON or YAML." };
    private readonly Option<string?> _binding = new("--binding") { Description = "The binding, an overlay beside the document.", HelpName = "file" };
    private readonly Option<string?> _namespace = new("--namespace") { Description = $"Namespace of the clients. Default: {DefaultNamespace}.<client name>.", HelpName = "name" };
    private readonly Option<string?> _modelNamespace = new("--model-namespace") { Description = "Namespace of the models. Default: the clients' own.", HelpName = "name" };
    private readonly Option<string?> _clientName = new("--client-name") { Description = "First part of the clients' names. Default: from the file's or its folder's name.", HelpName = "name" };

    public void AddTo(Command command)
    {
        command.Add(_spec);
        command.Add(_binding);
        command.Add(_namespace);
        command.Add(_modelNamespace);
        command.Add(_clientName);
    }

    /// <summary>Reads the files that the command line names.</summary>
    /// <exception cref="CliException">A file cannot be read.</exception>
    public async Task<SpecRequest> ReadAsync(ParseResult parsed, CancellationToken cancellationToken)
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
            clientName);
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
}
