namespace HyperscaleSdk.Runtime;

/// <summary>The limits of a client's models.</summary>
internal sealed class RateLimiter
{
    private readonly ProviderDescriptor _provider;
    private readonly PerModel<ModelLimiter> _models;

    private RateLimiter(ProviderDescriptor provider, ClientRateLimits limits, TimeProvider time)
    {
        _provider = provider;
        _models = new PerModel<ModelLimiter>(model =>
        {
            var (requests, tokens) = limits.For(provider.FindModel(model));
            return new ModelLimiter(time, requests, tokens);
        });
    }

    public static RateLimiter? Of(ProviderDescriptor provider, HyperscaleClientOptions options)
        => options.RateLimits is { } limits ? new RateLimiter(provider, limits, options.TimeProvider) : null;

    /// <summary>Waits until a request may be sent.</summary>
    /// <exception cref="HyperscaleRateLimitException">Its turn comes later than the call may last.</exception>
    public async ValueTask WaitAsync(ApiRequest request, long inputTokens, TimeSpan longest, CancellationToken cancellationToken)
    {
        if (await _models.Of(request.Model).WaitAsync(inputTokens + (request.MaxOutputTokens ?? 0), longest, cancellationToken).ConfigureAwait(false) is { } wait)
        {
            throw Failures.OverOwnLimit(_provider, request.Model, wait);
        }
    }
}
