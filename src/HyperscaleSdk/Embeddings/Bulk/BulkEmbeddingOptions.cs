using Microsoft.Extensions.AI;

namespace HyperscaleSdk;

/// <summary>How many texts are embedded at once, and how much failure is borne.</summary>
public sealed class BulkEmbeddingOptions
{
    /// <summary>The options of each call; <see langword="null"/> (the default) for none.</summary>
    public EmbeddingGenerationOptions? Generation { get; set; }

    /// <summary>How many texts one call takes; <see langword="null"/> (the default) takes what the provider's binding says, else 16. At least 1.</summary>
    public int? BatchSize { get; set; }

    /// <summary>How many calls run at once; <see langword="null"/> (the default) takes what the provider's binding says, else 4. At least 1.</summary>
    public int? Parallelism { get; set; }

    /// <summary>
    /// How long a batch waits in all when the provider, or the client's own limit, has no room for it; 5 minutes by default. After that its texts
    /// count as failed.
    /// </summary>
    public TimeSpan MaxRateLimitWait { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>After how many texts in a row that failed the last failure is thrown: then it is hardly the texts. 100 by default, at least 1.</summary>
    public int MaxConsecutiveFailures { get; set; } = 100;

    /// <summary>The clock of the waits; the system's by default.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Checks the options and copies them, so that a later change by the caller has no effect.</summary>
    internal static BulkEmbeddingOptions Validate(BulkEmbeddingOptions? options)
    {
        if (options is null)
        {
            return new BulkEmbeddingOptions();
        }

        return options is { BatchSize: < 1 } or { Parallelism: < 1 } or { MaxConsecutiveFailures: < 1 } or { TimeProvider: null } || options.MaxRateLimitWait < TimeSpan.Zero
            ? throw new ArgumentException("BatchSize, Parallelism and MaxConsecutiveFailures must be at least 1, MaxRateLimitWait not negative, TimeProvider not null.", nameof(options))
            : (BulkEmbeddingOptions)options.MemberwiseClone();
    }
}
