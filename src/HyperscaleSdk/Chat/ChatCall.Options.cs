using System.Text.Json;
using Microsoft.Extensions.AI;

namespace HyperscaleSdk.Runtime;

/// <content>The unified options in wire terms.</content>
public sealed partial class ChatCall
{
    /// <summary>The sampling temperature; <see langword="null"/> when the caller does not set it.</summary>
    public double? Temperature => Numbers.Widen(_options?.Temperature);

    /// <summary>Nucleus sampling; <see langword="null"/> when the caller does not set it.</summary>
    public double? TopP => Numbers.Widen(_options?.TopP);

    /// <summary>How many likely tokens are considered; <see langword="null"/> when the caller does not set it.</summary>
    public long? TopK => _options?.TopK;

    /// <summary>The seed; <see langword="null"/> when the caller does not set it.</summary>
    public long? Seed => _options?.Seed;

    /// <summary>The most output tokens; <see langword="null"/> when the caller does not set it.</summary>
    public long? MaxOutputTokens => _options?.MaxOutputTokens;

    /// <summary>The frequency penalty; <see langword="null"/> when the caller does not set it.</summary>
    public double? FrequencyPenalty => Numbers.Widen(_options?.FrequencyPenalty);

    /// <summary>The presence penalty; <see langword="null"/> when the caller does not set it.</summary>
    public double? PresencePenalty => Numbers.Widen(_options?.PresencePenalty);

    /// <summary>Texts that end the answer; <see langword="null"/> when there are none.</summary>
    public IReadOnlyList<string>? StopSequences => _options?.StopSequences switch
    {
        null or { Count: 0 } => null,
        IReadOnlyList<string> list => list,
        { } other => [.. other],
    };

    /// <summary><c>none</c>, <c>low</c>, <c>medium</c>, <c>high</c>, <c>extraHigh</c>, or <see langword="null"/> when the caller does not set it.</summary>
    public string? ReasoningEffort => _options?.Reasoning?.Effort switch
    {
        Microsoft.Extensions.AI.ReasoningEffort.None => "none",
        Microsoft.Extensions.AI.ReasoningEffort.Low => "low",
        Microsoft.Extensions.AI.ReasoningEffort.Medium => "medium",
        Microsoft.Extensions.AI.ReasoningEffort.High => "high",
        Microsoft.Extensions.AI.ReasoningEffort.ExtraHigh => "extraHigh",
        _ => null,
    };

    /// <summary>The tools; empty when there are none. The tool mode <c>none</c> keeps them.</summary>
    public IReadOnlyList<WireTool> Tools { get; }

    /// <summary><c>auto</c>, <c>none</c>, <c>required</c>, <c>specific</c>, or <see langword="null"/> when the caller does not set it or there are no tools.</summary>
    public string? ToolMode => Tools.Count == 0 ? null : _options?.ToolMode switch
    {
        AutoChatToolMode => "auto",
        NoneChatToolMode => "none",
        RequiredChatToolMode { RequiredFunctionName: null } => "required",
        RequiredChatToolMode => "specific",
        _ => null,
    };

    /// <summary>The tool that must be called; <see langword="null"/> unless <see cref="ToolMode"/> is <c>specific</c>.</summary>
    public string? RequiredToolName => Tools.Count == 0 ? null : (_options?.ToolMode as RequiredChatToolMode)?.RequiredFunctionName;

    /// <summary>Whether several tools may be called at once; <see langword="null"/> when the caller does not say or there are no tools.</summary>
    public bool? ParallelToolCalls => Tools.Count == 0 ? null : _options?.AllowMultipleToolCalls;

    /// <summary><c>text</c>, <c>json</c>, <c>jsonSchema</c>, or <see langword="null"/> when the caller does not set it.</summary>
    public string? ResponseFormat => _options?.ResponseFormat switch
    {
        ChatResponseFormatText => "text",
        ChatResponseFormatJson { Schema: not null } => "jsonSchema",
        ChatResponseFormatJson => "json",
        _ => null,
    };

    /// <summary>The schema that the answer must follow; <see langword="null"/> unless <see cref="ResponseFormat"/> is <c>jsonSchema</c>.</summary>
    public JsonElement? JsonSchema => (_options?.ResponseFormat as ChatResponseFormatJson)?.Schema;

    /// <summary>The schema's name; <see langword="null"/> when it has none.</summary>
    public string? JsonSchemaName => (_options?.ResponseFormat as ChatResponseFormatJson)?.SchemaName;

    /// <summary>The schema's description; <see langword="null"/> when it has none.</summary>
    public string? JsonSchemaDescription => (_options?.ResponseFormat as ChatResponseFormatJson)?.SchemaDescription;

    private IReadOnlyList<WireTool> NormaliseTools(IList<AITool>? tools)
    {
        if (tools is not { Count: > 0 })
        {
            return [];
        }

        var normalised = new List<WireTool>(tools.Count);
        foreach (var tool in tools)
        {
            if (tool is not AIFunctionDeclaration function)
            {
                throw Failures.Unsupported(Provider, Model, $"the tool '{tool?.Name}' runs at the provider, which this provider does not offer; give functions instead");
            }

            bool? strict = function.AdditionalProperties.TryGetValue("strict", out var value) && value is bool given ? given : null;
            normalised.Add(new WireTool(function.Name, string.IsNullOrEmpty(function.Description) ? null : function.Description, function.JsonSchema, strict));
        }

        return normalised;
    }
}
