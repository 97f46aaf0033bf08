using System.CommandLine;
using HyperscaleSdk.Generators;

namespace HyperscaleSdk.Cli.Spec;

/// <summary>What every command over a document takes: the document, its other files, and the names of what is made of it.</summary>
internal sealed class SpecOptions(bool withNames = true)
{
    private const string DefaultNamespace = "Generated";

    private readonly Argument<string> _spec = new("spec") { Description = "The OpenAPI document, JSON or YAML; or a profile, an overlay that extends one." };
    private readonly Option<string?> _binding = new("--binding") { Description = "The binding, an overlay beside the document.", HelpName = "file" };
    private readonly Option<string[]> _overlays = new("--overlay") { Description = "An OpenAPI overlay that is applied first; may be given several times.", HelpName = "file" };
    private readonly Option<string?> _root = new("--root") { Description = "The folder that references to other files may not leave. Default: the document's own.", HelpName = "dir" };
    private readonly Option<string?> _namespace = new("--namespace") { Description = $"Namespace of the clients. Default: {DefaultNamespace}.<client name>.", HelpName = "name" };
    private readonly Option<string?> _modelNamespace = new("--model-namespace") { Description = "Namespace of the models. Default: the clients' own.", HelpName = "name" };
    private readonly Option<string?> _clientName = new("--client-name") { Description = "First part of the clients' names. Default: from the file's or its folder's name.", HelpName = "name" };

    public void AddTo(Command command)
    {
        command.Add(_spec);
        Option[] files = [_binding, _overlays, _root];
        Option[] names = [_namespace, _modelNamespace, _clientName];
        foreach (var option in withNames ? [.. files, .. names] : files)
        {
            command.Add(option);
        }
    }

    /// <summary>Reads the files that the command line names.</summary>
    /// <exception cref="CliException">A file cannot be read.</exception>
    public async Task<SpecRequest> ReadAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var path = parsed.GetRequiredValue(_spec);
        var binding = parsed.GetValue(_binding);
        var text = await SpecFile.ReadAsync(path, cancellationToken);

        // Names are made by the same rules as in a build, so that both write the same files.
        var clientName = Generators.Planning.CSharp.Pascal(
            parsed.GetValue(_clientName) is { Length: > 0 } name ? name.Trim() : SpecFiles.NameOf(Path.GetFullPath(path)), "Api");
        var overlays = new List<SpecPart>();
        foreach (var overlay in parsed.GetValue(_overlays) ?? [])
        {
            overlays.Add(new SpecPart(overlay, await SpecFile.ReadAsync(overlay, cancellationToken)));
        }

        // A profile is a binding to the document that it extends.
        var bindingText = binding is null ? null : await SpecFile.ReadAsync(binding, cancellationToken);
        if (SpecExtends.Of(path, text, cancellationToken) is { } document)
        {
            if (binding is not null)
            {
                throw new CliException(ExitCodes.Usage, $"'{path}' is a profile, which is its own binding. Leave '--binding' out.");
            }

            // Profiles and their document stand side by side, each in a folder of its own.
            var root = parsed.GetValue(_root) ?? Path.GetDirectoryName(Path.GetDirectoryName(Path.GetFullPath(path)));
            (binding, bindingText) = (path, text);
            text = await new ReferencedFileReader(path, root).ReadExtendedAsync(document, cancellationToken);
            path = document;
        }

        return new SpecRequest(
            path,
            text,
            binding,
            bindingText,
            SpecFiles.Namespace(parsed.GetValue(_namespace)) ?? $"{DefaultNamespace}.{clientName}",
            SpecFiles.Namespace(parsed.GetValue(_modelNamespace)),
            clientName)
        {
            Overlays = new(overlays),
            Parts = new(await new ReferencedFileReader(path, parsed.GetValue(_root)).ReadAsync([text, .. overlays.Select(overlay => overlay.Text!)], cancellationToken)),
        };
    }
}
