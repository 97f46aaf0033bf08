namespace HyperscaleSdk.Cli.Spec.Testing;

/// <summary>What a person reads, in both languages.</summary>
internal sealed record Phrase(string English, string Korean)
{
    public string In(bool isKorean) => isKorean ? Korean : English;
}
