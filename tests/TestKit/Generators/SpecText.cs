using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace HyperscaleSdk.TestKit;

/// <summary>An additional file that lies in memory.</summary>
public sealed class SpecText(string path, string text) : AdditionalText
{
    private readonly SourceText _text = SourceText.From(text, Encoding.UTF8);

    /// <inheritdoc/>
    public override string Path => path;

    /// <summary>Metadata of the item as MSBuild hands it over, without its prefix.</summary>
    public Dictionary<string, string> Metadata { get; } = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public override SourceText GetText(CancellationToken cancellationToken = default) => _text;

    /// <summary>A document for the generator.</summary>
    public static SpecText Spec(string path, string text, string clientName = "Test", string fileNamespace = "Generated.Test", string? binding = null)
    {
        var file = new SpecText(path, text) { Metadata = { ["SourceItemType"] = "HyperscaleSpec", ["ClientName"] = clientName, ["Namespace"] = fileNamespace } };
        if (binding is not null)
        {
            file.Metadata["Binding"] = binding;
        }

        return file;
    }

    /// <summary>A binding for the generator.</summary>
    public static SpecText Binding(string path, string text) => new(path, text) { Metadata = { ["SourceItemType"] = "HyperscaleBinding" } };
}
