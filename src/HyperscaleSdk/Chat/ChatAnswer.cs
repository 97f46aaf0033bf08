using System.Text.Json;
using Microsoft.Extensions.AI;

namespace HyperscaleSdk.Runtime;

/// <summary>Collects what a provider answers: the whole answer at once, or event by event. For generated code.</summary>
public sealed partial class ChatAnswer : IWireProgress
{
    // Milliseconds since 1970 passed this in 1973; seconds will in the year 5138.
    private const long LargestSeconds = 100_000_000_000;

    private WireUsage _usage;
    private long? _total;
    private bool _hasUsage;

    internal ChatAnswer()
    {
    }

    internal string? Id { get; private set; }

    internal string? ServedModel { get; private set; }

    internal DateTimeOffset? CreatedAt { get; private set; }

    internal ChatFinishReason? Reason { get; private set; }

    internal bool HasEnded { get; private set; }

    internal bool HasFailed { get; private set; }

    internal string? FailureCode { get; private set; }

    internal string? FailureMessage { get; private set; }

    WireUsage? IWireProgress.Usage => _hasUsage ? _usage : null;

    string? IWireProgress.ServedModel => ServedModel;

    long? IWireProgress.EstimatedOutputTokens => ContentBytes == 0 ? null : TokenEstimate.FromBytes(ContentBytes);

    /// <summary>Who answered; what is <see langword="null"/> leaves what is known.</summary>
    /// <param name="id">The answer's id.</param>
    /// <param name="model">The model that answered.</param>
    /// <param name="createdUnixSeconds">When, in seconds since 1970; more than 10^11 is read as milliseconds, 0 and less as unknown.</param>
    public void Identity(string? id, string? model, long? createdUnixSeconds)
    {
        Id ??= string.IsNullOrEmpty(id) ? null : id;
        ServedModel ??= string.IsNullOrEmpty(model) ? null : model;
        if (CreatedAt is null && createdUnixSeconds is > 0)
        {
            var milliseconds = createdUnixSeconds.Value > LargestSeconds ? createdUnixSeconds.Value : createdUnixSeconds.Value * 1000;
            CreatedAt = milliseconds <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds() ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds) : null;
        }
    }

    /// <summary>Why the answer ended.</summary>
    /// <param name="reason">The reason; <see langword="null"/> keeps an earlier one.</param>
    public void Finish(ChatFinishReason? reason) => Reason = reason ?? Reason;

    /// <summary>What was used so far. Reports are cumulative: the last one wins, nothing is summed.</summary>
    /// <param name="input">Input tokens; <see langword="null"/> keeps an earlier report.</param>
    /// <param name="output">Output tokens; <see langword="null"/> keeps an earlier report.</param>
    /// <param name="total">All tokens; computed from input and output when no report names it.</param>
    /// <param name="cachedInput">The part of the input that came from the cache.</param>
    /// <param name="reasoning">The part of the output that was reasoning.</param>
    public void Usage(long? input, long? output, long? total, long? cachedInput, long? reasoning)
    {
        if ((input ?? output ?? total ?? cachedInput ?? reasoning) is null)
        {
            return;
        }

        _hasUsage = true;
        _usage = new WireUsage(
            input ?? _usage.InputTokens,
            output ?? _usage.OutputTokens,
            cachedInput ?? _usage.CachedInputTokens,
            reasoning ?? _usage.ReasoningTokens);

        // A total that an earlier report named no longer fits newer parts.
        _total = total ?? (input is null && output is null ? _total : null);
    }

    /// <summary>The stream's end marker or its last event: nothing after it is read.</summary>
    public void End() => HasEnded = true;

    /// <summary>An error inside a body or an event: the base class throws the typed exception.</summary>
    /// <param name="code">The provider's code.</param>
    /// <param name="message">The provider's text.</param>
    public void Fail(string? code, string? message)
    {
        HasFailed = true;
        FailureCode = code;
        FailureMessage = message;
    }

    /// <summary>Turns a provider's finish reason into the unified one.</summary>
    /// <param name="raw">The provider's word; compared ignoring case.</param>
    /// <param name="table">The provider's words and <c>stop</c>, <c>length</c>, <c>toolCalls</c> or <c>contentFilter</c>.</param>
    /// <returns>The unified reason; a word that the table does not know as it is; <see langword="null"/> for none.</returns>
    public static ChatFinishReason? FinishReason(string? raw, ReadOnlySpan<(string Wire, string Unified)> table)
    {
        if (string.IsNullOrEmpty(raw))
        {
            return null;
        }

        foreach (var (wire, unified) in table)
        {
            if (string.Equals(wire, raw, StringComparison.OrdinalIgnoreCase))
            {
                return unified switch
                {
                    "stop" => ChatFinishReason.Stop,
                    "length" => ChatFinishReason.Length,
                    "toolCalls" or "tool_calls" => ChatFinishReason.ToolCalls,
                    "contentFilter" or "content_filter" => ChatFinishReason.ContentFilter,
                    _ => new ChatFinishReason(unified),
                };
            }
        }

        return new ChatFinishReason(raw);
    }
}
