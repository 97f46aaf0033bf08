using System;
using HyperscaleSdk.Specification.OpenApi;
using HyperscaleSdk.Specification.Text;

namespace HyperscaleSdk.Specification.Lint;

/// <summary>A date that says its format is a <c>DateTimeOffset</c> or <c>DateOnly</c> in C#; without it, it is text.</summary>
internal sealed class DateFormatRule : ILintRule
{
    private const int DayLength = 10;

    public void Check(LintContext context)
    {
        foreach (var site in context.Sites)
        {
            var schema = site.Schema;
            // What begins with 'X-' is a header, and dates in headers have a form of their own.
            if (site.Place is not (SchemaPlace.Member or SchemaPlace.Parameter) || schema.Types != ApiTypes.String || schema.Format is not null
                || schema.EnumValues is not null || schema.Node["pattern"] is not null || !IsDateName(site.Name)
                || site.Name.StartsWith("X-", StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            // An example that is no date of RFC 3339 says that the name misleads.
            var example = Example(schema.Node);
            if (example is not null && !LooksLikeDate(example))
            {
                continue;
            }

            var (fix, koreanFix) = example switch
            {
                null => (
                    "Write `format: date-time` for a point in time, `format: date` for a day. If it is neither as RFC 3339 writes it, add a `pattern` or an example.",
                    "시각이면 `format: date-time`, 날짜면 `format: date`를 적으십시오. RFC 3339 형식이 아니면 `pattern`이나 예시를 적습니다."),
                { Length: DayLength } => ("Write `format: date` beside `type: string`.", "`type: string` 옆에 `format: date`를 적으십시오."),
                _ => ("Write `format: date-time` beside `type: string`.", "`type: string` 옆에 `format: date-time`을 적으십시오."),
            };
            context.Report(
                LintIds.DateWithoutFormat,
                site.Span,
                $"'{site.Path}' looks like a date but says no format: it is text in C#.",
                $"'{site.Path}'은(는) 날짜로 보이지만 format이 없습니다. C#에서 그냥 문자열이 됩니다.",
                fix,
                koreanFix);
        }
    }

    private static bool IsDateName(string name)
    {
        var words = LintText.Words(name);
        return words.Count > 0 && words[words.Count - 1] switch
        {
            "date" or "datetime" => true,
            "at" => words.Count > 1,
            "time" => words.Count > 1 && words[words.Count - 2] == "date",
            _ => false,
        };
    }

    private static string? Example(SpecNode node)
        => (node["example"] ?? (node["examples"] is { Items.Count: > 0 } examples ? examples.Items[0] : null) ?? node["default"])?.Scalar;

    private static bool LooksLikeDate(string text)
        => text.Length >= DayLength && text[4] == '-' && text[7] == '-' && char.IsDigit(text[0]) && char.IsDigit(text[3]) && char.IsDigit(text[9])
            && (text.Length == DayLength || (text[DayLength] is 'T' or 't' && HasOffset(text)));

    // A time without an offset is not what format: date-time means.
    private static bool HasOffset(string text)
        => text[text.Length - 1] is 'Z' or 'z' || (text.Length > DayLength + 6 && text[text.Length - 3] == ':' && text[text.Length - 6] is '+' or '-');
}
