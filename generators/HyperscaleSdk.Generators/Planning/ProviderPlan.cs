#pragma warning disable MA0048 // the parts of a provider stand together
using HyperscaleSdk.Generators.Infrastructure;

namespace HyperscaleSdk.Generators.Planning;

/// <summary>The provider as the binding describes it, or as much as the document alone says.</summary>
internal sealed record ProviderPlan(
    string Id,
    string EnglishName,
    string KoreanName,
    string TelemetryName,
    string? BaseAddress,
    string? KeyVariable,
    bool KeyRequired,
    KeyPlan Key,
    EquatableArray<string> Hosts,
    DataPlan Data,
    EquatableArray<AiModelPlan> Models,
    ErrorsPlan Errors)
{
    /// <summary>The binding rests on client code or other secondary sources, not on the provider's own documents.</summary>
    public bool IsExperimental { get; init; }

    /// <summary>The provider has ended the API, or is presumed to have.</summary>
    public bool IsDeprecated { get; init; }

    /// <summary>The provider offers its API over plain http only.</summary>
    public bool AllowsInsecureHttp { get; init; }

    /// <summary>The day on which no public self-serve API was found; null where there is one, or where the software is the user's own to run.</summary>
    public string? NoPublicApiAsOf { get; init; }

    /// <summary>Where a user finds the address; null when there is nothing to say.</summary>
    public string? AddressHint { get; init; }

    /// <summary>The same in Korean; null when the binding says it in one language. For pages: the error that names it is in English.</summary>
    public string? KoreanAddressHint { get; init; }
}

/// <summary>Where the key goes: a header, or the query; nowhere when both are null.</summary>
/// <param name="Header">The header.</param>
/// <param name="Prefix">What stands before the key in the header.</param>
/// <param name="Query">The query parameter.</param>
/// <param name="IsBasic">The key is user and password, sent in base64.</param>
internal sealed record KeyPlan(string? Header, string Prefix, string? Query = null, bool IsBasic = false)
{
    public static readonly KeyPlan None = new(Header: null, "");

    public bool IsUsed => (Header ?? Query) is not null;
}

/// <summary>Data handling; null means unknown.</summary>
internal sealed record DataPlan(EquatableArray<string> Countries, bool? TrainsOnInput, int? RetentionDays, string Source, string AsOf, string Confidence)
{
    /// <summary>Personal data must not be sent.</summary>
    public bool RefusesPersonalData { get; init; }
}

/// <summary>A model of the provider.</summary>
internal sealed record AiModelPlan(
    string Id,
    string Kind,
    EquatableArray<string> Aliases,
    int? ContextTokens,
    int? MaxOutputTokens,
    int? Dimensions,
    EquatableArray<string> Capabilities,
    string? EndOfService,
    EquatableArray<PricePlan> Prices)
{
    /// <summary>How much may be sent in a minute; null when unknown.</summary>
    public LimitsPlan? Limits { get; init; }
}

/// <summary>Limits of a minute; null where unknown.</summary>
internal sealed record LimitsPlan(int? RequestsPerMinute, int? TokensPerMinute, string Source, string AsOf, string Confidence);

/// <summary>A dated price per million tokens, as decimal text.</summary>
internal sealed record PricePlan(string From, string Currency, string? Input, string? Output, string? CachedInput, string Source, string Confidence);

/// <summary>How errors look.</summary>
internal sealed record ErrorsPlan(
    EquatableArray<string> Code,
    EquatableArray<string> Message,
    EquatableArray<string> Transient,
    EquatableArray<string> Permanent,
    EquatableArray<AdvicePlan> Advice,
    EquatableArray<string> RequestIdHeaders,
    EquatableArray<string> RetryAfterEpochHeaders,
    bool StatusFromCode);

/// <summary>What to do about an error code.</summary>
internal sealed record AdvicePlan(string Code, string Text);
