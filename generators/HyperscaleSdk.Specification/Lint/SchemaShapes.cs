using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using HyperscaleSdk.Specification.OpenApi;

namespace HyperscaleSdk.Specification.Lint;

/// <summary>Gives schemas that mean the same C# type the same number, whatever their descriptions say.</summary>
internal sealed class SchemaShapes
{
    private const int Deepest = 32;

    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<ApiSchema, int> _known = new();
    private int _depth;

    /// <summary>The number of a schema's content; a component counts by what it holds, not by its name.</summary>
    public int Of(ApiSchema schema)
    {
        if (_known.TryGetValue(schema, out var number))
        {
            return number;
        }

        // Something that contains itself, or lies deeper than anybody compares, equals nothing else.
        if (_depth >= Deepest)
        {
            return Number("deep" + Next());
        }

        _known.Add(schema, Number("self" + Next()));
        _depth++;
        number = Number(Describe(schema));
        _depth--;
        return _known[schema] = number;
    }

    private string Describe(ApiSchema schema)
    {
        var builder = new StringBuilder();
        builder.Append((int)schema.Types).Append('|').Append(schema.Format).Append('|').Append(schema.Nullable ? '?' : ' ').Append(schema.DiscriminatorProperty);
        foreach (var value in schema.EnumValues?.OrderBy(value => value, StringComparer.Ordinal) ?? Enumerable.Empty<string>())
        {
            builder.Append('=').Append(value.Length).Append(':').Append(value);
        }

        foreach (var property in schema.Properties.OrderBy(property => property.Name, StringComparer.Ordinal))
        {
            builder.Append('.').Append(property.Name.Length).Append(':').Append(property.Name).Append(schema.Required.Contains(property.Name) ? '!' : ' ').Append(Inner(property.Schema));
        }

        Append(builder, '[', schema.Items);
        Append(builder, '{', schema.AdditionalProperties);
        schema.OneOf.ForEach(variant => Append(builder, '/', variant));
        schema.AnyOf.ForEach(variant => Append(builder, '|', variant));
        schema.AllOf.ForEach(part => Append(builder, '&', part));
        return builder.ToString();
    }

    private void Append(StringBuilder builder, char sign, ApiSchema? schema)
    {
        if (schema is not null)
        {
            builder.Append(sign).Append(Inner(schema));
        }
    }

    // A member that is a component is the same only where it is that component.
    private string Inner(ApiSchema schema)
        => schema.ComponentName is { } name ? "#" + name + " " : Of(schema).ToString(CultureInfo.InvariantCulture);

    private string Next() => _numbers.Count.ToString(CultureInfo.InvariantCulture);

    private int Number(string description)
    {
        if (!_numbers.TryGetValue(description, out var number))
        {
            number = _numbers.Count;
            _numbers.Add(description, number);
        }

        return number;
    }
}
