namespace HyperscaleSdk.Cli.Spec.Docs.Building;

/// <summary>An argument of a generated method.</summary>
/// <param name="Type">Its C# type.</param>
/// <param name="Name">Its C# name.</param>
/// <param name="IsRequired">It has no default.</param>
/// <param name="Doc">Its documentation comment, escaped.</param>
internal sealed record MethodArgument(string Type, string Name, bool IsRequired, string Doc)
{
    public bool IsCancellation => string.Equals(Type, "CancellationToken", StringComparison.Ordinal);
}
