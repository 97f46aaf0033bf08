using Polly;
using Polly.Retry;

namespace HyperscaleSdk.Runtime;

/// <summary>Repeats attempts that failed before the first byte of a body, where another attempt can help and is in time.</summary>
internal static class Retries
{
    private static readonly ResiliencePropertyKey<TransportCall> CallKey = new("HyperscaleSdk.Call");

    private static readonly TimeSpan LongestBackoff = TimeSpan.FromSeconds(30);

    public static ResiliencePipeline? Pipeline(HyperscaleClientOptions options)
        => options.MaxRetries == 0 ? null : new ResiliencePipelineBuilder { TimeProvider = options.TimeProvider }
            .AddRetry(new RetryStrategyOptions
            {
                Name = "HyperscaleSdk",
                MaxRetryAttempts = options.MaxRetries,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = options.RetryDelay,
                MaxDelay = LongestBackoff,
                ShouldHandle = static arguments => ValueTask.FromResult(ShouldRetry(arguments.Outcome.Exception, arguments.Context)),

                // Null leaves the wait to the backoff.
                DelayGenerator = static arguments => ValueTask.FromResult((arguments.Outcome.Exception as HyperscaleException)?.RetryAfter),
            })
            .Build();

    public static async ValueTask<ApiExchange> ExecuteAsync(ResiliencePipeline pipeline, TransportCall call)
    {
        var context = ResilienceContextPool.Shared.Get(continueOnCapturedContext: false, call.Timer.Token);
        try
        {
            context.Properties.Set(CallKey, call);
            return await pipeline.ExecuteAsync(static (_, attempts) => attempts.NextAsync(), context, call).ConfigureAwait(false);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private static bool ShouldRetry(Exception? failure, ResilienceContext context)
    {
        if (failure is not HyperscaleException { MayRetry: true } reported || !context.Properties.TryGetValue(CallKey, out var call))
        {
            return false;
        }

        // A prepared content is a stream that may have been read; and to wait longer than the call may last helps nobody.
        return (call.Request.Content is null || reported is HyperscaleConnectionException)
            && !(reported.RetryAfter >= call.Timer.Remaining);
    }
}
