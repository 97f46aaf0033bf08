using Microsoft.Extensions.AI;

namespace HyperscaleSdk.Tests.Providers;

/// <summary>What a call left behind: an answer or a failure, and its rows in the ledger.</summary>
internal sealed record CallOutcome(
    Exception? Failure, ChatResponse? Chat, GeneratedEmbeddings<Embedding<float>>? Embeddings, int Requests, IReadOnlyList<UsageRow> Rows)
{
    /// <summary>The typed failure, of exactly this type, which tells neither prompt nor key.</summary>
    public HyperscaleException FailedWith(Type type)
    {
        AssertTellsNothing();
        Assert.IsType(type, Failure);
        return (HyperscaleException)Failure;
    }

    public void AssertTellsNothing()
    {
        Assert.NotNull(Failure);
        Assert.DoesNotContain(MeteredCall.Marker, Failure.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(EmulatorFixture.Key, Failure.ToString(), StringComparison.Ordinal);
    }

    public CallOutcome Succeeded()
    {
        Assert.Null(Failure);
        return this;
    }
}
