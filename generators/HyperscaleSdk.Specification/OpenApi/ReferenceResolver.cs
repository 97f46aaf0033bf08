using System;
using System.Collections.Generic;
using System.Globalization;
using HyperscaleSdk.Specification.Diagnostics;
using HyperscaleSdk.Specification.Text;

namespace HyperscaleSdk.Specification.OpenApi;

/// <summary>Follows local references. Nothing here reads a file or the network.</summary>
internal sealed class ReferenceResolver
{
    private const int LongestChain = 64;
    private readonly ApiDocument _document;
    private readonly HashSet<string> _reported = new(StringComparer.Ordinal);

    public ReferenceResolver(ApiDocument document) => _document = document;

    /// <summary>The node that a <c>$ref</c> value leads to, through chains of references; null with a diagnostic where there is none.</summary>
    public SpecNode? Resolve(SpecNode reference, out string? componentName)
    {
        componentName = null;
        var text = reference.Scalar;
        SpecNode? target = null;
        for (var step = 0; step < LongestChain && text is not null; step++)
        {
            if (!text.StartsWith("#", StringComparison.Ordinal))
            {
                Report(
                    reference,
                    SpecIds.ForeignReference,
                    $"The reference '{text}' leaves the document. Only references within the document (#/…) are followed; copy the schema into components/schemas.",
                    $"'{text}' 참조가 문서 밖을 가리킵니다. 문서 안의 참조(#/…)만 따라갑니다. 스키마를 components/schemas로 옮겨 적으십시오.");
                return null;
            }

            target = Follow(text, out componentName);
            if (target is null)
            {
                Report(
                    reference,
                    SpecIds.BrokenReference,
                    $"The reference '{text}' leads nowhere. Declare the schema or correct the name.",
                    $"'{text}' 참조가 가리키는 곳이 없습니다. 스키마를 선언하거나 이름을 고치십시오.");
                return null;
            }

            text = target["$ref"]?.Scalar;
        }

        return target;
    }

    /// <summary>A node itself, or what its <c>$ref</c> leads to (for parameters, bodies, responses).</summary>
    public SpecNode? Dereference(SpecNode? node)
        => node?["$ref"] is { } reference ? Resolve(reference, out _) : node;

    private SpecNode? Follow(string pointer, out string? componentName)
    {
        componentName = null;
        SpecNode? node = _document.Root;
        var segments = pointer.TrimStart('#').Split('/');
        for (var i = 1; i < segments.Length && node is not null; i++)
        {
            var segment = Unescape(segments[i]);
            node = node.Kind == SpecNodeKind.Sequence
                ? int.TryParse(segment, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < node.Items.Count ? node.Items[index] : null
                : node[segment];
        }

        if (node is not null && segments.Length == 4 && segments[1] == "components" && segments[2] == "schemas")
        {
            componentName = Unescape(segments[3]);
        }
        else if (node is not null && segments.Length == 3 && segments[1] == "definitions")
        {
            componentName = Unescape(segments[2]);
        }

        return node;
    }

    private static string Unescape(string segment)
        => (segment.IndexOf('%') >= 0 ? Uri.UnescapeDataString(segment) : segment).Replace("~1", "/").Replace("~0", "~");

    private void Report(SpecNode reference, string id, string message, string koreanMessage)
    {
        if (_reported.Add(message))
        {
            _document.Diagnostics.Add(_document.Source.Report(id, SpecSeverity.Warning, reference.Span, message, koreanMessage));
        }
    }
}
