using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>Calls, new objects and patterns.</summary>
internal sealed partial class TextTrial
{
    private object? Invoke(IInvocationOperation invocation)
    {
        var method = invocation.TargetMethod;
        if (method.MethodKind == MethodKind.LocalFunction || _engine.Bodies.HasBody(method.OriginalDefinition))
        {
            return CallOwn(invocation, method.OriginalDefinition);
        }

        var on = invocation.Instance is null ? null : Evaluate(invocation.Instance);
        var arguments = invocation.Arguments.Where(argument => !IsCulture(argument.Parameter?.Type)).Select(Given).ToArray();
        if (on is Func<object?[], object?> function && method.MethodKind == MethodKind.DelegateInvoke)
        {
            return function(arguments);
        }

        return IsOfRuntime(method) ? CallRuntime(method, on, arguments) : throw TextTrialLibrary.Unknown(method.Name);
    }

    private object? CallOwn(IInvocationOperation invocation, IMethodSymbol method)
    {
        if (method.IsVirtual || method.IsAbstract || method.IsOverride || method.MethodKind == MethodKind.LocalFunction)
        {
            throw TextTrialLibrary.Unknown(method.Name);
        }

        // The instance of an own class has no state that could be read; a person's record has, and the text of an extension block.
        var receiver = invocation.Instance is null ? null : Evaluate(invocation.Instance);
        var arguments = new object?[method.Parameters.Length];
        foreach (var argument in invocation.Arguments)
        {
            arguments[argument.Parameter!.Ordinal] = Evaluate(argument.Value);
        }

        return Call(method, receiver, arguments);
    }

    private Func<object?[], object?> Function(IMethodSymbol method) => arguments =>
    {
        var given = arguments.Take(method.Parameters.Length).ToArray();
        return _engine.Bodies.HasBody(method.OriginalDefinition) && !method.IsVirtual && !method.IsOverride ? Call(method.OriginalDefinition, receiver: null, given)
            : IsOfRuntime(method) ? CallRuntime(method, on: null, given)
            : throw TextTrialLibrary.Unknown(method.Name);
    };

    private object? CallRuntime(IMethodSymbol method, object? on, object?[] arguments)
    {
        Step();
        return method.IsExtensionMethod
            ? TextTrialLibrary.Call(method.ContainingType.Name, method.Name, arguments[0], [.. arguments.Skip(1)])
            : TextTrialLibrary.Call(method.ContainingType.SpecialType == SpecialType.System_Object && on is string ? "String" : method.ContainingType.Name, method.Name, on, arguments);
    }

    private object? Given(IArgumentOperation argument) => argument.Parameter?.Type.Name is "StringSplitOptions" && Evaluate(argument.Value) is int and (0 or 1) and var options
        ? (StringSplitOptions)options
        : Evaluate(argument.Value);

    // Examples are plain: how texts are compared and numbers written makes no difference.
    private static bool IsCulture(ITypeSymbol? type) => type?.Name is "StringComparison" or "CultureInfo" or "IFormatProvider";

    private static bool IsOfRuntime(IMethodSymbol method)
    {
        var space = method.ContainingNamespace;
        while (space is { IsGlobalNamespace: false, ContainingNamespace.IsGlobalNamespace: false })
        {
            space = space.ContainingNamespace;
        }

        return space?.Name is "System";
    }

    private object New(IObjectCreationOperation made)
    {
        var arguments = made.Arguments.Select(argument => Evaluate(argument.Value)).ToArray();
        return (made.Type?.Name, TextTrialLibrary.Counted(arguments)) switch
        {
            _ when made.Initializer is not null => throw TextTrialLibrary.Unknown("new"),
            ("String", _) => TextTrialLibrary.NewText(arguments),
            ("List", (0, _, _, _, _) or (1, int, _, _, _)) => new List<object?>(),
            ("List", (1, var values, _, _, _)) => TextTrialLibrary.Sequence(values).ToList(),
            ("StringBuilder", (0, _, _, _, _) or (1, int, _, _, _)) => new StringBuilder(),
            ("StringBuilder", (1 or 2, string text, null or int, _, _)) => new StringBuilder(text),
            _ => throw TextTrialLibrary.Unknown("new"),
        };
    }

    private object NewArray(IArrayCreationOperation array) => array switch
    {
        { Initializer: { } initializer } => NewArray(array.Type, [.. initializer.ElementValues.Select(Evaluate)]),
        { DimensionSizes: { Length: 1 } sizes, Type: IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Char } } => new char[TextTrialLibrary.Checked((int)Evaluate(sizes[0])!)],
        { DimensionSizes: { Length: 1 } sizes, Type: IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_String } } => new object?[TextTrialLibrary.Checked((int)Evaluate(sizes[0])!)],
        _ => throw TextTrialLibrary.Unknown("new"),
    };

    // stackalloc char[n], of which operations know no more than what stands in it.
    private TrialSpan NewBuffer(IOperation buffer)
    {
        var size = TextTrialLibrary.Checked((int)Evaluate(buffer.ChildOperations.First())!);
        return buffer.Syntax is StackAllocArrayCreationExpressionSyntax { Initializer: null, Type: ArrayTypeSyntax { ElementType: PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.CharKeyword } } }
            ? new TrialSpan(new char[size], 0, size)
            : throw TextTrialLibrary.Unknown("stackalloc");
    }

    private static object NewArray(ITypeSymbol? type, object?[] values) => type switch
    {
        IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Char } => values.Cast<char>().ToArray(),
        INamedTypeSymbol { Name: "ReadOnlySpan" } span when span.TypeArguments[0].SpecialType == SpecialType.System_Char => new string([.. values.Cast<char>()]),
        INamedTypeSymbol { Name: "List" or "IList" or "ICollection" } => values.ToList(),
        IArrayTypeSymbol or INamedTypeSymbol { Name: "ReadOnlySpan" or "IEnumerable" } => values,
        _ => throw TextTrialLibrary.Unknown("new"),
    };

    private object? Choose(ISwitchExpressionOperation choice)
    {
        var value = Evaluate(choice.Value);
        foreach (var arm in choice.Arms)
        {
            if (Matches(arm.Pattern, value) && (arm.Guard is null || IsTrue(arm.Guard)))
            {
                return Evaluate(arm.Value);
            }
        }

        throw TextTrialLibrary.Unknown(nameof(Choose));
    }

    private bool Matches(IPatternOperation pattern, object? value)
    {
        Step();
        switch (pattern)
        {
            case IDiscardPatternOperation:
                return true;
            case IConstantPatternOperation constant:
                return Equals(Evaluate(constant.Value), value);
            case IRelationalPatternOperation relation:
                return value is int or char && Binary(relation.OperatorKind, value, Evaluate(relation.Value)) is true;
            case INegatedPatternOperation negated:
                return !Matches(negated.Pattern, value);
            case IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.And } both:
                return Matches(both.LeftPattern, value) && Matches(both.RightPattern, value);
            case IBinaryPatternOperation either:
                return Matches(either.LeftPattern, value) || Matches(either.RightPattern, value);
            case IDeclarationPatternOperation { MatchesNull: true } any:
                return Declared(any.DeclaredSymbol, value);
            case IRecursivePatternOperation { DeconstructionSubpatterns.IsEmpty: true } parts when value is string or null:
                return value is string text && parts.PropertySubpatterns.All(part => part.Member is IPropertyReferenceOperation { Property.Name: "Length" } && Matches(part.Pattern, text.Length))
                    && Declared(parts.DeclaredSymbol, value);
            default:
                throw TextTrialLibrary.Unknown(pattern.Kind.ToString());
        }
    }

    private bool Declared(ISymbol? variable, object? value)
    {
        if (variable is not null)
        {
            _frame.Variables[variable] = value;
        }

        return true;
    }
}
