namespace HyperscaleSdk.Cli.Spec.Docs;

/// <summary>The words of the page that are not the document's, in one language.</summary>
internal sealed partial record DocsTexts
{
    /// <summary>The language as HTML names it.</summary>
    public required string Language { get; init; }

    /// <summary>Whether the provider's Korean name is the first one.</summary>
    public bool IsKorean => string.Equals(Language, "ko", StringComparison.Ordinal);

    public required string Unknown { get; init; }

    public required string Yes { get; init; }

    public required string No { get; init; }

    public required string More { get; init; }

    // Navigation and controls.
    public required string Menu { get; init; }

    public required string Filter { get; init; }

    public required string Copy { get; init; }

    public required string Copied { get; init; }

    public required string ExpandAll { get; init; }

    public required string Contents { get; init; }

    // Overview.
    public required string Overview { get; init; }

    public required string ProviderId { get; init; }

    public required string Document { get; init; }

    public required string BaseAddress { get; init; }

    public required string Hosts { get; init; }

    public required string Key { get; init; }

    public required string KeyHeader { get; init; }

    public required string NoKey { get; init; }

    public required string OptionalKey { get; init; }

    public required string Or { get; init; }

    public required string Clients { get; init; }

    public required string Namespace { get; init; }

    public required string FurtherReading { get; init; }

    public required string AddressMustBeSet { get; init; }

    public required string WhereToFindIt { get; init; }

    public required string Status { get; init; }

    public required string Experimental { get; init; }

    public required string Ended { get; init; }

    public required string Insecure { get; init; }

    /// <summary>The day stands where the placeholder is.</summary>
    public required string NoPublicApi { get; init; }

    public required string Start { get; init; }

    public required string LeftOut { get; init; }

    // Unified clients.
    public required string Unified { get; init; }

    public required string UnifiedIntroduction { get; init; }

    public required string KeyComment { get; init; }

    public required string Chat { get; init; }

    public required string Embeddings { get; init; }

    public required string Injection { get; init; }

    public required string Routes { get; init; }

    public required string ServedModels { get; init; }

    public required string AllModels { get; init; }

    public required string AllOtherModels { get; init; }

    public required string IgnoredOptions { get; init; }

    // Models and prices.
    public required string AiModels { get; init; }

    public required string NoModels { get; init; }

    public required string NoModelNeeded { get; init; }

    public required string NoneKnown { get; init; }

    public required string Model { get; init; }

    public required string Kind { get; init; }

    public required string ChatModel { get; init; }

    public required string EmbeddingModel { get; init; }

    public required string Context { get; init; }

    public required string MaxOutput { get; init; }

    public required string Dimensions { get; init; }

    public required string Capabilities { get; init; }

    public required string EndOfService { get; init; }

    public required string Prices { get; init; }

    public required string NoPrices { get; init; }

    public required string PriceUnknown { get; init; }

    public required string WithoutTax { get; init; }

    public required string Limits { get; init; }

    public required string NoLimits { get; init; }

    public required string LimitUnknown { get; init; }

    public required string RequestsPerMinute { get; init; }

    public required string TokensPerMinute { get; init; }

    public required string ChartTitle { get; init; }

    public required string From { get; init; }

    public required string Unit { get; init; }

    /// <summary>Follows or precedes the currency, which stands where the placeholder is.</summary>
    public required string PerMillionTokens { get; init; }

    public required string Input { get; init; }

    public required string Output { get; init; }

    public required string CachedInput { get; init; }

    public required string Source { get; init; }

    public required string AsOf { get; init; }

    public required string Confidence { get; init; }

    // Data handling.
    public required string Data { get; init; }

    public required string Countries { get; init; }

    public required string TrainsOnInput { get; init; }

    public required string Retention { get; init; }

    public required string PersonalData { get; init; }

    public required string PersonalDataRefused { get; init; }

    public required string PersonalDataByPolicy { get; init; }

    public required string Days { get; init; }

    // Errors.
    public required string Errors { get; init; }

    public required string ErrorCode { get; init; }

    public required string Advice { get; init; }

    public required string Retried { get; init; }

    // Operations.
    public required string Operations { get; init; }

    public required string TypedOperations { get; init; }

    public required string Deprecated { get; init; }

    public required string Streams { get; init; }

    public required string Argument { get; init; }

    public required string SentAs { get; init; }

    public required string Body { get; init; }

    public required string Type { get; init; }

    public required string Required { get; init; }

    public required string Description { get; init; }

    public required string Call { get; init; }

    // Types.
    public required string Types { get; init; }

    public required string ObjectType { get; init; }

    public required string EnumType { get; init; }

    public required string UnionType { get; init; }

    public required string OpenEnum { get; init; }

    public required string OpenUnion { get; init; }

    public required string Member { get; init; }

    public required string Property { get; init; }

    public required string Nullable { get; init; }

    public required string Value { get; init; }

    public required string Variant { get; init; }

    public required string ChosenBy { get; init; }

    /// <summary>The words for what a binding may say of a source.</summary>
    public required IReadOnlyDictionary<string, string> Confidences { get; init; }

    /// <summary>The words for the places of a parameter.</summary>
    public required IReadOnlyDictionary<string, string> Locations { get; init; }

    /// <summary>The words for the abilities of a model.</summary>
    public required IReadOnlyDictionary<string, string> Abilities { get; init; }

    public static DocsTexts Of(string language) => string.Equals(language, "ko", StringComparison.Ordinal) ? Korean : English;

    /// <summary>The word for a value of the document that the table knows; other values stay as they are.</summary>
    public static string Word(IReadOnlyDictionary<string, string> words, string value) => words.TryGetValue(value, out var word) ? word : value;
}
