using System.Collections.Generic;
using System.Globalization;
using HyperscaleSdk.Specification.OpenApi;
using HyperscaleSdk.Specification.Text;

namespace HyperscaleSdk.Specification.Lint;

/// <summary>Defaults and examples are what documentation, emulators and tests send: they have to be of the schema's type.</summary>
internal sealed class ValueFitsRule : ILintRule
{
    public void Check(LintContext context)
    {
        foreach (var site in context.Sites)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            var node = site.Schema.Node;
            Check(context, site, "default", node["default"]);
            Check(context, site, "example", node["example"]);
            foreach (var example in node["examples"]?.Items ?? (IReadOnlyList<SpecNode>)System.Array.Empty<SpecNode>())
            {
                Check(context, site, "example", example);
            }
        }
    }

    private static void Check(LintContext context, SchemaSite site, string role, SpecNode? value)
    {
        var schema = site.Schema;
        // Tools that write 'example: null' mean that they know none.
        if (value is null || (role == "example" && value.Kind == SpecNodeKind.Null) || schema.Types == ApiTypes.None || schema.Broken || schema.Node["type"]?.Scalar == "file")
        {
            return;
        }

        var koreanRole = role == "default" ? "기본값" : "예시";
        if (!Fits(value, schema))
        {
            // An example of the wrong type misleads; a default of the wrong type is sent.
            var type = Type(schema);
            context.Report(
                LintIds.ValueDoesNotFit,
                role == "default" ? SpecSeverity.Warning : SpecSeverity.Info,
                value.Span,
                $"The {role} of '{site.Path}' is {Kind(value)}, but its type is {type}.",
                $"'{site.Path}'의 {koreanRole}은 {KoreanKind(value)}이지만 형식은 {type}입니다.",
                Fix(schema, value, role, context.HasNullType),
                KoreanFix(schema, value, koreanRole, context.HasNullType));
        }
        else if (value.Kind == SpecNodeKind.String && schema.EnumValues is { } values && !values.Contains(value.Scalar!) && (value.Scalar!.Length > 0 || role == "default"))
        {
            var text = LintText.Name(value.Scalar!);
            context.Report(
                LintIds.ValueDoesNotFit,
                role == "default" ? SpecSeverity.Warning : SpecSeverity.Info,
                value.Span,
                $"The {role} '{text}' of '{site.Path}' is none of the values that its enumeration lists.",
                $"'{site.Path}'의 {koreanRole} '{text}'은(는) 열거에 없는 값입니다.",
                $"Write one of the listed values, for example `{LintText.Name(values[0])}`, or add it to `enum`.",
                $"`{LintText.Name(values[0])}`처럼 열거에 있는 값을 적거나 `enum`에 추가하십시오.");
        }
    }

    private static bool Fits(SpecNode value, ApiSchema schema) => value.Kind switch
    {
        SpecNodeKind.Null => schema.Nullable,
        SpecNodeKind.Boolean => Has(schema, ApiTypes.Boolean),
        SpecNodeKind.String => Has(schema, ApiTypes.String),
        SpecNodeKind.Number => Has(schema, ApiTypes.Number) || (Has(schema, ApiTypes.Integer) && IsWhole(value)),
        SpecNodeKind.Sequence => Has(schema, ApiTypes.Array),
        _ => Has(schema, ApiTypes.Object),
    };

    private static bool IsOnlyQuoted(SpecNode value, ApiSchema schema) => value.Kind == SpecNodeKind.String && schema.Types switch
    {
        ApiTypes.Number or ApiTypes.Integer => double.TryParse(value.Scalar, NumberStyles.Float, CultureInfo.InvariantCulture, out _),
        ApiTypes.Boolean => value.Scalar is "true" or "false",
        _ => false,
    };

    private static bool Has(ApiSchema schema, ApiTypes type) => (schema.Types & type) != ApiTypes.None;

    private static bool IsWhole(SpecNode value) => value.TryGetInt64(out _) || (value.TryGetDouble(out var number) && number == System.Math.Floor(number));

    private static string Type(ApiSchema schema) => schema.Types.ToString().ToLowerInvariant().Replace(", ", " or ");

    private static string Kind(SpecNode value) => value.Kind switch
    {
        SpecNodeKind.Null => "null",
        SpecNodeKind.Boolean => "a boolean",
        SpecNodeKind.String => "a string",
        SpecNodeKind.Number => "a number",
        SpecNodeKind.Sequence => "an array",
        _ => "an object",
    };

    private static string KoreanKind(SpecNode value) => value.Kind switch
    {
        SpecNodeKind.Null => "null",
        SpecNodeKind.Boolean => "불리언",
        SpecNodeKind.String => "문자열",
        SpecNodeKind.Number => "숫자",
        SpecNodeKind.Sequence => "배열",
        _ => "객체",
    };

    private static string Fix(ApiSchema schema, SpecNode value, string role, bool hasNullType)
    {
        if (value.Kind == SpecNodeKind.Null)
        {
            return $"Allow null (`{(hasNullType ? "type: [" + Type(schema) + ", 'null']" : "nullable: true")}`), or leave the {role} out.";
        }

        if (schema.Types == ApiTypes.String && value.Scalar is { } scalar)
        {
            return $"Put it in quotes: `'{LintText.Name(scalar)}'`, or correct the type.";
        }

        return IsOnlyQuoted(value, schema)
            ? $"Take off the quotes: `{LintText.Name(value.Scalar!)}`."
            : $"Write a value of the type {Type(schema)}, or correct the type.";
    }

    private static string KoreanFix(ApiSchema schema, SpecNode value, string role, bool hasNullType)
    {
        if (value.Kind == SpecNodeKind.Null)
        {
            return $"null을 허용하거나(`{(hasNullType ? "type: [" + Type(schema) + ", 'null']" : "nullable: true")}`) {role}을 빼십시오.";
        }

        if (schema.Types == ApiTypes.String && value.Scalar is { } scalar)
        {
            return $"`'{LintText.Name(scalar)}'`처럼 따옴표로 묶거나 형식을 고치십시오.";
        }

        return IsOnlyQuoted(value, schema)
            ? $"따옴표를 빼십시오: `{LintText.Name(value.Scalar!)}`."
            : $"{Type(schema)} 형식의 값을 적거나 형식을 고치십시오.";
    }
}
