using System;
using System.Collections.Generic;
using System.Globalization;
using HyperscaleSdk.Specification.Diagnostics;
using HyperscaleSdk.Specification.Text;

namespace HyperscaleSdk.Generators.Binding;

/// <summary>Conditions of the binding: facts about the unified request, by name.</summary>
internal static class Conditions
{
    private static readonly Dictionary<string, string> Facts = new(StringComparer.Ordinal)
    {
        ["tools"] = "call.Tools.Count > 0",
        ["images"] = "call.HasImages",
        ["stop"] = "call.StopSequences is { Count: > 0 }",
        ["reasoning"] = "call.ReasoningEffort is not (null or \"none\")",
        ["json"] = "call.ResponseFormat == \"json\"",
        ["jsonSchema"] = "call.ResponseFormat == \"jsonSchema\"",
        ["streaming"] = "call.Streaming",
        ["temperature"] = "call.Temperature is not null",
        ["topP"] = "call.TopP is not null",
        ["topK"] = "call.TopK is not null",
        ["seed"] = "call.Seed is not null",
        ["frequencyPenalty"] = "call.FrequencyPenalty is not null",
        ["presencePenalty"] = "call.PresencePenalty is not null",
    };

    private static readonly Dictionary<string, string> Counts = new(StringComparer.Ordinal)
    {
        ["maxOutputTokens"] = "call.MaxOutputTokens",
        ["systemMessages"] = "call.SystemMessageCount",
    };

    /// <summary>A condition of the binding as C#: names of facts, all of which hold.</summary>
    public static string? Compile(SpecNode? node, BindingContext context, string joiner = " && ")
    {
        if (node is null)
        {
            return null;
        }

        var parts = new List<string>();
        foreach (var item in BindingContext.Items(node))
        {
            if (Fact(item.Scalar?.Trim() ?? "") is { } fact)
            {
                parts.Add(fact);
            }
            else
            {
                context.Report(
                    SpecIds.BindingShape,
                    item,
                    $"'{item.Scalar}' is no condition. Conditions are {string.Join(", ", Facts.Keys)}, each also with '!' before it, and maxOutputTokens or systemMessages compared with a number ('maxOutputTokens<1024').",
                    $"'{item.Scalar}' 값은 조건이 아닙니다. 쓸 수 있는 조건: {string.Join(", ", Facts.Keys)}. 조건 앞에는 '!'를 붙일 수 있고, maxOutputTokens와 systemMessages는 숫자와 비교할 수 있습니다('maxOutputTokens<1024').");
            }
        }

        return parts.Count == 0 ? null : string.Join(joiner, parts);
    }

    private static string? Fact(string text)
    {
        var negated = text.StartsWith("!", StringComparison.Ordinal);
        var name = negated ? text.Substring(1) : text;
        if (Facts.TryGetValue(name, out var fact))
        {
            return negated ? $"!({fact})" : fact;
        }

        foreach (var sign in new[] { "<=", ">=", "<", ">" })
        {
            var at = text.IndexOf(sign, StringComparison.Ordinal);
            if (at > 0 && Counts.TryGetValue(text.Substring(0, at).Trim(), out var count)
                && long.TryParse(text.Substring(at + sign.Length).Trim(), NumberStyles.Integer, CultureInfo.InvariantCulture, out var limit))
            {
                return $"{count} {sign} {limit.ToString(CultureInfo.InvariantCulture)}";
            }
        }

        return null;
    }
}
