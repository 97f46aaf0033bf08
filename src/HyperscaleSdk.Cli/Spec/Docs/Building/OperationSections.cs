using HyperscaleSdk.Cli.Spec.Docs.Content;
using HyperscaleSdk.Generators;
using HyperscaleSdk.Generators.Planning;

namespace HyperscaleSdk.Cli.Spec.Docs.Building;

/// <summary>Turns planned operations into sections. The one place that looks into the plan of an operation.</summary>
internal sealed class OperationSections(SpecPlan plan, DocumentFacts document, DocsTexts texts)
{
    private readonly CallSnippet _snippets = new(plan);

    public static string Anchor(string methodName) => "op-" + methodName;

    /// <summary>The operations in their groups: declared tags first, in the order of the document.</summary>
    public IReadOnlyList<DocsSection> Groups()
    {
        var groups = new Dictionary<string, List<DocsSection>>(StringComparer.Ordinal);
        foreach (var operation in plan.Operations)
        {
            var name = document.GroupOf(operation.HttpMethod, operation.Path);
            if (!groups.TryGetValue(name, out var sections))
            {
                groups.Add(name, sections = []);
            }

            sections.Add(Section(operation));
        }

        var order = document.Descriptions.Keys.Where(groups.ContainsKey).Concat(groups.Keys.Where(name => !document.Descriptions.ContainsKey(name)));
        return [.. order.Select((name, index) => new DocsSection(SectionKind.Group, FormattableString.Invariant($"group-{index + 1}"), name)
        {
            Blocks = Prose.Paragraphs(document.Descriptions.GetValueOrDefault(name)),
            Children = groups[name],
        })];
    }

    /// <summary>The operations of the document that the plan does not have.</summary>
    public IReadOnlyList<string> LeftOut()
    {
        var planned = plan.Operations.Select(operation => (operation.HttpMethod, operation.Path)).ToHashSet();
        return [.. document.Operations.Where(operation => !planned.Contains(operation)).Select(operation => operation.Method + " " + operation.Path)];
    }

    private DocsSection Section(OperationPlan operation)
    {
        var methods = EmittedMethod.Of(plan.Client, operation);
        var method = new Badge(operation.HttpMethod, operation.HttpMethod.ToLowerInvariant());
        var heading = new List<Inline> { method, new CodeRun(operation.Path) };
        if (operation.Stream != StreamKind.None)
        {
            heading.Add(new Badge(texts.Streams, "note"));
        }

        if (operation.Deprecated)
        {
            heading.Add(new Badge(texts.Deprecated, "warning"));
        }

        return new DocsSection(SectionKind.Operation, Anchor(operation.MethodName), operation.MethodName)
        {
            Mark = method,
            Hint = operation.Path,
            Heading = heading,
            Blocks = [.. Blocks(operation, methods)],
        };
    }

    private IEnumerable<Block> Blocks(OperationPlan operation, IReadOnlyList<EmittedMethod> methods)
    {
        if (operation.Summary.Length > 0)
        {
            yield return new Paragraph([new StrongRun(Prose.Plain(operation.Summary))]);
        }

        if (operation.Remarks.Length > 0 && !string.Equals(operation.Remarks, operation.Summary, StringComparison.Ordinal))
        {
            yield return new Paragraph(Prose.OfComment(operation.Remarks));
        }

        foreach (var method in methods)
        {
            yield return new Signature(method.Declaration);
        }

        var rows = Arguments(operation, methods).ToList();
        if (rows.Count > 0)
        {
            yield return new DataTable([new(texts.Argument, ColumnKind.Name), new(texts.SentAs, ColumnKind.Name), new(texts.Type, ColumnKind.Name), new(texts.Required, ColumnKind.Short), new(texts.Description)], rows).WithoutEmptyColumns();
        }

        yield return new Caption(texts.Call);
        foreach (var method in methods)
        {
            yield return new Snippet(_snippets.Of(method, ModelOf(operation)));
        }
    }

    private IEnumerable<IReadOnlyList<Inline>[]> Arguments(OperationPlan operation, IReadOnlyList<EmittedMethod> methods)
    {
        var parameters = operation.Parameters.ToDictionary(parameter => parameter.Name, StringComparer.Ordinal);
        foreach (var argument in methods.SelectMany(method => method.Arguments).Where(argument => !argument.IsCancellation).DistinctBy(argument => argument.Name, StringComparer.Ordinal))
        {
            var parameter = parameters.GetValueOrDefault(argument.Name);
            yield return
            [
                [new CodeRun(argument.Name.TrimStart('@'))],
                parameter is null
                    ? [new TextRun(texts.Body + " "), new MutedRun(operation.Body?.MediaType ?? "")]
                    : [new TextRun(DocsTexts.Word(texts.Locations, parameter.Location) + " "), new CodeRun(parameter.JsonName)],
                [new CSharpRun(argument.Type.TrimEnd('?'))],
                [new TextRun(argument.IsRequired ? texts.Yes : texts.No)],
                Prose.OfComment(parameter?.Doc ?? (operation.Body is { } body && string.Equals(body.Name, argument.Name, StringComparison.Ordinal) ? body.Doc : argument.Doc)),
            ];
        }
    }

    // The AI model that a route of the unified client calls with this operation.
    private string? ModelOf(OperationPlan operation) => ModelOf(operation, plan.ChatRoutes, "chat") ?? ModelOf(operation, plan.EmbeddingRoutes, "embedding");

    private string? ModelOf(OperationPlan operation, IReadOnlyList<RoutePlan> routes, string kind)
    {
        if (routes.FirstOrDefault(route => string.Equals(route.Name, operation.MethodName, StringComparison.Ordinal)) is not { } own)
        {
            return null;
        }

        var others = routes.SelectMany(route => route.Models).ToHashSet(StringComparer.Ordinal);
        return own.Models.Count > 0
            ? own.Models[0]
            : plan.Provider.Models.FirstOrDefault(model => string.Equals(model.Kind, kind, StringComparison.Ordinal) && !others.Contains(model.Id))?.Id;
    }
}
