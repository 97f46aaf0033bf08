using HyperscaleSdk.Fuzzing.Mutations;
using HyperscaleSdk.Fuzzing.Trees;
using HyperscaleSdk.Specification.Text;

namespace HyperscaleSdk.Fuzzing.Documents;

/// <summary>Cuts a few operations out of a document, with most of what they refer to.</summary>
internal sealed class DocumentSlice(SpecNode root, Rng rng)
{
    private const int WholeDocument = 900;
    private const int MostComponents = 24;
    private const int MostMembers = 24;

    private static readonly string[] ComponentHolders = ["components", "definitions", "parameters", "responses"];

    private readonly Dictionary<string, Tree> _components = new(StringComparer.Ordinal);
    private readonly Queue<string> _open = new();

    /// <summary>The document itself when it is small, and a part of it otherwise.</summary>
    public static Tree Of(FuzzDocument document, Rng rng)
    {
        if (document.Length < 200_000 && TreeReader.Copy(document.Root) is var whole && whole.Count() <= WholeDocument)
        {
            return whole;
        }

        return new DocumentSlice(document.Root, rng).Cut();
    }

    private Tree Cut()
    {
        var result = Tree.Mapping(root.Members
            .Where(member => member.Name != "paths" && !ComponentHolders.Contains(member.Name) && member.Value.Kind is not (SpecNodeKind.Mapping or SpecNodeKind.Sequence))
            .Select(member => (member.Name, Take(member.Value))));
        foreach (var name in new[] { "info", "servers", "security", "securityDefinitions", "consumes", "produces" })
        {
            if (root[name] is { } node)
            {
                result.Set(name, Take(node));
            }
        }

        var paths = Tree.Mapping();
        if (root["paths"] is { Members.Count: > 0 } all)
        {
            for (var i = rng.Between(1, 4); i > 0; i--)
            {
                var path = rng.Pick(all.Members);
                paths.Set(path.Name, Take(path.Value));
            }
        }

        result.Set("paths", paths);
        if (root["components"]?["securitySchemes"] is { } schemes)
        {
            _components["#/components/securitySchemes"] = Take(schemes);
        }

        FollowReferences();
        Place(result);
        return result;
    }

    private void FollowReferences()
    {
        while (_components.Count < MostComponents && _open.TryDequeue(out var pointer))
        {
            var segments = pointer.Split('/');
            var node = root;
            for (var i = 1; i < segments.Length && node is not null; i++)
            {
                node = node[Unescape(segments[i])];
            }

            if (node is not null && segments.Length is 3 or 4 && ComponentHolders.Contains(segments[1]) && !_components.ContainsKey(pointer))
            {
                _components.Add(pointer, Take(node));
            }
        }
    }

    private void Place(Tree result)
    {
        foreach (var (pointer, component) in _components)
        {
            var segments = pointer.Split('/');
            var holder = result;
            for (var i = 1; i < segments.Length - 1; i++)
            {
                var next = holder[segments[i]];
                if (next is null)
                {
                    next = Tree.Mapping();
                    holder.Set(segments[i], next);
                }

                holder = next;
            }

            holder.Set(Unescape(segments[^1]), component);
        }
    }

    // Some descriptions have hundreds of enum values or examples in one place: a sample of them does.
    private Tree Take(SpecNode node)
    {
        switch (node.Kind)
        {
            case SpecNodeKind.Mapping:
                if (node["$ref"]?.Scalar is { } target && target.StartsWith("#/", StringComparison.Ordinal))
                {
                    _open.Enqueue(target);
                }

                return Tree.Mapping(Sample(node.Members).Select(member => (member.Name, Take(member.Value))));
            case SpecNodeKind.Sequence:
                return Tree.Sequence(Sample(node.Items).Select(Take));
            case SpecNodeKind.String when node.Scalar!.Length > 300:
                return Tree.String(node.Scalar[..200]);
            default:
                return TreeReader.Copy(node);
        }
    }

    private IEnumerable<T> Sample<T>(IReadOnlyList<T> all)
    {
        if (all.Count <= MostMembers)
        {
            return all;
        }

        var first = rng.Next(all.Count - MostMembers);
        return all.Skip(first).Take(MostMembers);
    }

    private static string Unescape(string segment) => segment.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
}
