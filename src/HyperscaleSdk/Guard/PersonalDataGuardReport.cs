namespace HyperscaleSdk;

/// <summary>What the guard found in one request: kinds, actions and counts, never a value.</summary>
public sealed class PersonalDataGuardReport
{
    /// <summary>
    /// The key under which the report stands in the <c>AdditionalProperties</c> of a response (of the first update of a stream, of the generated
    /// embeddings). Nothing stands there when nothing was found.
    /// </summary>
    public const string PropertyName = "HyperscaleSdk.PersonalData";

    internal PersonalDataGuardReport(string provider, string operation, IReadOnlyList<PersonalDataCount> counts)
    {
        Provider = provider;
        Operation = operation;
        Counts = counts;
        foreach (var count in counts)
        {
            Total += count.Count;
        }
    }

    /// <summary>The provider's name, from the client's metadata; <c>unknown</c> when it gives none.</summary>
    public string Provider { get; }

    /// <summary><c>chat</c> or <c>embeddings</c>.</summary>
    public string Operation { get; }

    /// <summary>One entry for each kind and action, in the order of the kinds.</summary>
    public IReadOnlyList<PersonalDataCount> Counts { get; }

    /// <summary>The sum of all counts.</summary>
    public int Total { get; }

    internal PersonalDataCounts? ToCounts() => PersonalDataCounts.Of(Counts);
}
