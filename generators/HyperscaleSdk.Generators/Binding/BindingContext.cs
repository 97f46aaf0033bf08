using System;
using System.Collections.Generic;
using System.Linq;
using HyperscaleSdk.Specification.Diagnostics;
using HyperscaleSdk.Specification.Text;

namespace HyperscaleSdk.Generators.Binding;

/// <summary>Reads keys of a binding and reports what is wrong with them at their place.</summary>
internal sealed class BindingContext
{
    private readonly SourceDocument _document;
    private readonly List<SpecDiagnostic> _diagnostics;
    private readonly HashSet<SpecNode> _fromDialect;

    public BindingContext(SourceDocument document, List<SpecDiagnostic> diagnostics, HashSet<SpecNode> fromDialect)
    {
        _document = document;
        _diagnostics = diagnostics;
        _fromDialect = fromDialect;
    }

    /// <summary>Whether something wrong was reported: then nothing is generated from the binding.</summary>
    public bool HasErrors { get; private set; }

    /// <summary>A dialect says more than a provider has; what of it does not resolve is left out silently.</summary>
    public bool IsOptional(SpecNode node) => _fromDialect.Contains(node);

    public void Report(string id, SpecNode at, string message, string koreanMessage)
    {
        if (!IsOptional(at))
        {
            ReportAt(id, at.Span, message, koreanMessage);
        }
    }

    public void ReportAt(string id, SourceSpan span, string message, string koreanMessage)
    {
        HasErrors = true;
        _diagnostics.Add(_document.Report(id, SpecSeverity.Error, span, message, koreanMessage));
    }

    /// <summary>Reports keys that mean nothing, with the nearest that does.</summary>
    public void AllowOnly(SpecNode node, string what, params string[] keys)
    {
        if (node.Kind != SpecNodeKind.Mapping)
        {
            Report(
                SpecIds.BindingShape,
                node,
                $"'{what}' has to be a mapping with the keys {string.Join(", ", keys)}.",
                $"'{what}'에는 매핑이 와야 합니다. 쓸 수 있는 키: {string.Join(", ", keys)}.");
            return;
        }

        foreach (var member in node.Members.Where(member => Array.IndexOf(keys, member.Name) < 0 && !member.Name.StartsWith("x-", StringComparison.Ordinal)))
        {
            var nearest = keys.OrderBy(key => Distance(key, member.Name)).FirstOrDefault();
            var isNear = nearest is not null && Distance(nearest, member.Name) <= 3;
            ReportAt(
                SpecIds.BindingShape,
                member.NameSpan,
                $"'{what}' has no key '{member.Name}'." + (isNear ? $" Did you mean '{nearest}'?" : $" Its keys are {string.Join(", ", keys)}."),
                $"'{what}'에 '{member.Name}' 키는 쓸 수 없습니다." + (isNear ? $" 혹시 '{nearest}' 키를 뜻했습니까?" : $" 쓸 수 있는 키: {string.Join(", ", keys)}."));
        }
    }

    /// <summary>The text under a key; null when it is absent (reported when it is required).</summary>
    public string? Text(SpecNode node, string key, string what, bool required = false)
    {
        var value = node[key];
        if (value?.Scalar is { } text)
        {
            return text;
        }

        if (value is { Kind: not SpecNodeKind.Null })
        {
            Report(
                SpecIds.BindingShape,
                value,
                $"'{what}.{key}' has to be a single value.",
                $"'{what}.{key}'에는 값 하나만 올 수 있습니다.");
        }
        else if (required)
        {
            Report(
                SpecIds.BindingShape,
                node,
                $"'{what}' lacks the key '{key}'.",
                $"'{what}'에 '{key}' 키가 없습니다.");
        }

        return null;
    }

    /// <summary>The texts under a key: a list, or a single one.</summary>
    public static List<string> Texts(SpecNode? node)
        => node switch
        {
            null => new List<string>(),
            { Kind: SpecNodeKind.Sequence } => node.Items.Where(item => item.Scalar is not null).Select(item => item.Scalar!).ToList(),
            { Scalar: { } text } => new List<string> { text },
            _ => new List<string>(),
        };

    public static IReadOnlyList<SpecNode> Items(SpecNode? node)
        => node switch
        {
            null or { Kind: SpecNodeKind.Null } => Array.Empty<SpecNode>(),
            { Kind: SpecNodeKind.Sequence } => node.Items,
            _ => new[] { node },
        };

    private static int Distance(string left, string right)
    {
        var previous = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var current = new int[right.Length + 1];
            current[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var cost = char.ToLowerInvariant(left[i - 1]) == char.ToLowerInvariant(right[j - 1]) ? 0 : 1;
                current[j] = Math.Min(Math.Min(current[j - 1] + 1, previous[j] + 1), previous[j - 1] + cost);
            }

            previous = current;
        }

        return previous[right.Length];
    }
}
