namespace HyperscaleSdk.Specification.Text;

/// <summary>The ids of what a reader can say about a text.</summary>
internal static class SpecDiagnosticIds
{
    /// <summary>The text does not follow its format.</summary>
    public const string Unreadable = "HSAI1001";

    /// <summary>A mapping has a key twice.</summary>
    public const string DuplicateKey = "HSAI1002";

    /// <summary>The document is nested or expanded beyond what a description needs.</summary>
    public const string LimitExceeded = "HSAI1003";
}
