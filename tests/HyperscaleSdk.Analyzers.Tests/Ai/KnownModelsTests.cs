using System.Globalization;
using System.Text;
using HyperscaleSdk.Analyzers.Ai;
using HyperscaleSdk.Specification.Text;
using HyperscaleSdk.TestKit;

namespace HyperscaleSdk.Analyzers.Tests.Ai;

/// <summary>The analyzers' table of models is written from the bindings, which the descriptors are written from too.</summary>
public sealed class KnownModelsTests
{
    private const string Begin = "    // generated from specs/*/binding.yaml: HYPERSCALE_UPDATE_DOCS=1 rewrites\n    private static readonly KnownModel[] All =\n    [\n";
    private const string End = "    ];\n";

    [Fact]
    public void Table_InTheAnalyzers_IsThatOfTheBindings()
    {
        var path = Path.Combine(RepositoryPaths.Root, "analyzers", "HyperscaleSdk.Analyzers", "Ai", "KnownModels.cs");
        var text = File.ReadAllText(path).ReplaceLineEndings("\n");
        var begin = text.IndexOf(Begin, StringComparison.Ordinal);
        Assert.True(begin >= 0, "The mark of the table is missing.");
        var end = text.IndexOf(End, begin, StringComparison.Ordinal);
        var expected = text[..(begin + Begin.Length)] + Table() + text[end..];
        if (Environment.GetEnvironmentVariable("HYPERSCALE_UPDATE_DOCS") is "1")
        {
            File.WriteAllText(path, expected);
            return;
        }

        Assert.Equal(expected, text);
    }

    [Theory]
    [InlineData("solar-pro4", "solar-pro4-260806")]
    [InlineData("solar-pro4-260806", null)]
    [InlineData("embedding-query", "solar-embedding-1-large-query")]
    [InlineData("solar-embedding-1-large-query", null)]
    [InlineData("HCX-007", null)]
    public void PinnedName_OfAKnownModel_IsTheDatedOrTheWholeOne(string name, string? pinned) =>
        Assert.Equal(pinned, Assert.Single(KnownModels.Find(name, provider: null).Select(model => model.PinnedNameOf(name)).Distinct(StringComparer.Ordinal)));

    private static string Table()
    {
        var table = new StringBuilder();
        foreach (var path in Directory.GetFiles(Path.Combine(RepositoryPaths.Root, "specs"), "binding.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var binding = SpecReader.Read(path, File.ReadAllText(path)).Root;
            foreach (var part in binding?["actions"]?.Items.Select(action => action["update"]?["x-hyperscale"]).Where(part => part?["models"] is not null) ?? [])
            {
                var provider = part!["provider"]?["id"]?.Scalar ?? throw new InvalidDataException($"{path} has models without a provider.");
                foreach (var model in part["models"]!.Items)
                {
                    var aliases = model["aliases"]?.Items.Select(alias => Text(alias.Scalar)) ?? [];
                    var from = model["prices"]?.Items.Select(price => price["from"]?.Scalar).Order(StringComparer.Ordinal).FirstOrDefault();
                    table.Append(CultureInfo.InvariantCulture, $"        new({Text(provider)}, {Text(model["id"]!.Scalar)}, {Text(from)}, {Text(model["endOfService"]?.Scalar)}, [{string.Join(", ", aliases)}]),\n");
                }
            }
        }

        return table.ToString();
    }

    private static string Text(string? value) => value is null ? "null" : "\"" + value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + "\"";
}
