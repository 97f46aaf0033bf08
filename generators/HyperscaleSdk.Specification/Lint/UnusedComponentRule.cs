using System;
using System.Collections.Generic;
using HyperscaleSdk.Specification.Text;

namespace HyperscaleSdk.Specification.Lint;

/// <summary>A component that no operation leads to is a type that nobody meets.</summary>
internal sealed class UnusedComponentRule : ILintRule
{
    public void Check(LintContext context)
    {
        var document = context.Document;
        if (document.Operations.Count == 0 || document.Root["components"]?["schemas"] is not { Kind: SpecNodeKind.Mapping } schemas)
        {
            return;
        }

        var reached = Reach(context, schemas);
        foreach (var site in context.Sites)
        {
            if (site.Place != SchemaPlace.Component || reached.Contains(site.Name) || !context.Facts.MakesType(site.Schema))
            {
                continue;
            }

            var name = LintText.Name(site.Name);
            context.Report(
                LintIds.UnusedComponent,
                site.Span,
                $"The component '{name}' is not used by any operation: C# gets a type that nobody needs.",
                $"'{name}' 컴포넌트를 쓰는 작업이 없습니다. 아무도 쓰지 않는 C# 형식이 생깁니다.",
                "Refer to it where it belongs, or remove it.",
                "쓰일 자리에서 참조하거나 지우십시오.");
        }
    }

    private static HashSet<string> Reach(LintContext context, SpecNode schemas)
    {
        var references = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        var children = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var member in schemas.Members)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            references[member.Name] = References(member.Value, except: null);
            foreach (var part in member.Value["allOf"]?.Items ?? Array.Empty<SpecNode>())
            {
                if (part["$ref"]?.Scalar is { } reference && Component(reference) is { } parent)
                {
                    if (!children.TryGetValue(parent, out var list))
                    {
                        children.Add(parent, list = new List<string>());
                    }

                    list.Add(member.Name);
                }
            }
        }

        var reached = References(context.Document.Root, schemas);
        var open = new Queue<string>(reached);
        while (open.Count > 0)
        {
            var name = open.Dequeue();
            foreach (var next in references.TryGetValue(name, out var direct) ? direct : new HashSet<string>(StringComparer.Ordinal))
            {
                if (reached.Add(next))
                {
                    open.Enqueue(next);
                }
            }

            // Where a parent has a discriminator, its children may stand in its place without being referred to.
            if (children.TryGetValue(name, out var heirs) && schemas[name]?["discriminator"] is not null)
            {
                foreach (var heir in heirs)
                {
                    if (reached.Add(heir))
                    {
                        open.Enqueue(heir);
                    }
                }
            }
        }

        return reached;
    }

    private static HashSet<string> References(SpecNode root, SpecNode? except)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<SpecNode>();
        open.Push(root);
        while (open.Count > 0)
        {
            var node = open.Pop();
            if (node == except)
            {
                continue;
            }

            foreach (var item in node.Items)
            {
                open.Push(item);
            }

            foreach (var member in node.Members)
            {
                if (member.Name == "$ref" && member.Value.Scalar is { } reference)
                {
                    Add(reference);
                }
                else if (member.Name == "mapping")
                {
                    foreach (var entry in member.Value.Members)
                    {
                        Add(entry.Value.Scalar ?? "");
                    }
                }

                open.Push(member.Value);
            }
        }

        return found;

        void Add(string reference)
        {
            if (Component(reference) is { } name)
            {
                found.Add(name);
            }
        }
    }

    // '#/components/schemas/Thing', '#/definitions/Thing', something within it, or, in a mapping, only 'Thing'.
    private static string? Component(string reference)
    {
        var name = reference;
        if (reference.StartsWith("#", StringComparison.Ordinal))
        {
            var start = reference.StartsWith("#/components/schemas/", StringComparison.Ordinal) ? "#/components/schemas/".Length
                : reference.StartsWith("#/definitions/", StringComparison.Ordinal) ? "#/definitions/".Length
                : -1;
            if (start < 0)
            {
                return null;
            }

            var end = reference.IndexOf('/', start);
            name = end < 0 ? reference.Substring(start) : reference.Substring(start, end - start);
        }

        return (name.IndexOf('%') >= 0 ? Uri.UnescapeDataString(name) : name).Replace("~1", "/").Replace("~0", "~");
    }
}
