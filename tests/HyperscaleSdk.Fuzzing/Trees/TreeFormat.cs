namespace HyperscaleSdk.Fuzzing.Trees;

/// <summary>How a tree is written.</summary>
/// <param name="IsJson">JSON instead of YAML.</param>
/// <param name="IsIndented">JSON over several lines.</param>
/// <param name="IsAscii">JSON with everything beyond ASCII escaped.</param>
/// <param name="Seed">Decides between equal ways to write one thing in YAML, by the text and not by its place: dropping one part leaves the rest as it was.</param>
internal sealed record TreeFormat(bool IsJson, bool IsIndented, bool IsAscii, int Seed)
{
    public string Extension => IsJson ? ".json" : ".yaml";

    public TreeFormat Other => this with { IsJson = !IsJson };

    public string Write(Tree tree) => IsJson ? JsonTreeWriter.Write(tree, this) : YamlTreeWriter.Write(tree, this);
}
