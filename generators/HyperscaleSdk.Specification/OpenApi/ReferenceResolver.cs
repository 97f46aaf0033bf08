using System;
using System.Collections.Generic;
using System.Globalization;
using HyperscaleSdk.Specification.Diagnostics;
using HyperscaleSdk.Specification.Text;

namespace HyperscaleSdk.Specification.OpenApi;

/// <summary>Follows references within the document and into the files that the caller allows. Nothing here reads a file or the network.</summary>
internal sealed class ReferenceResolver
{
    private const int LongestChain = 64;
    private readonly ApiDocument _document;
    private readonly HashSet<string> _reported = new(StringComparer.Ordinal);
    private readonly Dictionary<SpecNode, Dictionary<string, SpecNode>> _anchors = new();

    public ReferenceResolver(ApiDocument document) => _document = document;

    /// <summary>The node that a <c>$ref</c> value leads to, through chains of references; null with a diagnostic where there is none.</summary>
    /// <param name="reference">The value of <c>$ref</c>.</param>
    /// <param name="componentName">The name under which a schema stands there; null when it has none.</param>
    public SpecNode? Resolve(SpecNode reference, out string? componentName)
    {
        componentName = null;
        SpecNode? target = null;
        var at = reference;
        for (var step = 0; step < LongestChain && at?.Scalar is { } text; step++)
        {
            var hash = text.IndexOf('#');
            var path = hash < 0 ? text : text.Substring(0, hash);
            if (Root(reference, at, text, path) is not { } root)
            {
                return null;
            }

            target = Follow(root, hash < 0 ? "" : text.Substring(hash + 1), path, out componentName);
            if (target is null)
            {
                Report(
                    reference,
                    SpecIds.BrokenReference,
                    $"The reference '{text}' leads nowhere. Declare the schema or correct the name.",
                    $"'{text}' 참조가 가리키는 곳이 없습니다. 스키마를 선언하거나 이름을 고치십시오.");
                return null;
            }

            at = target["$ref"];
        }

        return target;
    }

    /// <summary>A node itself, or what its <c>$ref</c> leads to (for parameters, bodies, responses).</summary>
    public SpecNode? Dereference(SpecNode? node)
        => node?["$ref"] is { } reference ? Resolve(reference, out _) : node;

    // Where a reference begins to be followed: this document, or the file that it names.
    private SpecNode? Root(SpecNode reported, SpecNode at, string text, string path)
    {
        var from = _document.Files.FileOf(at.Span);
        if (path.Length == 0)
        {
            return from is null ? _document.Root : from.ForeignRoot;
        }

        var file = Uri.UnescapeDataString(path);
        if (!RelativePath.IsRelative(file))
        {
            Report(
                reported,
                SpecIds.ForeignReference,
                $"The reference '{text}' leaves the project. Only this document and files beside it are read, never the network; copy the schema into components/schemas.",
                $"'{text}' 참조가 프로젝트 밖을 가리킵니다. 이 문서와 곁에 있는 파일만 읽고 네트워크는 쓰지 않습니다. 스키마를 components/schemas로 옮겨 적으십시오.");
            return null;
        }

        if (_document.Files.Open(from, file, _document.Root) is { } root)
        {
            return root;
        }

        Report(
            reported,
            SpecIds.ForeignReference,
            $"The file of the reference '{text}' is not among the project's files. Add it: <HyperscaleSpecPart Include=\"{file}\" />.",
            $"'{text}' 참조의 파일이 프로젝트의 파일에 없습니다. <HyperscaleSpecPart Include=\"{file}\" />로 추가하십시오.");
        return null;
    }

    private SpecNode? Follow(SpecNode root, string pointer, string path, out string? componentName)
    {
        componentName = null;
        if (pointer.Length > 0 && pointer[0] != '/')
        {
            componentName = pointer;
            return Anchors(root).TryGetValue(pointer, out var anchored) ? anchored : null;
        }

        var node = root;
        var segments = pointer.Split('/');
        for (var i = 1; i < segments.Length && node is not null; i++)
        {
            var segment = Unescape(segments[i]);
            node = node.Kind == SpecNodeKind.Sequence
                ? int.TryParse(segment, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < node.Items.Count ? node.Items[index] : null
                : node[segment];
        }

        if (node is not null)
        {
            componentName = NameOf(segments, path);
        }

        return node;
    }

    // A schema that is a component, a definition, or a file of its own has a name; one that lies somewhere within has none.
    private static string? NameOf(string[] segments, string path) => segments.Length switch
    {
        4 when segments[1] == "components" && segments[2] == "schemas" => Unescape(segments[3]),
        3 when segments[1] is "definitions" or "$defs" or "schemas" => Unescape(segments[2]),
        2 when path.Length > 0 => Unescape(segments[1]),
        1 when path.Length > 0 => FileName(path),
        _ => null,
    };

    private static string FileName(string path)
    {
        var name = path.Substring(path.LastIndexOf('/') + 1);
        var dot = name.IndexOf('.');
        return dot > 0 ? name.Substring(0, dot) : name;
    }

    private Dictionary<string, SpecNode> Anchors(SpecNode root)
    {
        if (_anchors.TryGetValue(root, out var known))
        {
            return known;
        }

        var anchors = new Dictionary<string, SpecNode>(StringComparer.Ordinal);
        var seen = new HashSet<SpecNode>();
        var open = new Stack<SpecNode>();
        open.Push(root);
        while (open.Count > 0)
        {
            var node = open.Pop();
            if (!seen.Add(node))
            {
                continue;
            }

            if (node["$anchor"]?.AsString() is { } anchor && !anchors.ContainsKey(anchor))
            {
                anchors.Add(anchor, node);
            }

            foreach (var member in node.Members)
            {
                open.Push(member.Value);
            }

            foreach (var item in node.Items)
            {
                open.Push(item);
            }
        }

        return _anchors[root] = anchors;
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
