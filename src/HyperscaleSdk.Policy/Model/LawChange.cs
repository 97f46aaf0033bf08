namespace HyperscaleSdk.Policies;

/// <summary>A change of the law that a policy has to take into account from its day on.</summary>
/// <param name="Date">The day from which it applies.</param>
/// <param name="English">What changed.</param>
/// <param name="Korean">The same in Korean.</param>
public sealed record LawChange(PolicyDate Date, string English, string Korean);
