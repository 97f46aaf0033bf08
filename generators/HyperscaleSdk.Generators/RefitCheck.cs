using System.Collections.Generic;
using System.Linq;
using HyperscaleSdk.Generators.Emission.Refit;
using HyperscaleSdk.Generators.Planning;
using HyperscaleSdk.Specification.Diagnostics;
using HyperscaleSdk.Specification.OpenApi;
using HyperscaleSdk.Specification.Text;

namespace HyperscaleSdk.Generators;

/// <summary>Says at each operation what Refit's attributes cannot say of it. A plan has no positions: this is where they are still at hand.</summary>
internal static class RefitCheck
{
    public static IEnumerable<SpecDiagnostic> Of(SourceDocument source, IReadOnlyDictionary<string, ModelPlan> models, IReadOnlyDictionary<ApiOperation, OperationPlan> operations)
    {
        var planner = new RefitPlanner(models, RefitVocabulary.For(models.Keys));
        foreach (var operation in operations)
        {
            var problems = new List<RefitProblem>();
            planner.Plan(operation.Value, problems);
            foreach (var problem in problems.Distinct())
            {
                yield return source.Report(SpecIds.RefitUnsupported, SpecSeverity.Warning, operation.Key.NameSpan, problem.Message, problem.KoreanMessage);
            }
        }
    }
}
