using HyperscaleSdk.Emulator.Faults;
using HyperscaleSdk.Emulator.Http;
using HyperscaleSdk.Emulator.Scripts;
using Microsoft.AspNetCore.Http;

namespace HyperscaleSdk.Emulator.Hosting;

/// <summary>Finds the provider of a request, plays the faults that precede an answer, and turns refusals into envelopes.</summary>
internal sealed class EmulatorRouter(EmulatorOptions options, FaultPlan standing, ProviderSet providers, RequestJournal journal, ReplyQueue replies, CancellationToken stopping)
{
    private readonly FaultCounter _faultCounter = new();

    public async Task InvokeAsync(HttpContext http)
    {
        var started = options.TimeProvider.GetTimestamp();
        EmulatedCall? call = null;
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, stopping);
        try
        {
            var (provider, rest) = providers.Match(http.Request.Path.Value ?? "/");
            if (provider is null)
            {
                await EmulatorPages.HandleAsync(http, providers, journal).ConfigureAwait(false);
                return;
            }

            call = CreateCall(http, provider, ended.Token, out var faultProblem);
            await DispatchAsync(call, rest, faultProblem).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            call?.Record(Outcomes.Cancelled);
            http.Abort();
        }
        catch (ConnectionCutException) when (!http.Response.HasStarted)
        {
            http.Abort();
        }
        finally
        {
            options.RequestLog?.Invoke(RequestLogLine.Format(http, call, options.TimeProvider.GetElapsedTime(started)));
        }
    }

    private EmulatedCall CreateCall(HttpContext http, IProvider provider, CancellationToken ended, out string? faultProblem)
    {
        var plan = FaultParser.Parse(http.Request, standing, out faultProblem);
        if (!_faultCounter.Applies(plan, http.Request))
            plan = FaultPlan.None;
        var call = new EmulatedCall(http, provider, plan, options.TimeProvider, journal, replies, ended)
        {
            RequestId = provider.AssignRequestId(http.Request),
        };
        provider.WriteCommonHeaders(call);
        return call;
    }

    private static async Task DispatchAsync(EmulatedCall call, string path, string? faultProblem)
    {
        try
        {
            if (faultProblem is not null)
                throw call.Provider.CreateRefusal(StatusCodes.Status400BadRequest, faultProblem);
            if (call.Faults.ResetsAtOnce)
                throw new ConnectionCutException();
            if (call.Faults.Refuses)
                throw call.Provider.CreateRefusal(call.Faults.Status ?? StatusCodes.Status500InternalServerError);
            await call.Provider.HandleAsync(call, path).ConfigureAwait(false);
        }
        catch (RefusedException refusal) when (!call.Http.Response.HasStarted)
        {
            await RefusalReply.WriteAsync(call, refusal).ConfigureAwait(false);
        }
    }
}
