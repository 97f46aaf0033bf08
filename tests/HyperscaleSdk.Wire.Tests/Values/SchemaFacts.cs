using System.Globalization;
using HyperscaleSdk.Specification.Text;

namespace HyperscaleSdk.Wire.Tests.Values;

/// <summary>What a schema says, together with what it refers to, is composed of, and one variant of what it may be.</summary>
internal sealed class SchemaFacts
{
    private readonly SpecNode _root;
    private readonly List<SpecNode> _parts = [];
    private readonly Dictionary<string, string> _tags = new(StringComparer.Ordinal);

    public SchemaFacts(SpecNode root, SpecNode? schema)
    {
        _root = root;
        if (schema is not null)
        {
            Add(schema);
        }
    }

    public IReadOnlySet<string> Required => _parts.SelectMany(part => part["required"]?.Items ?? []).Select(item => item.Scalar!).ToHashSet(StringComparer.Ordinal);

    /// <summary>The type; one that is said by the shape where it is not said by name.</summary>
    public string? Type => First("type") is { } type
        ? type.Kind == SpecNodeKind.Sequence ? type.Items.Select(item => item.Scalar).FirstOrDefault(name => name != "null") : type.Scalar
        : First("properties") is not null || First("additionalProperties") is { Kind: SpecNodeKind.Mapping } ? "object"
        : First("items") is not null ? "array"
        : null;

    public SpecNode? First(string keyword) => _parts.Select(part => part[keyword]).FirstOrDefault(value => value is not null);

    public bool Is(string keyword) => First(keyword)?.Scalar == "true";

    public int? Count(string keyword) => First(keyword) is { } value && value.TryGetInt64(out var count) ? (int)Math.Min(count, int.MaxValue) : null;

    public decimal? Number(string keyword) => First(keyword) is { } value && value.TryGetDecimal(out var number) ? number : null;

    public IEnumerable<(string Name, SpecNode Schema)> Properties()
        => _parts.SelectMany(part => part["properties"]?.Members ?? []).DistinctBy(member => member.Name, StringComparer.Ordinal).Select(member => (member.Name, member.Value));

    /// <summary>The value of a discriminator that says which variant this is; null for any other member.</summary>
    public string? Tag(string member) => _tags.GetValueOrDefault(member);

    private void Add(SpecNode schema)
    {
        var name = "";
        for (var step = 0; schema["$ref"]?.Scalar is { } reference && step < 32; step++)
        {
            name = reference[(reference.LastIndexOf('/') + 1)..];
            schema = DocumentNodes.Follow(_root, reference) ?? throw new NotSupportedException("a broken reference");
        }

        if (_parts.Contains(schema))
        {
            return;
        }

        _parts.Add(schema);
        foreach (var part in schema["allOf"]?.Items ?? [])
        {
            Add(part);
        }

        AddVariant(schema, schema["oneOf"] ?? schema["anyOf"]);
        if (schema["discriminator"]?["propertyName"]?.Scalar is { } own && schema["discriminator"]?["mapping"]?.Members.FirstOrDefault(member => member.Value.Scalar!.EndsWith("/" + name, StringComparison.Ordinal)) is { } mapped && name.Length > 0)
        {
            _tags.TryAdd(own, mapped.Name);
        }
    }

    // Of several objects the one that requires most is the least likely to pass for another.
    private void AddVariant(SpecNode schema, SpecNode? variants)
    {
        var chosen = variants?.Items.Where(variant => variant["type"]?.Scalar != "null")
            .OrderByDescending(variant => new SchemaFacts(_root, variant) switch { { Type: null } => -1, { Type: "object" } facts => facts.Required.Count, _ => int.MaxValue }).FirstOrDefault();
        if (chosen is null)
        {
            return;
        }

        if (schema["discriminator"]?["propertyName"]?.Scalar is { } member && chosen["$ref"]?.Scalar is { } reference)
        {
            var name = reference[(reference.LastIndexOf('/') + 1)..];
            var mapped = schema["discriminator"]!["mapping"]?.Members.FirstOrDefault(entry => entry.Value.Scalar == reference || entry.Value.Scalar == name);
            _tags.TryAdd(member, mapped is { Name: { } tag } ? tag : name);
        }

        Add(chosen);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Type} of {_parts.Count} parts");
}
