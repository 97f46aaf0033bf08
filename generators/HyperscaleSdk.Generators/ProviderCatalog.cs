using System;
using HyperscaleSdk.Generators.Infrastructure;
using Microsoft.CodeAnalysis.Diagnostics;

namespace HyperscaleSdk.Generators;

/// <summary>The list of all providers that a project generates clients for, as one type that the property <c>HyperscaleProviderCatalog</c> names.</summary>
/// <param name="Namespace">Namespace of the type.</param>
/// <param name="Name">The type.</param>
/// <param name="Entries">The providers, in the order of their ids.</param>
internal sealed record ProviderCatalog(string Namespace, string Name, EquatableArray<CatalogEntry> Entries)
{
    /// <summary>The full name that the project asks for; null when it asks for no list.</summary>
    public static string? TypeName(AnalyzerConfigOptionsProvider options)
        => options.GlobalOptions.TryGetValue("build_property.HyperscaleProviderCatalog", out var name) ? SpecFiles.Namespace(name.Trim()) : null;

    /// <summary>Splits a full name; a bare one stands in the namespace <c>Generated</c>.</summary>
    public static ProviderCatalog Of(string typeName, EquatableArray<CatalogEntry> entries)
    {
        var dot = typeName.LastIndexOf('.');
        return new ProviderCatalog(dot < 0 ? "Generated" : typeName.Substring(0, dot), typeName.Substring(dot + 1), entries);
    }
}
