using HyperscaleSdk.Analyzers.Ai;
using HyperscaleSdk.Specification.Text;
using HyperscaleSdk.TestKit;

namespace HyperscaleSdk.Analyzers.Tests.Ai;

/// <summary>The analyzers know the same suppliers that take no personal data as the bindings, which the clients are made from.</summary>
public sealed class RefusingProvidersTests
{
    [Fact]
    public void Providers_OfTheBindings_RefuseWhatTheyRefuseAtRunTime()
    {
        var bindings = Directory.GetFiles(Path.Combine(RepositoryPaths.Root, "specs"), "binding.yaml", SearchOption.AllDirectories)
            .Select(path => SpecReader.Read(path, File.ReadAllText(path)).Root)
            .SelectMany(root => root?["actions"]?.Items.Select(action => action["update"]?["x-hyperscale"]) ?? [])
            .Where(part => part?["provider"]?["id"]?.Scalar is not null)
            .Select(part => (Id: part!["provider"]!["id"]!.Scalar!, Refuses: part["data"]?["personalData"]?.Scalar is "refused"))
            .ToList();

        Assert.Contains(bindings, binding => binding.Refuses);
        Assert.All(bindings, binding => Assert.Equal(binding.Refuses, ProviderHosts.RefusesPersonalData(binding.Id)));
    }
}
