namespace HyperscaleSdk.Conformance;

/// <summary>What a fact needs of a provider. A provider that lacks it says why, and what happens instead.</summary>
public enum ConformanceNeed
{
    /// <summary>Nothing that a provider may lack.</summary>
    None,

    /// <summary>The answer comes in pieces.</summary>
    Streaming,

    /// <summary>A chat is a list of messages with roles.</summary>
    Roles,

    /// <summary>Tools are called.</summary>
    Tools,

    /// <summary>Some tool can be demanded.</summary>
    RequiredTools,

    /// <summary>A JSON schema is followed.</summary>
    Schemas,

    /// <summary>Thinking can be asked for.</summary>
    Reasoning,

    /// <summary>Thinking tokens are counted apart.</summary>
    ReasoningTokens,

    /// <summary>Images are seen.</summary>
    Images,

    /// <summary>Texts that end the answer.</summary>
    StopSequences,

    /// <summary>Why an answer ended is said.</summary>
    FinishReasons,

    /// <summary>The answer has an id.</summary>
    ResponseIds,

    /// <summary>The answer names the model.</summary>
    ServedModel,

    /// <summary>The request names the model, and there is more than one.</summary>
    OtherModels,

    /// <summary>A model that does not exist is refused.</summary>
    UnknownModels,

    /// <summary>The documented temperatures end somewhere.</summary>
    TemperatureLimit,

    /// <summary>The provider's own request has a member for the token limit that may be left out.</summary>
    OptionalTokenLimit,

    /// <summary>Tokens are reported.</summary>
    Usage,

    /// <summary>Tokens are reported in streams.</summary>
    StreamUsage,

    /// <summary>Failures have an id by which the provider finds them.</summary>
    RequestIds,

    /// <summary>A key is asked for.</summary>
    Key,

    /// <summary>The length of vectors is known.</summary>
    Dimensions,
}
