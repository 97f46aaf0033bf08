using System.Globalization;
using HyperscaleSdk.Fuzzing.Trees;

namespace HyperscaleSdk.Fuzzing.Mutations;

/// <summary>Schemas that say something else, or nothing that makes sense.</summary>
internal static class SchemaMutations
{
    public static readonly string[] Compositions = ["allOf", "oneOf", "anyOf"];

    private static readonly string[] Types = ["object", "array", "string", "integer", "number", "boolean", "null", "file", "any", "", "Object"];

    private static readonly string[] Formats =
    [
        "int32", "int64", "uint64", "float", "double", "decimal", "date", "date-time", "time", "duration", "uuid", "uri", "byte", "binary", "base64", "password", "email", "ipv4", "unixtime", "int8", "money", "", "date-time ",
    ];

    private static readonly string[] Flags = ["nullable", "deprecated", "readOnly", "writeOnly", "uniqueItems", "additionalProperties", "items", "exclusiveMinimum", "unevaluatedProperties", "x-nullable"];

    private static readonly string[] Limits = ["minimum", "maximum", "multipleOf", "minLength", "maxLength", "minItems", "maxItems", "exclusiveMaximum", "minProperties"];

    private static readonly string[] Texts = ["description", "title", "pattern", "$id", "$anchor", "$dynamicRef", "$comment", "contentEncoding", "contentMediaType", "$schema"];

    private static readonly string[] Holders = ["items", "additionalProperties", "not", "patternProperties", "prefixItems", "$defs", "contains", "if", "then", "else", "propertyNames", "contentSchema", "dependentSchemas"];

    public static void Apply(MutationContext context)
    {
        if (context.Schema() is not { } schema)
        {
            return;
        }

        var rng = context.Rng;
        switch (rng.Next(14))
        {
            case 0:
                schema.Set("type", rng.Chance(40) ? Tree.Sequence(Enumerable.Range(0, rng.Next(4)).Select(_ => Tree.String(rng.Pick(Types)))) : Tree.String(rng.Pick(Types)));
                break;
            case 1:
                schema.Set("format", rng.Chance(90) ? Tree.String(rng.Pick(Formats)) : Awkward.Value(rng));
                break;
            case 2:
                schema.Set("enum", Values(rng));
                break;
            case 3:
                schema.Set(rng.Pick(["const", "default", "example", "examples"]), rng.Chance(50) ? Awkward.Value(rng) : context.Donor("default"));
                break;
            case 4:
                schema.Set("required", Required(schema, rng));
                break;
            case 5:
                schema.Set(rng.Pick(Flags), rng.Chance(80) ? Tree.Boolean(rng.Chance(70)) : Awkward.Value(rng));
                break;
            case 6:
                schema.Set(rng.Pick(Limits), Tree.Number(Awkward.Number(rng)));
                break;
            case 7:
                schema.Set(rng.Pick(Texts), Tree.String(Awkward.Text(rng)));
                break;
            case 8:
                schema.Set(rng.Pick(Holders), Part(context));
                break;
            case 9:
                Discriminate(schema, context);
                break;
            case 10:
                AddProperties(schema, context);
                break;
            default:
                var parts = Enumerable.Range(0, rng.Between(0, 4)).Select(_ => Part(context)).ToList();
                schema.Set(rng.Pick(Compositions), Tree.Sequence(parts));
                break;
        }
    }

    public static Tree Part(MutationContext context)
    {
        var rng = context.Rng;
        return rng.Next(8) switch
        {
            0 => Tree.Mapping(("type", Tree.String(rng.Pick(Types)))),
            1 => Tree.Mapping(("type", Tree.String("object")), ("properties", Tree.Mapping((Awkward.Name(rng), Tree.Mapping(("type", Tree.String(rng.Pick(Types)))))))),
            2 => Tree.Mapping(("type", Tree.String("string")), ("enum", Values(rng))),
            3 => Tree.Mapping(("type", Tree.String("array")), ("items", Tree.Reference(context.Target()))),
            4 => context.Schema()?.Clone() ?? Tree.Mapping(),
            5 => Awkward.Value(rng),
            _ => Tree.Reference(context.Target()),
        };
    }

    private static Tree Values(Rng rng)
        => Tree.Sequence(Enumerable.Range(0, rng.Between(0, 8)).Select(_ => rng.Chance(80) ? Tree.String(Awkward.Name(rng)) : Awkward.Value(rng)));

    private static Tree Required(Tree schema, Rng rng)
    {
        var names = schema["properties"]?.Members.Select(member => member.Name).ToList() ?? [];
        return rng.Chance(85)
            ? Tree.Sequence(Enumerable.Range(0, rng.Between(0, 5)).Select(_ => names.Count > 0 && rng.Chance(75) ? Tree.String(rng.Pick(names)) : Tree.String(Awkward.Name(rng))))
            : Awkward.Value(rng);
    }

    private static void Discriminate(Tree schema, MutationContext context)
    {
        var rng = context.Rng;
        var property = schema["properties"] is { Members.Count: > 0 } properties && rng.Chance(70) ? rng.Pick(properties.Members).Name : Awkward.Name(rng);
        var mapping = Tree.Mapping(Enumerable.Range(0, rng.Between(0, 4)).Select(_ => (Awkward.Name(rng), rng.Chance(90) ? Tree.String(context.Target()) : Awkward.Value(rng))));
        schema.Set("discriminator", rng.Next(6) switch
        {
            0 => Tree.String(property),
            1 => Awkward.Value(rng),
            2 => Tree.Mapping(("propertyName", Tree.String(property))),
            _ => Tree.Mapping(("propertyName", Tree.String(property)), ("mapping", mapping)),
        });
        if (rng.Chance(50))
        {
            schema.Set(rng.Pick(["oneOf", "anyOf"]), Tree.Sequence(Enumerable.Range(0, rng.Between(1, 4)).Select(_ => Tree.Reference(context.Target())).ToList()));
        }
    }

    private static void AddProperties(Tree schema, MutationContext context)
    {
        var rng = context.Rng;
        if (schema["properties"] is not { Kind: TreeKind.Mapping } properties)
        {
            properties = Tree.Mapping();
            schema.Set("properties", properties);
        }

        for (var i = rng.Between(1, 6); i > 0; i--)
        {
            var name = rng.Chance(20) ? "p" + i.ToString(CultureInfo.InvariantCulture) : Awkward.Name(rng);
            properties.Members.Add(new TreeMember(name, Part(context)));
        }
    }
}
