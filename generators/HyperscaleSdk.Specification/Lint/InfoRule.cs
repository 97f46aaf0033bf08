using System.Collections.Generic;
using HyperscaleSdk.Specification.Text;

namespace HyperscaleSdk.Specification.Lint;

/// <summary>Who makes the API, which version this is, and under which license its description may be used.</summary>
internal sealed class InfoRule : ILintRule
{
    public void Check(LintContext context)
    {
        var root = context.Document.Root;
        var info = root["info"];
        var missing = new List<string>();
        foreach (var key in new[] { "title", "version", "contact", "license" })
        {
            if (info?[key] is not { } value || (value.Members.Count == 0 && string.IsNullOrWhiteSpace(value.Scalar)))
            {
                missing.Add(key);
            }
        }

        if (missing.Count == 0)
        {
            return;
        }

        var names = string.Join(", ", missing);
        var snippet = string.Join(", ", missing.ConvertAll(Snippet));
        context.Report(
            LintIds.InfoIncomplete,
            info is null ? new SourceSpan(root.Span.Start, 0) : LintContext.KeySpan(root, "info"),
            $"'info' lacks {names}: users of the SDK see who answers for it and under which terms.",
            $"'info'에 {names}이(가) 없습니다. SDK 사용자가 담당자와 이용 조건을 알 수 없습니다.",
            $"Write below `info`: `{snippet}`.",
            $"`info` 아래에 `{snippet}`을(를) 적으십시오.");
    }

    private static string Snippet(string key) => key switch
    {
        "contact" => "contact: { name: …, url: 'https://…' }",
        "license" => "license: { name: MIT }",
        "version" => "version: '1.0.0'",
        _ => "title: …",
    };
}
