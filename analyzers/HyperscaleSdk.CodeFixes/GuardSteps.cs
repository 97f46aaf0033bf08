using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using HyperscaleSdk.Analyzers;
using HyperscaleSdk.Analyzers.Ai;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HyperscaleSdk.CodeFixes;

/// <summary>Puts the personal-data guard where the clients of a report come from.</summary>
internal static class GuardSteps
{
    public const string Call = ClientSteps.PersonalDataGuard + "()";

    /// <summary>The rules that a guard answers.</summary>
    public static readonly ImmutableArray<string> Rules =
    [
        RuleIdentifiers.ResidentRegistrationNumberToAi,
        RuleIdentifiers.UniqueIdentifierToAi,
        RuleIdentifiers.SensitiveInformationToAi,
        RuleIdentifiers.TransferAbroadWithoutBasis,
        RuleIdentifiers.PersonalDataToAi,
    ];

    /// <summary>The solution with the guard at the registration of the injected client; null when it is not registered in this project.</summary>
    public static async Task<Solution?> AtRegistrationAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (await Chains(document, cancellationToken).ConfigureAwait(false) is not { } chains
            || new ClientMakers(chains.Model, chains.Types, cancellationToken).Client(diagnostic, chains.Root) is not { } client)
        {
            return null;
        }

        var chain = chains.Graph.Trace(client, chains.Model, cancellationToken);
        var origins = chain.Origins.Where(origin => origin.IsCreation && !origin.IsHarmless && chain.Has(origin, ClientMarks.Registered) && !chain.Has(origin, ClientMarks.PersonalDataGuard))
            .OrderBy(origin => origin.Syntax.SyntaxTree.FilePath, System.StringComparer.Ordinal).ThenBy(origin => origin.Syntax.SpanStart).ToList();
        var solution = document.Project.Solution;
        var hasBuilder = false;
        foreach (var file in origins.GroupBy(origin => origin.Syntax.SyntaxTree))
        {
            if (solution.GetDocument(file.Key) is not { } registering || await Chains(registering, cancellationToken).ConfigureAwait(false) is not { } there)
            {
                return null;
            }

            var steps = new List<ClientStep>();
            foreach (var place in file.Select(origin => there.At(origin.Syntax.GetLocation())))
            {
                if (place is not null && there.IsHyperscaleBuilder(place))
                {
                    steps.AddRange(hasBuilder ? [] : [new ClientStep(there.BeforeLedger(place), Call, IsOfBuilder: true)]);
                    hasBuilder = true;
                }
                else if (place is not null and not ImplicitObjectCreationExpressionSyntax && there.IsClient(place))
                {
                    steps.Add(new ClientStep(place, Call, IsOfBuilder: false));
                }
                else
                {
                    // One client without the guard is enough for the report to stay.
                    return null;
                }
            }

            if (steps.Count == 0)
            {
                continue;
            }

            var changed = ClientStepCodeFixProvider.Changed(there, steps);
            if (!CompileCheck.Passes(there.Model, changed, cancellationToken))
            {
                return null;
            }

            solution = solution.WithDocumentSyntaxRoot(registering.Id, changed);
        }

        return ReferenceEquals(solution, document.Project.Solution) ? null : solution;
    }

    private static async Task<ClientChains?> Chains(Document document, CancellationToken cancellationToken) =>
        await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is CompilationUnitSyntax root
        && await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is { } model && AiTypes.Resolve(model.Compilation) is { } types
            ? new ClientChains(model, root, types, cancellationToken) : null;
}
