using System;
using System.Collections.Generic;
using System.Linq;
using HyperscaleSdk.Generators.Planning;

namespace HyperscaleSdk.Generators.Emission.Refit;

/// <summary>What is emitted for a document in Refit's style.</summary>
internal sealed class RefitPlan
{
    private RefitPlan(SpecPlan spec, RefitVocabulary words, IReadOnlyList<RefitInterface> interfaces, string? settings)
    {
        Spec = spec;
        Words = words;
        Interfaces = interfaces;
        Settings = settings;
    }

    public SpecPlan Spec { get; }

    public RefitVocabulary Words { get; }

    public IReadOnlyList<RefitInterface> Interfaces { get; }

    /// <summary>The class that makes Refit's settings; null when Refit's own will do.</summary>
    public string? Settings { get; }

    public IEnumerable<RefitOperation> Operations => Interfaces.SelectMany(item => item.Operations);

    public static RefitPlan Of(SpecPlan spec)
    {
        var words = RefitVocabulary.For(spec.Models.Select(model => model.Name));
        var planner = new RefitPlanner(spec.Models.ToDictionary(model => model.Name, StringComparer.Ordinal), words);
        var names = new NameScope(spec.Models.Select(model => model.Name));
        var problems = new List<RefitProblem>();
        var interfaces = spec.Operations
            .Select(operation => planner.Plan(operation, problems))
            .OfType<RefitOperation>()
            .GroupBy(operation => CSharp.Pascal(operation.Plan.Tag ?? "", ""), StringComparer.OrdinalIgnoreCase)
            .Select(group => new RefitInterface(names.Take($"I{spec.Client.Name}{group.Key}Api"), group.First().Plan.Tag, group.ToList()))
            .ToList();
        var needsSettings = interfaces.Exists(item => item.Operations.Any(operation => operation.WritesValues));
        return new RefitPlan(spec, words, interfaces, needsSettings ? names.Take(spec.Client.Name + "Refit") : null);
    }
}
