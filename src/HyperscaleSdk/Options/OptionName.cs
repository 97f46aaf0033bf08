namespace HyperscaleSdk;

/// <summary>What a problem calls an option: its name, and where options came from a configuration section, its key.</summary>
internal static class OptionName
{
    public static string Of(string? section, string name) => section is null ? name : $"{name} ('{section}:{name.Replace('.', ':')}')";
}
