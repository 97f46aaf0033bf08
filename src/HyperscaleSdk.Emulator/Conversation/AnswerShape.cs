namespace HyperscaleSdk.Emulator.Conversation;

/// <summary>The form the answer must take.</summary>
internal enum AnswerShape
{
    Text,
    JsonObject,
    JsonSchema,

    /// <summary>One of the given texts.</summary>
    Choice,
}
