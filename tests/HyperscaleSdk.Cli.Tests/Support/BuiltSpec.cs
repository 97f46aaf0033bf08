using System.Collections.Immutable;
using HyperscaleSdk.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace HyperscaleSdk.Cli.Tests.Support;

/// <summary>Runs the source generator in the compiler, as a build does.</summary>
internal static class BuiltSpec
{
    /// <returns>File name and source of everything that the generator adds.</returns>
    public static IReadOnlyDictionary<string, string> Files(string spec, string? binding, string? client, string? @namespace, string? models)
    {
        var texts = ImmutableArray.Create<AdditionalText>(new DiskText(spec));
        var metadata = new Dictionary<string, Dictionary<string, string>>(StringComparer.Ordinal) { [spec] = new(StringComparer.Ordinal) { ["SourceItemType"] = "HyperscaleSpec" } };
        Set("ClientName", client);
        Set("Namespace", @namespace);
        Set("ModelNamespace", models);
        Set("Binding", binding);
        if (binding is not null)
        {
            texts = texts.Add(new DiskText(binding));
            metadata[binding] = new(StringComparer.Ordinal) { ["SourceItemType"] = "HyperscaleBinding" };
        }

        var driver = CSharpGeneratorDriver.Create([new HyperscaleGenerator().AsSourceGenerator()], texts, optionsProvider: new MetadataOptions(metadata));
        var result = driver.RunGenerators(CSharpCompilation.Create("Probe")).GetRunResult().Results.Single();
        Assert.Null(result.Exception);
        return result.GeneratedSources.ToDictionary(source => source.HintName, source => source.SourceText.ToString(), StringComparer.Ordinal);

        void Set(string name, string? value)
        {
            if (value is not null)
            {
                metadata[spec][name] = value;
            }
        }
    }
}
