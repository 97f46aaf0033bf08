using System.Text.Json;
using Microsoft.Extensions.AI;

namespace HyperscaleSdk.Runtime;

/// <summary>
/// The unified request, normalised once per call. It never changes the caller's options or messages. For generated code.
/// </summary>
public sealed partial class ChatCall
{
    private readonly ChatOptions? _options;
    private readonly object? _raw;
    private readonly List<WireMessage> _messages;

    internal ChatCall(ProviderDescriptor provider, string model, bool streaming, IEnumerable<ChatMessage> messages, ChatOptions? options, object? raw)
    {
        Provider = provider;
        Model = model;
        Streaming = streaming;
        _options = options;
        _raw = raw;
        var normaliser = new MessageNormaliser(this);
        _messages = normaliser.Normalise(messages, options?.Instructions);
        HasImages = normaliser.HasImages;
        Tools = NormaliseTools(options?.Tools);
    }

    /// <summary>The model that is asked for.</summary>
    public string Model { get; }

    /// <summary>Whether the answer is streamed.</summary>
    public bool Streaming { get; }

    /// <summary>The provider that is asked.</summary>
    public ProviderDescriptor Provider { get; }

    /// <summary>The messages: instructions first as a system message; every tool result its own message.</summary>
    public IReadOnlyList<WireMessage> Messages => _messages;

    /// <summary>Whether a message holds an image.</summary>
    public bool HasImages { get; }

    /// <summary>How many system messages there are.</summary>
    public int SystemMessageCount
    {
        get
        {
            var count = 0;
            foreach (var message in _messages)
            {
                count += IsSystem(message) ? 1 : 0;
            }

            return count;
        }
    }

    /// <summary>What <see cref="ChatOptions.RawRepresentationFactory"/> made, when it is of this type.</summary>
    /// <typeparam name="T">The operation's request body.</typeparam>
    /// <returns>The caller's body, of which only what is <see langword="null"/> may be filled; otherwise <see langword="null"/>.</returns>
    public T? RawRequest<T>()
        where T : class
        => _raw as T;

    /// <summary>Whether the model is one of several.</summary>
    /// <param name="ids">The ids, compared ordinally and ignoring case.</param>
    /// <returns><see langword="true"/> when one is the call's model.</returns>
    public bool IsModel(params ReadOnlySpan<string> ids) => ModelPath.IsModel(Model, ids);

    /// <summary>Joins several system messages into one, by a blank line, at the first one's place.</summary>
    public void JoinSystemMessages()
    {
        var first = _messages.FindIndex(IsSystem);
        if (first < 0)
        {
            return;
        }

        for (var i = _messages.Count - 1; i > first; i--)
        {
            if (IsSystem(_messages[i]))
            {
                // From the end, so that the texts keep their order behind the first one's.
                var next = _messages.FindLastIndex(i - 1, IsSystem);
                _messages[next].Text = Join(_messages[next].Text, _messages[i].Text);
                _messages.RemoveAt(i);
            }
        }
    }

    /// <summary>Adds an instruction: to the end of the first system message, or as one when there is none.</summary>
    /// <param name="text">The instruction.</param>
    public void Instruct(string text)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        var first = _messages.FindIndex(IsSystem);
        if (first < 0)
        {
            _messages.Insert(0, new WireMessage("system", text));
            return;
        }

        _messages[first].Text = Join(_messages[first].Text, text);
    }

    /// <summary>An option that only this provider knows, from <see cref="ChatOptions.AdditionalProperties"/>.</summary>
    /// <param name="name">The option's name on the wire.</param>
    /// <param name="value">Its value as JSON.</param>
    /// <returns><see langword="false"/> when the caller did not set it, or set it to <see langword="null"/>.</returns>
    /// <exception cref="HyperscaleRequestException">The value is of a type that cannot be written without reflection.</exception>
    public bool TryGetExtra(string name, out JsonElement value)
    {
        value = default;
        if (_options?.AdditionalProperties is not { } extras || !extras.TryGetValue(name, out var raw) || raw is null)
        {
            return false;
        }

        Refuse(!JsonValues.TryToElement(raw, out value), $"the additional property '{name}' must be a string, number, boolean, JsonElement or JsonNode");
        return true;
    }

    /// <summary>Refuses the call before anything is sent.</summary>
    /// <param name="when">Whether to refuse.</param>
    /// <param name="reason">What cannot be done and what to change, in one sentence.</param>
    /// <exception cref="HyperscaleRequestException">When <paramref name="when"/>.</exception>
    public void Refuse(bool when, string reason)
    {
        if (when)
        {
            throw Failures.Unsupported(Provider, Model, reason);
        }
    }

    /// <summary>Refuses a value out of its range.</summary>
    /// <param name="value">The value; <see langword="null"/> passes.</param>
    /// <param name="option">The option's name.</param>
    /// <param name="min">The least; <see langword="null"/> for none.</param>
    /// <param name="max">The most; <see langword="null"/> for none.</param>
    /// <param name="minExclusive">Whether the least itself is out of range.</param>
    /// <param name="maxExclusive">Whether the most itself is out of range.</param>
    /// <returns>The value.</returns>
    /// <exception cref="HyperscaleRequestException">The value is out of range.</exception>
    public double? Within(double? value, string option, double? min, double? max, bool minExclusive = false, bool maxExclusive = false)
    {
        if (value is { } given)
        {
            var low = minExclusive ? given <= min : given < min;
            var high = maxExclusive ? given >= max : given > max;
            if (low || high || !double.IsFinite(given))
            {
                Refuse(true, Ranges.Sentence(option, ApiPath.Text(given), Number(min), Number(max), minExclusive, maxExclusive));
            }
        }

        return value;

        static string? Number(double? bound) => bound is { } known ? ApiPath.Text(known) : null;
    }

    /// <summary>Refuses a value out of its range; both bounds are allowed.</summary>
    /// <param name="value">The value; <see langword="null"/> passes.</param>
    /// <param name="option">The option's name.</param>
    /// <param name="min">The least; <see langword="null"/> for none.</param>
    /// <param name="max">The most; <see langword="null"/> for none.</param>
    /// <returns>The value.</returns>
    /// <exception cref="HyperscaleRequestException">The value is out of range.</exception>
    public long? Within(long? value, string option, long? min, long? max)
    {
        if (value is { } given && (given < min || given > max))
        {
            Refuse(true, Ranges.Sentence(option, ApiPath.Text(given), min is { } low ? ApiPath.Text(low) : null, max is { } high ? ApiPath.Text(high) : null, minExclusive: false, maxExclusive: false));
        }

        return value;
    }

    private static string Join(string first, string second) => first.Length == 0 ? second : $"{first}\n\n{second}";

    private static bool IsSystem(WireMessage message) => string.Equals(message.Role, "system", StringComparison.Ordinal);
}
