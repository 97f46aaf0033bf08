namespace HyperscaleSdk.Tests.Guard;

/// <summary>A made-up value, and a phrase in which it stands.</summary>
internal sealed record PersonalValue(PersonalDataKind Kind, string Value, string Label)
{
    public string Phrase => Label.Length == 0 ? Value : $"{Label} {Value}";
}
