using Microsoft.Extensions.AI;

namespace HyperscaleSdk;

/// <summary>Has the ledger below ask the voucher's budget before each wire call.</summary>
internal sealed class VoucherBudgetEmbeddingGenerator(IEmbeddingGenerator<string, Embedding<float>> innerGenerator, VoucherGate gate)
    : DelegatingEmbeddingGenerator<string, Embedding<float>>(innerGenerator)
{
    public override async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        using (VoucherScope.Enter(gate))
        {
            return await base.GenerateAsync(values, options, cancellationToken).ConfigureAwait(false);
        }
    }

    public override object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is null && serviceType == typeof(VoucherLimit) ? gate.Limit : base.GetService(serviceType, serviceKey);
    }
}
