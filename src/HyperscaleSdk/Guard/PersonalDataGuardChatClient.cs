using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using Microsoft.Extensions.AI;

namespace HyperscaleSdk;

/// <summary>Lets no request through as long as it holds personal data that the policy blocks or replaces.</summary>
internal sealed class PersonalDataGuardChatClient(IChatClient innerClient, GuardPolicy policy) : DelegatingChatClient(innerClient)
{
    private readonly PlaceholderCodes _codes = new();
    private readonly GuardPolicy _policy = policy.For(innerClient.GetService<ProviderDescriptor>());
    private readonly string _provider = innerClient.GetService<ProviderDescriptor>()?.Id ?? innerClient.GetService<ChatClientMetadata>()?.ProviderName ?? "unknown";

    public override Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(messages);
        return RespondAsync(messages, options, cancellationToken);
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
        return serviceKey is null && serviceType == typeof(GuardPolicy) ? _policy : base.GetService(serviceType, serviceKey);
    }

    private async Task<ChatResponse> RespondAsync(IEnumerable<ChatMessage> messages, ChatOptions? options, CancellationToken cancellationToken)
    {
        var session = NewSession();
        var request = session.Guard(new GuardedChatRequest([.. messages], options), GuardedChatRequest.Copy);
        using (GuardScope.Enter(session))
        {
            var response = await base.GetResponseAsync(request.Messages, request.Options, cancellationToken).ConfigureAwait(false);
            return AnswerRestorer.Restore(session, response, request.IsJson);
        }
    }

    private async IAsyncEnumerable<ChatResponseUpdate> StreamAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var session = NewSession();
        var request = session.Guard(new GuardedChatRequest([.. messages], options), GuardedChatRequest.Copy);
        var restorer = new StreamRestorer(session, request.IsJson);
        ExceptionDispatchInfo? failure = null;
        IAsyncEnumerator<ChatResponseUpdate> updates;
        using (GuardScope.Enter(session))
        {
            updates = InnerClient.GetStreamingResponseAsync(request.Messages, request.Options, cancellationToken).GetAsyncEnumerator(cancellationToken);
        }

        await using (updates.ConfigureAwait(false))
        {
            while (true)
            {
                try
                {
                    // The flow of an iterator returns to its caller at each yield: the scope holds only from one move to its end.
                    using (GuardScope.Enter(session))
                    {
                        if (!await updates.MoveNextAsync().ConfigureAwait(false))
                        {
                            break;
                        }
                    }
                }
                catch (Exception exception) when (exception is not OperationCanceledException)
                {
                    failure = ExceptionDispatchInfo.Capture(exception);
                    break;
                }

                yield return restorer.Next(updates.Current);
            }

            // Also before a failure: the caller gets all text that came, as without a guard.
            foreach (var rest in restorer.Rest())
            {
                yield return rest;
            }

            failure?.Throw();
        }
    }

    private GuardSession NewSession() => new(_policy, _codes, _provider, "chat", isReversible: true);
}
