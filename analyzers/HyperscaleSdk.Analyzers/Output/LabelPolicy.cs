using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HyperscaleSdk.Analyzers.Output;

/// <summary>What counts as a label on the way to the user.</summary>
internal sealed class LabelPolicy : OutputPolicy
{
    public static readonly LabelPolicy Instance = new();

    public override bool Accepts(IOperation operation) => operation switch
    {
        // Reported where it is called.
        IInvocationOperation { TargetMethod: var method } => WebResults.IsFactory(method) || IsLabelling(method.Name) || IsLabelled(method.ReturnType),
        IObjectCreationOperation or IAnonymousObjectCreationOperation or ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation or IPropertyReferenceOperation => IsLabelled(operation.Type),
        _ => false,
    };

    public override bool AcceptsWhole(IOperation part) => HasLabel(part, IsLabel);

    /// <summary>The method that contains the place sets a header, or writes the label beside what it streams.</summary>
    public static bool IsLabelledInMethod(IOperation place, bool streams)
    {
        var root = place;
        while (root.Parent is not null)
        {
            root = root.Parent;
        }

        return root.Descendants().Any(operation => operation switch
        {
            { ConstantValue: { HasValue: true, Value: string text } } => LabelText.IsHeader(text),
            IInvocationOperation { TargetMethod: var method } invocation => streams && WebResults.IsWriter(method) && Instance.AcceptsWhole(invocation),
            IReturnOperation { Kind: OperationKind.YieldReturn, ReturnedValue: { } value } => streams && Instance.AcceptsWhole(value),
            _ => false,
        });
    }

    /// <summary>The type declares that its values are labelled: <c>AiGenerated&lt;T&gt;</c>, a member for the label, or an attribute.</summary>
    public static bool IsLabelled(ITypeSymbol? type)
    {
        if (type is INamedTypeSymbol { Name: "Task" or "ValueTask" or "IAsyncEnumerable" or "IEnumerable" or "List", TypeArguments.Length: 1 } carrier)
        {
            return IsLabelled(carrier.TypeArguments[0]);
        }

        return type is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct, SpecialType: SpecialType.None } named
            && (named.Name is "AiGenerated" || IsMarked(named) || (!IsLibrary(named) && named.GetMembers().Any(member => member is IPropertySymbol or IFieldSymbol { IsImplicitlyDeclared: false } && LabelText.IsName(member.Name))));
    }

    public static bool IsMarked(ISymbol symbol) => symbol.GetAttributes().Any(attribute =>
        attribute.AttributeClass is { } type && (type.Name.StartsWith("AiLabel", StringComparison.Ordinal) || type.Name.StartsWith("AiGenerated", StringComparison.Ordinal)));

    private static bool IsLabel(IOperation operation) => operation switch
    {
        { ConstantValue: { HasValue: true, Value: string text } } => LabelText.Is(text),
        IMemberReferenceOperation reference => LabelText.IsName(reference.Member.Name) || LabelText.IsName(reference.Member.ContainingType?.Name ?? string.Empty),
        ILocalReferenceOperation local => LabelText.IsName(local.Local.Name),
        IParameterReferenceOperation parameter => LabelText.IsName(parameter.Parameter.Name),
        IInvocationOperation invocation => IsLabelling(invocation.TargetMethod.Name),
        _ => false,
    };

    private static bool IsLabelling(string method) =>
        method.IndexOf("AiLabel", StringComparison.Ordinal) >= 0 || method.IndexOf("AiGenerated", StringComparison.Ordinal) >= 0
        || method is "WithLabel" or "AddLabel" or "Label" || method.IndexOf("Disclos", StringComparison.Ordinal) >= 0 || method.IndexOf("Disclaimer", StringComparison.Ordinal) >= 0;

    private static bool IsLibrary(INamedTypeSymbol type)
    {
        var space = type.ContainingNamespace?.ToDisplayString() ?? string.Empty;
        return space.StartsWith("System", StringComparison.Ordinal) || space.StartsWith("Microsoft.", StringComparison.Ordinal) || space.StartsWith("OpenAI", StringComparison.Ordinal);
    }
}
