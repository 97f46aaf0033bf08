namespace HyperscaleSdk.Emulator.OpenAI;

/// <summary>The fields that turn reasoning on and off; others are ignored.</summary>
[Flags]
internal enum ReasoningSwitches
{
    None = 0,

    /// <summary><c>reasoning_effort</c>, with the values of the model.</summary>
    Effort = 1 << 0,

    /// <summary><c>reasoning.effort</c> as well.</summary>
    EffortObject = 1 << 1,

    /// <summary><c>chat_template_kwargs.enable_thinking</c>.</summary>
    EnableThinking = 1 << 2,

    /// <summary><c>chat_template_kwargs.force_reasoning</c> and <c>.skip_reasoning</c>.</summary>
    ForceOrSkip = 1 << 3,

    /// <summary>The text stays in the content, between <c>&lt;think&gt;</c> tags, unless <c>parse_reasoning</c> is true.</summary>
    ParseOnRequest = 1 << 4,
}
