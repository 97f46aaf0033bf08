using System;
using System.Collections.Generic;
using System.Linq;

namespace HyperscaleSdk.Generators.Binding;

/// <summary>An option of the unified request.</summary>
/// <param name="Name">Its key in the binding, and the variable in generated code.</param>
/// <param name="Display">How a user knows it.</param>
/// <param name="Source">The kind of value: text, count, number, flag or texts.</param>
/// <param name="Value">The expression that is null when it is not set.</param>
/// <param name="IsSet">The condition under which a model that does not take it refuses the call.</param>
internal sealed record OptionPlan(string Name, string Display, string Source, string Value, string IsSet)
{
    /// <summary>The options with one value.</summary>
    public static readonly OptionPlan[] Scalars =
    {
        new("temperature", "Temperature", "number", "call.Temperature", "call.Temperature is not null"),
        new("topP", "TopP", "number", "call.TopP", "call.TopP is not null"),
        new("topK", "TopK", "count", "call.TopK", "call.TopK is not null"),
        new("seed", "Seed", "count", "call.Seed", "call.Seed is not null"),
        new("frequencyPenalty", "FrequencyPenalty", "number", "call.FrequencyPenalty", "call.FrequencyPenalty is not null"),
        new("presencePenalty", "PresencePenalty", "number", "call.PresencePenalty", "call.PresencePenalty is not null"),
        new("maxOutputTokens", "MaxOutputTokens", "count", "call.MaxOutputTokens", "call.MaxOutputTokens is not null"),
        new("stop", "StopSequences", "texts", "call.StopSequences", "call.StopSequences is { Count: > 0 }"),
        new("parallelToolCalls", "AllowMultipleToolCalls", "flag", "call.ParallelToolCalls", "call.ParallelToolCalls is not null"),

        // "Do not think" holds by itself for a model that cannot.
        new("reasoning", "Reasoning.Effort", "text", "call.ReasoningEffort", "call.ReasoningEffort is not (null or \"none\")"),
    };

    /// <summary>The options that a chat route never looks at, as a user knows them: the client's documentation names them.</summary>
    public static IEnumerable<string> Ignored(string source)
        => Scalars.Where(option => source.IndexOf(option.Value, StringComparison.Ordinal) < 0).Select(option => option.Display);
}
