namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>Whose an assembly is, by its name.</summary>
internal static class PackageNames
{
    /// <summary>The framework's, Microsoft's or our own: no project of the customer's.</summary>
    public static bool IsFrameworks(string assembly)
    {
        var dot = assembly.IndexOf('.');
        return (dot < 0 ? assembly : assembly.Substring(0, dot)) is "System" or "Microsoft" or "mscorlib" or "netstandard" or "WindowsBase" or "PresentationCore" or "PresentationFramework" or "HyperscaleSdk";
    }
}
