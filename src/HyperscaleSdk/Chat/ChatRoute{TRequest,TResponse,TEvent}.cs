using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace HyperscaleSdk.Runtime;

/// <summary>Maps the unified chat to one operation of a provider. For generated code.</summary>
/// <typeparam name="TRequest">The operation's request body.</typeparam>
/// <typeparam name="TResponse">Its answer.</typeparam>
/// <typeparam name="TEvent">The data of its stream's events.</typeparam>
public abstract class ChatRoute<TRequest, TResponse, TEvent> : ChatRoute
    where TRequest : class, IJsonModel<TRequest>
    where TResponse : IJsonModel<TResponse>
    where TEvent : IJsonModel<TEvent>
{
    /// <summary>Whether a stream that ends with neither a finish reason nor an end marker is cut; <see langword="true"/> by default.</summary>
    protected virtual bool NeedsEnd => true;

    /// <summary>Whether events of a type are read at all; all by default. Others are skipped before their data is parsed.</summary>
    /// <param name="eventType">The event's type; <c>message</c> when it names none.</param>
    /// <returns><see langword="false"/> to skip it.</returns>
    protected virtual bool Handles(string eventType) => true;

    /// <summary>Makes the request body.</summary>
    /// <param name="call">The normalised request.</param>
    /// <returns>The body.</returns>
    /// <exception cref="HyperscaleRequestException">The provider cannot do what is asked (<see cref="ChatCall.Refuse"/>).</exception>
    protected abstract TRequest ToRequest(ChatCall call);

    /// <summary>Makes the request around its body: path, headers, streaming.</summary>
    /// <param name="body">The body.</param>
    /// <param name="call">The normalised request.</param>
    /// <returns>The request.</returns>
    protected abstract ApiRequest ToApiRequest(TRequest body, ChatCall call);

    /// <summary>Takes over a whole answer.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="answer">Is filled.</param>
    protected abstract void FromResponse(TResponse response, ChatAnswer answer);

    /// <summary>Takes over an event of a stream.</summary>
    /// <param name="eventType">The event's type; <c>message</c> when it names none.</param>
    /// <param name="data">The event's data.</param>
    /// <param name="answer">Is filled; the same for all events of a stream.</param>
    protected abstract void FromEvent(string eventType, TEvent data, ChatAnswer answer);

    internal sealed override async ValueTask<ChatResponse> CompleteAsync(HyperscaleTransport transport, ChatCall call, IWireCallObserver? observer, CancellationToken cancellationToken)
    {
        var request = ToApiRequest(ToRequest(call), call);
        var exchange = await transport.OpenAsync(request, observer, cancellationToken, mayHedge: true).ConfigureAwait(false);
        await using (exchange.ConfigureAwait(false))
        {
            var answer = new ChatAnswer();
            exchange.Progress = answer;
            var response = await exchange.ReadAsync(JsonModelReader<TResponse>.Read, (Route: this, Answer: answer), static (whole, taker) =>
            {
                taker.Route.FromResponse(whole, taker.Answer);
                return taker.Answer.HasFailed || taker.Answer.HasAnything;
            }).ConfigureAwait(false);
            if (answer.HasFailed)
            {
                throw await FailAsync(exchange, answer).ConfigureAwait(false);
            }

            await exchange.EndAsync(WireCallOutcome.Completed).ConfigureAwait(false);
            return answer.ToResponse(response, call.Model);
        }
    }

    internal sealed override async IAsyncEnumerable<ChatResponseUpdate> StreamAsync(
        HyperscaleTransport transport, ChatCall call, IWireCallObserver? observer, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var request = ToApiRequest(ToRequest(call), call);
        var exchange = await transport.OpenAsync(request, observer, cancellationToken).ConfigureAwait(false);
        await using (exchange.ConfigureAwait(false))
        {
            var answer = new ChatAnswer();
            exchange.Progress = answer;
            var done = false;
            object? last = null;
            await foreach (var item in exchange.ReadEventsAsync(new EventReader<TEvent>().Read, Handles).ConfigureAwait(false))
            {
                if (item.IsDone)
                {
                    done = true;
                    await exchange.EndAsync(WireCallOutcome.Completed).ConfigureAwait(false);
                    break;
                }

                last = item.Data;
                await TakeAsync(exchange, item, answer).ConfigureAwait(false);
                if (answer.HasEnded)
                {
                    // Ended before the loop is left: leaving it otherwise means that the reader went away.
                    done = true;
                    await exchange.EndAsync(WireCallOutcome.Completed).ConfigureAwait(false);
                }

                if (answer.HasDelta)
                {
                    yield return answer.ToUpdate(last, call.Model);
                }

                if (done)
                {
                    break;
                }
            }

            if (!done && NeedsEnd && answer.Reason is null)
            {
                throw await exchange.CutAsync().ConfigureAwait(false);
            }

            await exchange.EndAsync(WireCallOutcome.Completed).ConfigureAwait(false);
            yield return answer.ToLastUpdate(last, call.Model);
        }
    }

    private static async ValueTask<HyperscaleException> FailAsync(ApiExchange exchange, ChatAnswer answer)
    {
        // Whoever reported an error before any content did no work that could be billed.
        var failure = exchange.Failure(answer.FailureCode, answer.FailureMessage);
        await exchange.EndAsync(answer.ContentBytes > 0 ? WireCallOutcome.Incomplete : WireCallOutcome.Failed, error: failure).ConfigureAwait(false);
        return failure;
    }

    private async ValueTask TakeAsync(ApiExchange exchange, StreamEvent<TEvent> item, ChatAnswer answer)
    {
        try
        {
            FromEvent(item.EventType, item.Data!, answer);
        }
        catch (Exception failure)
        {
            await exchange.EndAsync(WireCallOutcome.Incomplete, error: failure).ConfigureAwait(false);
            throw;
        }

        if (answer.HasFailed)
        {
            throw await FailAsync(exchange, answer).ConfigureAwait(false);
        }
    }
}
