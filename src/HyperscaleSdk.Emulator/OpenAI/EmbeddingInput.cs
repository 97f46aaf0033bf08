namespace HyperscaleSdk.Emulator.OpenAI;

/// <summary>What <c>input</c> of an embedding call may be.</summary>
internal enum EmbeddingInput
{
    /// <summary>A text, or an array with one.</summary>
    OneText,

    /// <summary>A text or an array of texts.</summary>
    Texts,

    /// <summary>Texts, or arrays of token numbers.</summary>
    TextsOrTokens,
}
