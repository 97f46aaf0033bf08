using System.Text;
using System.Text.Json;
using HyperscaleSdk.Specification.Text;

namespace HyperscaleSdk.Generators.Tests.RoundTrip;

/// <summary>A few paths of a large document, with the components that they use.</summary>
internal static class DocumentSubset
{
    private const string Components = "#/components/";

    /// <summary>The subset as JSON.</summary>
    public static string Of(string path, string text, IReadOnlyCollection<string> paths)
    {
        var root = SpecReader.Read(path, text).Root!;
        var kept = root["paths"]!.Members.Where(member => paths.Contains(member.Name)).ToList();
        var used = Used(root, kept.Select(member => member.Value));
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            foreach (var member in root.Members.Where(member => member.Name is "openapi" or "info" or "servers"))
            {
                writer.WritePropertyName(member.Name);
                NodeJson.Write(writer, member.Value);
            }

            writer.WriteStartObject("paths");
            kept.ForEach(member => Member(writer, member));
            writer.WriteEndObject();
            writer.WriteStartObject("components");
            foreach (var kind in root["components"]!.Members)
            {
                writer.WriteStartObject(kind.Name);
                kind.Value.Members.Where(member => used.Contains($"{Components}{kind.Name}/{member.Name}")).ToList().ForEach(member => Member(writer, member));
                writer.WriteEndObject();
            }

            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void Member(Utf8JsonWriter writer, SpecMember member)
    {
        writer.WritePropertyName(member.Name);
        NodeJson.Write(writer, member.Value);
    }

    private static HashSet<string> Used(SpecNode root, IEnumerable<SpecNode> from)
    {
        var used = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<SpecNode>(from);
        while (open.TryPop(out var node))
        {
            if (node["$ref"]?.Scalar is { } reference && reference.StartsWith(Components, StringComparison.Ordinal) && used.Add(reference))
            {
                var segments = reference[Components.Length..].Split('/');
                open.Push(root["components"]![segments[0]]![segments[1]]!);
            }

            node.Items.Concat(node.Members.Select(member => member.Value)).ToList().ForEach(open.Push);
        }

        return used;
    }
}
