using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace HyperscaleSdk;

/// <summary>Options of a provider's clients. A client copies what it needs at construction: later changes have no effect.</summary>
public abstract partial class HyperscaleClientOptions
{
    private IReadOnlyList<string> _unreadable = [];
    private string? _section;

    /// <summary>
    /// The key; <see langword="null"/> (the default) looks in the provider's environment variable, then in
    /// <c>&lt;PROVIDER_ID&gt;_API_KEY</c>.
    /// </summary>
    public string? ApiKey { get; set; }

    /// <summary>The base address with its path, for example <c>https://api.upstage.ai/v1</c>; <see langword="null"/> (the default) takes the provider's own.</summary>
    public Uri? BaseAddress { get; set; }

    /// <summary>The chat model where the call names none; <see langword="null"/> (the default) takes the provider's first.</summary>
    public string? Model { get; set; }

    /// <summary>The embedding model where the call names none; <see langword="null"/> (the default) takes the provider's first.</summary>
    public string? EmbeddingModel { get; set; }

    /// <summary>
    /// How long a completion may take, retries included; in a stream, how long to wait for the head and then for each next event.
    /// 100 seconds by default; more than zero, at most a day, or <see cref="System.Threading.Timeout.InfiniteTimeSpan"/>.
    /// </summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(100);

    /// <summary>How often a failed attempt is repeated; 2 by default, 0 never, at most 10. Only before the first byte of a body.</summary>
    public int MaxRetries { get; set; } = 2;

    /// <summary>The wait before the first retry where the provider names none; it doubles each time, with jitter. Half a second by default, 0 to 30 seconds.</summary>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>
    /// How long one attempt may take until the head of its answer has come; <see langword="null"/> (the default) leaves it to <see cref="Timeout"/>. It is not
    /// repeated, since the provider may bill what it did until then. More than zero, at most a day.
    /// </summary>
    public TimeSpan? AttemptTimeout { get; set; }

    /// <summary>How much the client sends in a minute; <see langword="null"/> (the default) for no limit of its own.</summary>
    public ClientRateLimits? RateLimits { get; set; }

    /// <summary>When the client stops asking a model that keeps failing; <see langword="null"/> (the default) for never.</summary>
    public CircuitBreaker? CircuitBreaker { get; set; }

    /// <summary>When the client sends a second request because the first one is slow; <see langword="null"/> (the default) for never. Both requests may be billed.</summary>
    public Hedging? Hedging { get; set; }

    /// <summary>The largest body of an answer that is read, and in a stream the largest event, in bytes; 64 MB by default.</summary>
    public long MaxResponseBytes { get; set; } = 64L * 1024 * 1024;

    /// <summary>Whether a key may travel over plain <c>http://</c> to another machine; <see langword="false"/> by default. Loopback is always allowed.</summary>
    public bool AllowInsecureHttp { get; set; }

    /// <summary>The clock of timeouts, waits and time stamps; the system's by default.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Extra headers of every request; they cannot replace the key's header. Empty by default.</summary>
    public IDictionary<string, string> Headers { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Takes over what a configuration section names: <c>ApiKey</c>, <c>BaseAddress</c>, <c>Model</c>, <c>EmbeddingModel</c>, <c>Timeout</c>, <c>MaxRetries</c>, <c>RetryDelay</c>, <c>AttemptTimeout</c>, <c>AllowInsecureHttp</c>, and as subsections <c>RateLimits</c>, <c>CircuitBreaker</c> and <c>Hedging</c> (an empty one is none; <c>true</c> instead of a subsection takes the defaults, for <c>RateLimits</c> the documented limits).</summary>
    /// <param name="section">The provider's section, for example <c>Hyperscale:upstage</c>.</param>
    /// <remarks>Values that cannot be read are reported by <see cref="Validate"/>, together with everything else.</remarks>
    public virtual void Bind(IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(section);
        var values = new ConfigurationValues(section);
        ApiKey = values.Text(nameof(ApiKey)) ?? ApiKey;
        BaseAddress = values.Address(nameof(BaseAddress)) ?? BaseAddress;
        Model = values.Text(nameof(Model)) ?? Model;
        EmbeddingModel = values.Text(nameof(EmbeddingModel)) ?? EmbeddingModel;
        Timeout = values.Span(nameof(Timeout)) ?? Timeout;
        MaxRetries = values.Number(nameof(MaxRetries)) ?? MaxRetries;
        RetryDelay = values.Span(nameof(RetryDelay)) ?? RetryDelay;
        AttemptTimeout = values.Span(nameof(AttemptTimeout)) ?? AttemptTimeout;
        RateLimits = values.RateLimits(nameof(RateLimits)) ?? RateLimits;
        CircuitBreaker = values.CircuitBreaker(nameof(CircuitBreaker)) ?? CircuitBreaker;
        Hedging = values.Hedging(nameof(Hedging)) ?? Hedging;
        AllowInsecureHttp = values.Flag(nameof(AllowInsecureHttp)) ?? AllowInsecureHttp;
        _unreadable = values.Problems;
        _section = values.Section;
    }

    /// <summary>Checks the options.</summary>
    /// <exception cref="OptionsValidationException">What is wrong, all in one message.</exception>
    public virtual void Validate()
    {
        var problems = new List<string>();
        CollectProblems(problems);
        if (problems.Count > 0)
        {
            throw new OptionsValidationException(string.Empty, GetType(), problems);
        }
    }

    /// <summary>The options without the key.</summary>
    /// <returns>Text that may be logged.</returns>
    public override string ToString()
        => $"{GetType().Name} {{ ApiKey = {(string.IsNullOrEmpty(ApiKey) ? "(none)" : "(hidden)")}, BaseAddress = {BaseAddress?.GetLeftPart(UriPartial.Path) ?? "(default)"}, Model = {Model ?? "(default)"} }}";
}
