using System;
using System.Collections.Generic;
using System.Linq;
using HyperscaleSdk.Specification.OpenApi;

namespace HyperscaleSdk.Specification.Lint;

/// <summary>Who can say how many entries a page has must also be able to ask for the next page.</summary>
internal sealed class NextPageRule : ILintRule
{
    private static readonly HashSet<string> Sizes = new(StringComparer.Ordinal)
    {
        "LIMIT", "PAGESIZE", "PERPAGE", "MAXRESULTS", "MAXITEMS", "PAGELIMIT", "TAKE",
    };

    private static readonly HashSet<string> Positions = new(StringComparer.Ordinal)
    {
        "page", "pages", "pageno", "cursor", "offset", "after", "before", "skip", "start", "starting", "ending", "end", "token", "marker", "since", "until",
        "continuation", "continue", "next", "previous", "index", "from", "to", "position", "bookmark", "date", "timestamp",
    };

    // Lists that are cut on purpose: the best few are all that there is.
    private static readonly HashSet<string> Cut = new(StringComparer.Ordinal)
    {
        "autocomplete", "recommendation", "recommendations", "suggest", "suggestion", "suggestions", "top", "random", "latest", "similar", "related", "nearest", "sample",
    };

    public void Check(LintContext context)
    {
        foreach (var operation in context.Document.Operations)
        {
            var queries = operation.Parameters.FindAll(parameter => parameter.Location == "query");
            if (operation.Method != "GET" || LintText.Words(operation.Path).Exists(Cut.Contains) || queries.Find(parameter => Sizes.Contains(LintText.Key(parameter.Name))) is not { } size
                || queries.Exists(parameter => parameter != size && LintText.Words(parameter.Name).Exists(Positions.Contains)) || LeadsOn(context, operation))
            {
                continue;
            }

            var (name, limit) = (LintText.Name(operation.Id), LintText.Name(size.Name));
            context.Report(
                LintIds.NoNextPage,
                operation.NameSpan,
                $"'{name}' takes '{limit}' but no parameter leads to the entries behind it.",
                $"'{name}' 작업은 '{limit}'을(를) 받지만 그다음 항목을 받을 매개변수가 없습니다.",
                "Describe how to get on: a query parameter such as `cursor`, `offset` or `page`, or a member `next` in the answer.",
                "다음 쪽을 받는 방법을 기술하십시오. `cursor`, `offset`, `page` 같은 쿼리 매개변수나 응답의 `next` 멤버입니다.");
        }
    }

    private static bool LeadsOn(LintContext context, ApiOperation operation)
        => operation.Success.Find(content => content.IsJson)?.Schema is { } answer
            && context.Facts.Members(SchemaFacts.Unwrap(answer)).Any(member => LintText.Words(member.Name).Exists(word => word is "next" or "links" or "cursor" or "pagination" or "continuation"));
}
