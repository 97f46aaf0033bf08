using HyperscaleSdk.Generators.Planning;

namespace HyperscaleSdk.Generators.Emission;

/// <summary>Emits the list of all providers of a project.</summary>
internal static class CatalogEmitter
{
    public static string Emit(ProviderCatalog catalog)
    {
        var writer = SourceFile.Start(catalog.Namespace, "System.Collections.Generic", "HyperscaleSdk");
        writer.Summary("All providers that this project has clients for.", "");
        writer.Line("/// <remarks>Naming it keeps the code of every provider when a program is trimmed.</remarks>");
        writer.Line(SourceFile.Attribute);
        using (writer.Block($"public static class {catalog.Name}"))
        {
            writer.Line("/// <summary>The providers, in the order of their ids.</summary>");
            writer.Line("public static IReadOnlyList<ProviderClients> All { get; } =");
            writer.Line("[");
            foreach (var entry in catalog.Entries)
            {
                var name = $"global::{entry.Namespace}.{entry.Client}";
                writer.Line($"    new ProviderClients<{name}Options>(");
                writer.Line($"        {name}Provider.Descriptor,");
                writer.Line($"        static () => new {name}Options(),");
                writer.Line($"        {(entry.HasChat ? $"static (options, http) => new {name}ChatClient(options, http)" : "null")},");
                writer.Line($"        {(entry.HasEmbeddings ? $"static (options, http) => new {name}EmbeddingGenerator(options, http)" : "null")}),");
            }

            writer.Line("];");
        }

        return writer.ToString();
    }
}
