using System;
using System.Collections.Generic;
using HyperscaleSdk.Specification.OpenApi;
using HyperscaleSdk.Specification.Text;

namespace HyperscaleSdk.Specification.Lint;

/// <summary>Values of an enumeration: of the declared type, each once, and with names in C# that differ by more than a number.</summary>
internal sealed class EnumValuesRule : ILintRule
{
    public void Check(LintContext context)
    {
        foreach (var site in context.Sites)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            if (site.Schema.Node["enum"] is { Kind: SpecNodeKind.Sequence } values)
            {
                // One flaw of each kind is enough to look at the list.
                CheckTypes(context, site, values);
                CheckNames(context, site, values);
            }
        }
    }

    private static void CheckTypes(LintContext context, SchemaSite site, SpecNode values)
    {
        var schema = site.Schema;
        var kind = SpecNodeKind.Null;
        foreach (var value in values.Items)
        {
            if (value.Kind == SpecNodeKind.Null)
            {
                if (!AllowsNull(schema.Node))
                {
                    Report(
                        context,
                        value,
                        $"The enumeration '{site.Path}' has the value null, but its type does not allow null.",
                        $"'{site.Path}' 열거에 null 값이 있지만 형식은 null을 허용하지 않습니다.",
                        context.HasNullType ? "Write `type: [string, 'null']`, or remove the null." : "Write `nullable: true` beside it, or remove the null.",
                        context.HasNullType ? "`type: [string, 'null']`을 적거나 null을 지우십시오." : "옆에 `nullable: true`를 적거나 null을 지우십시오.");
                    return;
                }
            }
            else if (schema.Types == ApiTypes.String ? value.Kind != SpecNodeKind.String : kind != SpecNodeKind.Null && value.Kind != kind && schema.Types == ApiTypes.None)
            {
                Report(
                    context,
                    value,
                    $"The value {LintText.Name(value.Scalar ?? "")} of the enumeration '{site.Path}' is {Kind(value)} among strings.",
                    $"'{site.Path}' 열거의 값 {LintText.Name(value.Scalar ?? "")}은(는) 문자열이 아닙니다.",
                    $"Put it in quotes: `'{LintText.Name(value.Scalar ?? "")}'`.",
                    $"`'{LintText.Name(value.Scalar ?? "")}'`처럼 따옴표로 묶으십시오.");
                return;
            }
            else
            {
                kind = value.Kind;
            }
        }
    }

    // The reader lets a null among the values make the schema nullable; other tools go by the type.
    private static bool AllowsNull(SpecNode schema)
    {
        foreach (var item in schema["type"]?.Items ?? Array.Empty<SpecNode>())
        {
            if (item.AsString() == "null")
            {
                return true;
            }
        }

        return schema["type"] is null || schema["type"]!.Scalar == "null" || IsTrue(schema["nullable"]) || IsTrue(schema["x-nullable"]);
    }

    private static bool IsTrue(SpecNode? node) => node is not null && node.TryGetBoolean(out var value) && value;

    private static void CheckNames(LintContext context, SchemaSite site, SpecNode values)
    {
        var names = new Dictionary<string, SpecNode>(StringComparer.Ordinal);
        foreach (var value in values.Items)
        {
            if (value.Scalar is not { } text)
            {
                continue;
            }

            var key = text.Length == 0 ? "EMPTY" : LintText.Key(text) is { Length: > 0 } some ? some : "OTHER";
            if (value.Kind is SpecNodeKind.Number)
            {
                key = text;
            }

            if (!names.TryGetValue(key, out var first))
            {
                names.Add(key, value);
                continue;
            }

            var (one, other) = (LintText.Name(first.Scalar!), LintText.Name(text));
            if (first.Scalar == text)
            {
                Report(
                    context,
                    value,
                    $"The enumeration '{site.Path}' has the value '{other}' twice.",
                    $"'{site.Path}' 열거에 값 '{other}'이(가) 두 번 있습니다.",
                    "Remove one of them.",
                    "하나를 지우십시오.");
            }
            else
            {
                Report(
                    context,
                    value,
                    $"The values '{one}' and '{other}' of the enumeration '{site.Path}' have one name in C#: the second one gets a number.",
                    $"'{site.Path}' 열거의 값 '{one}'와(과) '{other}'은(는) C# 이름이 같습니다. 두 번째 이름에 번호가 붙습니다.",
                    "If both mean the same, list only the one that callers should send; a value that is not listed is still read.",
                    "뜻이 같다면 호출자가 보낼 값만 적으십시오. 적지 않은 값도 읽을 수 있습니다.");
            }

            return;
        }
    }

    private static string Kind(SpecNode value) => value.Kind switch
    {
        SpecNodeKind.Boolean => "a boolean",
        SpecNodeKind.Number => "a number",
        SpecNodeKind.String => "a string",
        _ => "no scalar",
    };

    private static void Report(LintContext context, SpecNode value, string message, string korean, string fix, string koreanFix)
        => context.Report(LintIds.EnumValues, value.Span, message, korean, fix, koreanFix);
}
