namespace HyperscaleSdk.Emulator.OpenAI;

/// <summary>The ways to ask for structured output that a provider knows.</summary>
[Flags]
internal enum FormatKinds
{
    /// <summary>None: the fields are unknown and ignored.</summary>
    None = 0,

    /// <summary><c>response_format</c> of type <c>json_object</c>.</summary>
    JsonObject = 1 << 0,

    /// <summary><c>response_format</c> of type <c>json_schema</c>.</summary>
    JsonSchema = 1 << 1,

    /// <summary><c>response_format</c> of type <c>regex</c>.</summary>
    Regex = 1 << 2,

    /// <summary><c>structured_outputs</c> with <c>json</c>, <c>choice</c>, <c>regex</c> or <c>grammar</c>.</summary>
    StructuredOutputs = 1 << 3,

    /// <summary><c>json_schema.name</c> must be there.</summary>
    NamedSchema = 1 << 4,
}
