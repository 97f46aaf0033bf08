using System;
using System.Collections.Generic;
using System.Linq;

namespace HyperscaleSdk.Generators.Planning;

/// <summary>Finds operations that answer in pages: a parameter takes the token that the answer before gave.</summary>
internal sealed class PagingPlanner
{
    private static readonly HashSet<string> Tokens = new(StringComparer.Ordinal)
    {
        "pagetoken", "nextpagetoken", "nexttoken", "cursor", "nextcursor", "pagecursor", "continuationtoken", "paginationtoken", "after", "startingafter",
    };

    private static readonly HashSet<string> NextTokens = new(StringComparer.Ordinal)
    {
        "nextpagetoken", "nexttoken", "nextcursor", "nextpagecursor", "continuationtoken", "nextcontinuationtoken", "nextpaginationtoken",
    };

    private static readonly string[] Items = { "data", "items", "results", "values", "entries", "records" };

    private readonly IReadOnlyDictionary<string, ModelPlan> _models;

    public PagingPlanner(IReadOnlyDictionary<string, ModelPlan> models) => _models = models;

    /// <summary>How the operation's pages are walked through; null when the document does not show it.</summary>
    public PagingPlan? Find(OperationPlan operation)
    {
        var token = operation.Parameters.FirstOrDefault(parameter => parameter is { Location: "query", Required: false, Type.Kind: TypeKind.String } && Tokens.Contains(Plain(parameter.JsonName)));
        if (token is null || operation is not { HttpMethod: "GET", Answer: AnswerKind.Json, AnswerOptional: false } || Object(operation.AnswerType) is not { } page || ItemsOf(page) is not { } items)
        {
            return null;
        }

        return Next(page, items, token) is { } next
            ? new PagingPlan("", token.Name, items.Type.Element!, "page." + items.Name, next)
            : null;
    }

    private ObjectPlan? Object(TypePlan? type) => type is { Kind: TypeKind.Model, Name: { } name } && _models.TryGetValue(name, out var model) ? model as ObjectPlan : null;

    private static PropertyPlan? ItemsOf(ObjectPlan page)
    {
        var lists = page.Properties.Where(property => property is { Type: { Kind: TypeKind.List, ElementMayBeNull: false }, Deprecated: false }).ToList();
        return lists.Count == 1 ? lists[0] : Items.Select(name => lists.Find(list => list.JsonName == name)).FirstOrDefault(list => list is not null);
    }

    private string? Next(ObjectPlan page, PropertyPlan items, ParameterPlan token)
    {
        if (TokenIn(page) is { } direct)
        {
            return "page." + direct.Name;
        }

        // One level below: "meta", "paging", "response_metadata".
        foreach (var part in page.Properties)
        {
            if (Object(part.Type) is { } inner && TokenIn(inner) is { } nested)
            {
                return $"page.{part.Name}{(part.MayBeNull ? "?" : "")}.{nested.Name}";
            }
        }

        if (!Plain(token.JsonName).EndsWith("after", StringComparison.Ordinal) || page.Properties.FirstOrDefault(property => property is { JsonName: "has_more", Type.Kind: TypeKind.Boolean }) is not { } more)
        {
            return null;
        }

        var last = page.Properties.FirstOrDefault(property => property is { JsonName: "last_id", Type.Kind: TypeKind.String }) is { } lastId ? "page." + lastId.Name
            : Object(items.Type.Element)?.Properties.FirstOrDefault(property => property is { JsonName: "id", Type.Kind: TypeKind.String }) is { } id ? $"ApiPages.Last(page.{items.Name})?.{id.Name}"
            : null;
        return last is null ? null : $"page.{more.Name} == true ? {last} : null";
    }

    private static PropertyPlan? TokenIn(ObjectPlan plan)
        => plan.Properties.FirstOrDefault(property => property is { Type.Kind: TypeKind.String, Deprecated: false } && NextTokens.Contains(Plain(property.JsonName)));

    private static string Plain(string name) => new(name.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant).ToArray());
}
