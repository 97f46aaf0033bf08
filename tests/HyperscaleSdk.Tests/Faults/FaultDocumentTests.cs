using HyperscaleSdk.TestKit;

namespace HyperscaleSdk.Tests.Faults;

public sealed class FaultDocumentTests
{
    [Fact]
    public void Page_OfFaults_IsThatOfTheTable()
    {
        var path = Path.Combine(RepositoryPaths.Root, "docs", "providers", "faults.md");
        if (Environment.GetEnvironmentVariable("HYPERSCALE_UPDATE_DOCS") is "1")
        {
            File.WriteAllText(path, FaultDocument.Create());
            return;
        }

        Assert.Equal(FaultDocument.Create(), File.ReadAllText(path).ReplaceLineEndings("\n"));
    }
}
