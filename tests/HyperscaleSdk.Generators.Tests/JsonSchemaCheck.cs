using System.Globalization;
using System.Text.RegularExpressions;
using HyperscaleSdk.Specification.Text;

namespace HyperscaleSdk.Generators.Tests;

/// <summary>Checks nodes against the part of JSON Schema 2020-12 that the binding's schema uses; a keyword beyond it is an error.</summary>
internal sealed class JsonSchemaCheck(SpecNode root)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly List<string> _problems = [];

    public static IReadOnlyList<string> Problems(SpecNode schema, SpecNode value)
    {
        var check = new JsonSchemaCheck(schema);
        check.Check(schema, value, "");
        return check._problems;
    }

    private void Check(SpecNode schema, SpecNode value, string path)
    {
        foreach (var keyword in schema.Members)
        {
            switch (keyword.Name)
            {
                case "$schema" or "$id" or "title" or "description" or "$defs" or "patternProperties" or "properties" or "additionalProperties":
                    break;
                case "$ref":
                    Check(Definition(keyword.Value.Scalar!), value, path);
                    break;
                case "type":
                    Expect(Texts(keyword.Value).Any(type => IsOfType(type, value)), path, $"{value.Kind} is not of the type {string.Join('|', Texts(keyword.Value))}");
                    break;
                case "const":
                    Expect(Equal(keyword.Value, value), path, $"'{value.Scalar}' is not '{keyword.Value.Scalar}'");
                    break;
                case "enum":
                    Expect(keyword.Value.Items.Any(item => Equal(item, value)), path, $"'{value.Scalar}' is none of the values");
                    break;
                case "pattern":
                    Expect(value.AsString() is not { } text || Regex.IsMatch(text, keyword.Value.Scalar!, RegexOptions.None, Patience), path, $"'{value.Scalar}' does not follow {keyword.Value.Scalar}");
                    break;
                case "minimum":
                    Expect(!value.TryGetDouble(out var low) || low >= Number(keyword.Value), path, "too small");
                    break;
                case "maximum":
                    Expect(!value.TryGetDouble(out var high) || high <= Number(keyword.Value), path, "too large");
                    break;
                case "items":
                    CheckItems(keyword.Value, value, path);
                    break;
                case "required":
                    Expect(value.Kind != SpecNodeKind.Mapping || Texts(keyword.Value).All(name => value[name] is not null), path, $"one of {string.Join(", ", Texts(keyword.Value))} is missing");
                    break;
                case "propertyNames":
                    foreach (var member in value.Members)
                    {
                        Check(keyword.Value, SpecNode.String(member.Name, member.NameSpan), path + "/" + member.Name);
                    }

                    break;
                case "anyOf":
                    Expect(keyword.Value.Items.Any(choice => Fits(choice, value)), path, "fits none of the alternatives");
                    break;
                default:
                    Expect(holds: false, path, $"the keyword '{keyword.Name}' is not supported by this check");
                    break;
            }
        }

        CheckMembers(schema, value, path);
    }

    private void CheckMembers(SpecNode schema, SpecNode value, string path)
    {
        foreach (var member in value.Members)
        {
            var at = path + "/" + member.Name;
            if (schema["properties"]?[member.Name] is { } property)
            {
                Check(property, member.Value, at);
            }
            else if (schema["patternProperties"] is { } patterns && patterns.Members.Any(pattern => Regex.IsMatch(member.Name, pattern.Name, RegexOptions.None, Patience)))
            {
                Expect(patterns.Members.All(pattern => pattern.Value.Scalar == "true"), at, "only 'true' is supported here");
            }
            else if (schema["additionalProperties"] is { } additional)
            {
                Expect(additional.Kind == SpecNodeKind.Mapping, at, "is not known");
                Check(additional, member.Value, at);
            }
        }
    }

    private void CheckItems(SpecNode schema, SpecNode value, string path)
    {
        for (var i = 0; i < value.Items.Count; i++)
        {
            Check(schema, value.Items[i], string.Create(CultureInfo.InvariantCulture, $"{path}/{i}"));
        }
    }

    private bool Fits(SpecNode schema, SpecNode value)
    {
        var inner = new JsonSchemaCheck(root);
        inner.Check(schema, value, "");
        return inner._problems.Count == 0;
    }

    private SpecNode Definition(string reference) => root["$defs"]![reference["#/$defs/".Length..]]!;

    private void Expect(bool holds, string path, string problem)
    {
        if (!holds)
        {
            _problems.Add($"{path}: {problem}");
        }
    }

    private static bool IsOfType(string type, SpecNode value) => type switch
    {
        "object" => value.Kind == SpecNodeKind.Mapping,
        "array" => value.Kind == SpecNodeKind.Sequence,
        "string" => value.Kind == SpecNodeKind.String,
        "number" => value.Kind == SpecNodeKind.Number,
        "integer" => value.TryGetInt64(out _),
        "boolean" => value.Kind == SpecNodeKind.Boolean,
        _ => type == "null" && value.Kind == SpecNodeKind.Null,
    };

    private static bool Equal(SpecNode left, SpecNode right) => left.Kind == right.Kind && left.Scalar == right.Scalar;

    private static double Number(SpecNode node) => node.TryGetDouble(out var value) ? value : double.NaN;

    private static IEnumerable<string> Texts(SpecNode node) => node.Kind == SpecNodeKind.Sequence ? node.Items.Select(item => item.Scalar!) : [node.Scalar!];
}
