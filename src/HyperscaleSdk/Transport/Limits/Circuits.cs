using Polly;
using Polly.CircuitBreaker;

namespace HyperscaleSdk.Runtime;

/// <summary>The circuits of a client's models.</summary>
internal sealed class Circuits
{
    private readonly PerModel<ResiliencePipeline> _models;

    private Circuits(CircuitBreaker breaker, TimeProvider time) => _models = new PerModel<ResiliencePipeline>(_ => new ResiliencePipelineBuilder { TimeProvider = time }
        .AddCircuitBreaker(new CircuitBreakerStrategyOptions
        {
            Name = "HyperscaleSdk",
            FailureRatio = breaker.FailureRatio,
            MinimumThroughput = breaker.MinimumThroughput,
            SamplingDuration = breaker.SamplingDuration,
            BreakDuration = breaker.BreakDuration,
            ShouldHandle = static arguments => ValueTask.FromResult(arguments.Outcome.Exception is HyperscaleServerException or HyperscaleConnectionException or TimeoutException),
        })
        .Build());

    public static Circuits? Of(HyperscaleClientOptions options) => options.CircuitBreaker is { } breaker ? new Circuits(breaker, options.TimeProvider) : null;

    /// <summary>Makes an attempt, unless the circuit is open.</summary>
    /// <exception cref="HyperscaleConnectionException">The circuit is open.</exception>
    public async ValueTask<ApiExchange> ExecuteAsync(TransportCall call, CancellationToken cancellationToken)
    {
        try
        {
            return await _models.Of(call.Request.Model).ExecuteAsync(static (attempts, token) => attempts.AttemptAsync(token), call, cancellationToken).ConfigureAwait(false);
        }
        catch (BrokenCircuitException open)
        {
            throw Failures.CircuitOpen(call.Provider, call.Request.Model, open.RetryAfter);
        }
    }
}
