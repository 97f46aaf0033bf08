using HyperscaleSdk.Fuzzing.Trees;
using HyperscaleSdk.Specification.Text;

namespace HyperscaleSdk.Fuzzing.Documents;

/// <summary>A document that cases start from.</summary>
/// <param name="Name">Path within the repository or the corpus.</param>
/// <param name="Root">The document.</param>
/// <param name="Length">Characters of its text.</param>
/// <param name="Binding">The binding that lies beside it; null for none.</param>
internal sealed record FuzzDocument(string Name, SpecNode Root, int Length, SpecNode? Binding)
{
    /// <summary>Reads a document and the <c>binding.yaml</c> beside it; null when it cannot be read.</summary>
    public static FuzzDocument? Load(string path, string name)
    {
        var text = File.ReadAllText(path);
        var binding = Path.Combine(Path.GetDirectoryName(path)!, "binding.yaml");
        return SpecReader.Read(path, text).Root is not { Kind: SpecNodeKind.Mapping } root
            ? null
            : new FuzzDocument(name, root, text.Length, File.Exists(binding) ? SpecReader.Read(binding, File.ReadAllText(binding)).Root : null);
    }

    public Tree CopyBinding() => TreeReader.Copy(Binding!);
}
