using System.Text.Json.Nodes;
using HyperscaleSdk.Generators.Tests.RoundTrip;
using HyperscaleSdk.Specification.Text;

namespace HyperscaleSdk.Wire.Tests.Values;

/// <summary>Makes values that a schema allows, from the document's nodes alone: what our own model of the document thinks plays no part.</summary>
/// <param name="root">The document.</param>
/// <param name="isFull">Whether optional members are filled too.</param>
/// <param name="word">The word in texts.</param>
internal sealed class SchemaSample(SpecNode root, bool isFull, string word = "값")
{
    // Optional members end here, and behind the second nothing ends any more.
    private const int DeepestOptional = 3;
    private const int Deepest = 16;

    /// <summary>A value.</summary>
    /// <param name="schema">The schema; null allows anything.</param>
    /// <param name="index">Which one of several that should differ, from 0.</param>
    /// <exception cref="NotSupportedException">No value can be made.</exception>
    public JsonNode Of(SpecNode? schema, int index = 0) => Of(schema, index, 0);

    private JsonNode Of(SpecNode? schema, int index, int depth)
    {
        if (depth > Deepest)
        {
            throw new NotSupportedException("a value that never ends");
        }

        var facts = new SchemaFacts(root, schema);
        if (facts.First("const") is { } constant)
        {
            return Node(constant);
        }

        var values = facts.First("enum")?.Items.Where(item => item.Kind != SpecNodeKind.Null).ToList();
        if (values is { Count: > 0 })
        {
            return Node(values[index % values.Count]);
        }

        return facts.Type switch
        {
            "object" => Object(facts, depth),
            "array" => Array(facts, depth),
            "integer" or "number" => NumberSample.Of(facts, index),
            "boolean" => JsonValue.Create(index % 2 == 0),
            _ => JsonValue.Create(TextSample.Of(facts, word, index)),
        };
    }

    private JsonObject Object(SchemaFacts facts, int depth)
    {
        var value = new JsonObject();
        foreach (var (name, property) in facts.Properties())
        {
            var isRequired = facts.Required.Contains(name);
            if (isRequired || (isFull && depth < DeepestOptional && !new SchemaFacts(root, property).Is("readOnly")))
            {
                value[name] = facts.Tag(name) is { } tag && Allows(property, tag) ? JsonValue.Create(tag) : Of(property, 0, depth + 1);
            }
        }

        foreach (var name in facts.Required.Where(name => !value.ContainsKey(name)))
        {
            value[name] = Of(facts.First("additionalProperties") is { Kind: SpecNodeKind.Mapping } any ? any : null, 0, depth + 1);
        }

        if (facts.First("additionalProperties") is { Kind: SpecNodeKind.Mapping } more && (isFull && depth < DeepestOptional || value.Count < facts.Count("minProperties")))
        {
            value["key"] = Of(more, 0, depth + 1);
        }

        return value;
    }

    private bool Allows(SpecNode property, string value)
        => new SchemaFacts(root, property) is var facts && facts.First("const") is null && facts.First("enum")?.Items.Any(item => item.Scalar == value) != false;

    private JsonArray Array(SchemaFacts facts, int depth)
    {
        var wanted = Math.Max(facts.Count("minItems") ?? 0, isFull && depth < DeepestOptional ? 2 : 1);
        var items = new JsonArray();
        for (var i = 0; i < Math.Min(wanted, facts.Count("maxItems") ?? wanted); i++)
        {
            var item = Of(facts.First("items"), i, depth + 1);
            if (!items.Any(other => JsonNode.DeepEquals(other, item)) || !facts.Is("uniqueItems"))
            {
                items.Add(item);
            }
        }

        return items;
    }

    private static JsonNode Node(SpecNode node) => JsonNode.Parse(NodeJson.Of(node))!;
}
