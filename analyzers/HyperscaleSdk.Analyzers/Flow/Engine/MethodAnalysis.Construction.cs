using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>What runs in a constructor beside its body.</summary>
internal sealed partial class MethodAnalysis
{
    private FlowState RunInitializers(IMethodSymbol constructor, FlowState state, FlowValue self, bool isPrimary)
    {
        foreach (var parameter in isPrimary ? constructor.Parameters : [])
        {
            state.Set(self.Sites[0], FlowMember.Captured(parameter), state.Get(parameter)!);
            if (constructor.ContainingType.IsRecord)
            {
                state.Set(self.Sites[0], parameter.Name, state.Get(parameter)!);
            }
        }

        foreach (var (_, graph) in Engine.Bodies.InitializersOf(constructor.ContainingType, Budget, CancellationToken))
        {
            (state, _, _) = Analyze(graph, state, self);
        }

        return state;
    }

    // class Letter : Document without ": base()": what the base type's members are declared with, and its constructor without parameters.
    private FlowState RunBase(IMethodSymbol constructor, FlowState state, FlowValue self)
    {
        if (CallsBase(constructor) || constructor.ContainingType.BaseType?.OriginalDefinition is not { SpecialType: SpecialType.None } ancestor || !Engine.Owners.Owns(ancestor)
            || ancestor.InstanceConstructors.FirstOrDefault(candidate => candidate.Parameters.All(parameter => parameter.IsOptional || parameter.IsParams)) is not { } called)
        {
            return state;
        }

        if (!CallsOtherConstructor(called))
        {
            state = RunInitializers(called, state, self, isPrimary: false);
            state = RunBase(called, state, self);
        }

        return Engine.Bodies.GraphOf(called, Budget, CancellationToken) is { } body ? Analyze(body, state, self).Exit : state;
    }

    private static bool CallsBase(IMethodSymbol constructor) => constructor.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() switch
    {
        ConstructorDeclarationSyntax { Initializer: { } } => true,
        TypeDeclarationSyntax { BaseList: { } bases } => bases.Types.Any(type => type is PrimaryConstructorBaseTypeSyntax),
        _ => false,
    };

    private static bool IsPrimary(IMethodSymbol method) =>
        method.DeclaringSyntaxReferences.Length == 1 && method.DeclaringSyntaxReferences[0].GetSyntax() is TypeDeclarationSyntax;

    private static bool CallsOtherConstructor(IMethodSymbol method) =>
        method.DeclaringSyntaxReferences.Length == 1
        && method.DeclaringSyntaxReferences[0].GetSyntax() is ConstructorDeclarationSyntax { Initializer.ThisOrBaseKeyword.ValueText: "this" };
}
