using HyperscaleSdk.Generators.Planning;

namespace HyperscaleSdk.Cli.Spec.Testing;

/// <summary>What the binding maps of a route's answers. Read from what was generated for it, as the client's documentation is.</summary>
/// <param name="Source">The route's code.</param>
/// <param name="Ignored">Unified options that the route has nothing for.</param>
internal sealed record RouteFeatures(string Source, IReadOnlyCollection<string> Ignored)
{
    public bool Streams => !Has("bool Streams => false");

    public bool FinishReasons => Has("answer.Finish(");

    public bool Usage => Has("answer.Usage(");

    public bool StreamUsage => Streams && Source.LastIndexOf("answer.Usage(", StringComparison.Ordinal) > Source.IndexOf("void FromEvent(", StringComparison.Ordinal);

    public bool Reasoning => Has("answer.Reasoning(");

    public bool ToolCalls => Has("answer.ToolCall(");

    public bool LimitsOutput => !Ignored.Contains("MaxOutputTokens", StringComparer.Ordinal);

    /// <summary>The route of a model: the one that names it, else all of them together.</summary>
    public static RouteFeatures Of(IEnumerable<RoutePlan> routes, string? model)
    {
        var all = routes.ToList();
        var own = all.FindAll(route => model is not null && route.Models.Contains(model, StringComparer.OrdinalIgnoreCase));
        var used = own.Count > 0 ? own : all;
        return new RouteFeatures(
            string.Join('\n', used.Select(route => route.Source)),
            used.Count == 0 ? [] : used.Skip(1).Aggregate(used[0].Ignored.AsEnumerable(), (both, route) => both.Intersect(route.Ignored, StringComparer.Ordinal)).ToList());
    }

    private bool Has(string code) => Source.Contains(code, StringComparison.Ordinal);
}
