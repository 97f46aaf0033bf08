using Microsoft.Extensions.AI;

namespace HyperscaleSdk;

/// <summary>One call on its way from supplier to supplier.</summary>
internal sealed class FallbackRun
{
    private readonly FallbackRules _rules;
    private readonly ChatOptions? _options;
    private readonly List<FallbackAttempt> _attempts = [];
    private readonly IReadOnlyList<PersonalDataKind> _kinds;
    private int _next;

    public FallbackRun(FallbackRules rules, IEnumerable<ChatMessage> messages, ChatOptions? options)
    {
        _rules = rules;
        _options = options;

        // Read once: a sequence that can be read only once must still reach the second supplier.
        Messages = [.. messages];
        _kinds = rules.Policy is null && !rules.Targets.Any(target => target.RefusesPersonalData) ? [] : FallbackKinds.Find(Messages, options);
    }

    public IReadOnlyList<ChatMessage> Messages { get; }

    /// <summary>The next permitted supplier and its options; null when there is none left.</summary>
    public (FallbackTarget Target, ChatOptions? Options)? Next()
    {
        while (_next < _rules.Targets.Count)
        {
            var index = _next++;
            var target = _rules.Targets[index];
            var refusal = index > 0 && !string.IsNullOrEmpty(_options?.ConversationId)
                ? $"the conversation is kept by {_rules.Targets[0].ProviderId}."
                : _rules.Refusal(target, _kinds);
            if (refusal is null)
            {
                return (target, OptionsFor(target, index));
            }

            Pass(new FallbackAttempt(target.ProviderId, ModelFor(target, index), FallbackReason.NotPermitted, $"it was not asked: {refusal}"));
        }

        return null;
    }

    public bool MayGoOn(Exception failure, CancellationToken cancellationToken) =>
        !cancellationToken.IsCancellationRequested && FallbackFailures.ReasonOf(failure, _rules.Options) is not null;

    public void Failed(Exception failure)
    {
        var target = _rules.Targets[_next - 1];
        Pass(new FallbackAttempt(
            target.ProviderId, ModelFor(target, _next - 1), FallbackFailures.ReasonOf(failure, _rules.Options) ?? FallbackReason.Down, FallbackFailures.Explain(failure), failure));
    }

    /// <summary>Writes into an answer who gave it, and who did not.</summary>
    public AdditionalPropertiesDictionary Served(AdditionalPropertiesDictionary? properties)
    {
        var provider = _rules.Targets[_next - 1].ProviderId;
        FallbackTelemetry.Served(provider, _attempts.Count);
        properties ??= [];
        properties[FallbackChatClient.ProviderPropertyName] = provider;
        if (_attempts.Count > 0)
        {
            properties[FallbackChatClient.AttemptsPropertyName] = (IReadOnlyList<FallbackAttempt>)[.. _attempts];
        }

        return properties;
    }

    public HyperscaleFallbackException Exhausted() => HyperscaleFallbackException.Of([.. _attempts]);

    private void Pass(FallbackAttempt attempt)
    {
        _attempts.Add(attempt);
        FallbackTelemetry.Passed(attempt);
        _rules.Options.OnFallback?.Invoke(attempt);
    }

    private ChatOptions? OptionsFor(FallbackTarget target, int index)
    {
        var options = _options?.Clone();
        if (options is not null && index > 0)
        {
            // A raw request is one supplier's own; ConfigureOptions can make another's.
            options.RawRepresentationFactory = null;
        }

        var model = ModelFor(target, index);
        if (!string.Equals(model, options?.ModelId, StringComparison.Ordinal))
        {
            (options ??= new ChatOptions()).ModelId = model;
        }

        if (target.ConfigureOptions is { } configure)
        {
            configure(options ??= new ChatOptions());
        }

        return options;
    }

    // A model belongs to the suppliers that have it; one that nobody is known to have was meant for the first.
    private string? ModelFor(FallbackTarget target, int index)
    {
        var asked = string.IsNullOrEmpty(_options?.ModelId) ? null : _options.ModelId;
        return asked is not null && (target.Knows(asked) || (index == 0 && !_rules.Targets.Any(other => other.Knows(asked)))) ? asked : target.ModelId;
    }
}
