using Microsoft.Extensions.AI;

namespace HyperscaleSdk.Tests;

public sealed class PublicNameTests
{
    [Fact]
    public void PublicTypes_NoName_IsTakenByMicrosoftExtensionsAI()
    {
        var theirs = typeof(IChatClient).Assembly.GetExportedTypes().Select(type => type.Name).ToHashSet(StringComparer.Ordinal);
        Assert.DoesNotContain(typeof(HyperscaleException).Assembly.GetExportedTypes(), type => theirs.Contains(type.Name));
    }
}
