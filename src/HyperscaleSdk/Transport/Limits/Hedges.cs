using Polly;
using Polly.Hedging;

namespace HyperscaleSdk.Runtime;

/// <summary>Sends a request beside one that is slow, and takes the answer that begins first.</summary>
internal sealed class Hedges
{
    private static readonly ResiliencePropertyKey<HedgedRun> RunKey = new("HyperscaleSdk.Run");

    private readonly ResiliencePipeline<HedgedAnswer> _pipeline;

    private Hedges(Hedging hedging, TimeProvider time) => _pipeline = new ResiliencePipelineBuilder<HedgedAnswer> { TimeProvider = time }
        .AddHedging(new HedgingStrategyOptions<HedgedAnswer>
        {
            Name = "HyperscaleSdk",
            Delay = hedging.Delay,
            MaxHedgedAttempts = hedging.MaxHedgedAttempts,

            // One that failed leaves the call to those that still run; when all have failed, the first one's failure counts.
            ShouldHandle = static arguments => ValueTask.FromResult(arguments.Outcome.Exception is not null),
            ActionGenerator = static arguments => arguments.PrimaryContext.Properties.TryGetValue(RunKey, out var run) && run.MayAdd
                ? () => arguments.Callback(arguments.ActionContext)
                : null,
        })
        .Build();

    public static Hedges? Of(HyperscaleClientOptions options) => options.Hedging is { } hedging ? new Hedges(hedging, options.TimeProvider) : null;

    /// <summary>Makes an attempt, and others beside it when it is slow.</summary>
    public async ValueTask<ApiExchange> ExecuteAsync(TransportCall call)
    {
        var run = new HedgedRun(call);
        var context = ResilienceContextPool.Shared.Get(continueOnCapturedContext: false, call.Timer.Token);
        ApiExchange? taken = null;
        try
        {
            context.Properties.Set(RunKey, run);
            taken = (await _pipeline.ExecuteAsync(static (own, state) => state.AttemptAsync(own.CancellationToken), context, run).ConfigureAwait(false)).Exchange;
            return taken;
        }
        finally
        {
            await run.SettleAsync(taken).ConfigureAwait(false);
            ResilienceContextPool.Shared.Return(context);
        }
    }
}
