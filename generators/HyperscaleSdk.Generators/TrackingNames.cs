namespace HyperscaleSdk.Generators;

/// <summary>Names of the pipeline's steps; tests ask for them by name.</summary>
internal static class TrackingNames
{
    public const string SideFiles = nameof(SideFiles);
    public const string Requests = nameof(Requests);
    public const string Outcomes = nameof(Outcomes);
    public const string Diagnostics = nameof(Diagnostics);
    public const string Models = nameof(Models);
    public const string Operations = nameof(Operations);
    public const string EntryTypes = nameof(EntryTypes);
    public const string Catalog = nameof(Catalog);
}
