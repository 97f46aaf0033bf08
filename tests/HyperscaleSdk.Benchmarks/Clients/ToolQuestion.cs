namespace HyperscaleSdk.Benchmarks.Clients;

/// <summary>What is asked.</summary>
internal static class ToolQuestion
{
    public const string Text = "How does an ondol heat a room, and what will the weather be in Seoul?";

    public const string Name = "get_weather";

    public const string Description = "Weather of a city";

    public const string Schema = """{"type":"object","properties":{"city":{"type":"string"},"days":{"type":"integer"}},"required":["city"]}""";

    public static string[] Texts { get; } = [.. Enumerable.Repeat("The Han divides Seoul into north and south.", ClientBodies.Vectors)];
}
