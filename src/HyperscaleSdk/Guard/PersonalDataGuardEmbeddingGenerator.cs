using Microsoft.Extensions.AI;

namespace HyperscaleSdk;

/// <summary>Lets no input through as long as it holds personal data that the policy blocks or replaces.</summary>
/// <remarks>Nothing comes back that a value could be put into, and a mark is the same in every process: placeholders are marks here.</remarks>
internal sealed class PersonalDataGuardEmbeddingGenerator(IEmbeddingGenerator<string, Embedding<float>> innerGenerator, GuardPolicy policy)
    : DelegatingEmbeddingGenerator<string, Embedding<float>>(innerGenerator)
{
    private readonly PlaceholderCodes _codes = new();
    private readonly GuardPolicy _policy = policy.For(innerGenerator.GetService<ProviderDescriptor>());
    private readonly string _provider = innerGenerator.GetService<ProviderDescriptor>()?.Id ?? innerGenerator.GetService<EmbeddingGeneratorMetadata>()?.ProviderName ?? "unknown";

    public override Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(values);
        return GuardedAsync(values, options, cancellationToken);
    }

    private async Task<GeneratedEmbeddings<Embedding<float>>> GuardedAsync(IEnumerable<string> values, EmbeddingGenerationOptions? options, CancellationToken cancellationToken)
    {
        var session = new GuardSession(_policy, _codes, _provider, "embeddings", isReversible: false);
        var (texts, guardedOptions) = session.Guard(
            ((string[])[.. values], options),
            static (session, request) =>
            {
                string[] texts = [.. request.Item1.Select((value, i) => session.Text(value, Place.OfInput(i)))];
                return (texts, OptionsGuard.Guard(session, request.options));
            });
        using (GuardScope.Enter(session))
        {
            var embeddings = await base.GenerateAsync(texts, guardedOptions, cancellationToken).ConfigureAwait(false);
            if (session.Report() is { } report)
            {
                (embeddings.AdditionalProperties ??= [])[PersonalDataGuardReport.PropertyName] = report;
            }

            return embeddings;
        }
    }
}
