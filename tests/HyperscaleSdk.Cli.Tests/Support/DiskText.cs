using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace HyperscaleSdk.Cli.Tests.Support;

/// <summary>A file as the compiler gets it.</summary>
internal sealed class DiskText(string path) : AdditionalText
{
    public override string Path { get; } = path;

    public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(File.ReadAllText(Path));
}
