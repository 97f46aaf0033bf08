using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace HyperscaleSdk.TestKit.Analyzers;

/// <summary>An additional file that exists in memory only.</summary>
internal sealed class TestAdditionalText(string path, string text) : AdditionalText
{
    public override string Path { get; } = path;

    public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
}
