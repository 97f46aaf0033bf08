using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace HyperscaleSdk;

/// <summary>Has the ledger below ask the voucher's budget before each wire call.</summary>
internal sealed class VoucherBudgetChatClient(IChatClient innerClient, VoucherGate gate) : DelegatingChatClient(innerClient)
{
    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        using (VoucherScope.Enter(gate))
        {
            return await base.GetResponseAsync(messages, options, cancellationToken).ConfigureAwait(false);
        }
    }

    public override IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(messages);
        return StreamAsync(messages, options, cancellationToken);
    }

    public override object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is null && serviceType == typeof(VoucherLimit) ? gate.Limit : base.GetService(serviceType, serviceKey);
    }

    private async IAsyncEnumerable<ChatResponseUpdate> StreamAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // The flow of an iterator returns to its caller at each yield: the scope holds only from one move to its end.
        IAsyncEnumerator<ChatResponseUpdate> updates;
        using (VoucherScope.Enter(gate))
        {
            updates = InnerClient.GetStreamingResponseAsync(messages, options, cancellationToken).GetAsyncEnumerator(cancellationToken);
        }

        await using (updates.ConfigureAwait(false))
        {
            while (true)
            {
                using (VoucherScope.Enter(gate))
                {
                    if (!await updates.MoveNextAsync().ConfigureAwait(false))
                    {
                        yield break;
                    }
                }

                yield return updates.Current;
            }
        }
    }
}
