using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>What an object's text holds: its ToString, its serialised form, everything it refers to.</summary>
internal sealed partial class FlowEvaluator
{
    private const int DeepestMember = 4;

    /// <summary>Everything that is stored in the value and in what it refers to.</summary>
    public FlowValue DeepOf(FlowValue value)
    {
        var all = value.AsText(FlowForm.Deep);
        foreach (var site in value.Sites)
        {
            all = _state.MembersOf(site).IsEmpty ? all : all.Join(_state.DeepOf(site));
        }

        return all;
    }

    // The text that a task or another holder was given: a text is no object.
    private FlowValue TextIn(FlowValue holder) => holder.Sites.IsEmpty ? holder : DeepOf(holder).AsText();

    /// <summary>What interpolation, concatenation and ToString make of the operand.</summary>
    public FlowValue TextOf(IOperation operand, FlowValue value)
    {
        var text = TextOf(operand, value, Unconverted(operand).Type);
        _analysis.Values.Record(operand.Syntax, text);
        return text;
    }

    /// <summary>What Join and Concat make of the operand: the texts of its elements, when it is a collection.</summary>
    private FlowValue JoinedTextOf(IOperation operand, FlowValue value)
    {
        var text = TextOf(operand, value);
        if (Unconverted(operand).Type is { SpecialType: not SpecialType.System_String } type && ElementType(type) is { } element && IsSequence(type))
        {
            text = text.Join(TextOf(operand, ElementOf(value), element));
            _analysis.Values.Record(operand.Syntax, text);
        }

        return text;
    }

    private FlowValue TextOf(IOperation operand, FlowValue value, ITypeSymbol? type)
    {
        type = Known(type, ref operand);
        if ((type?.SpecialType is SpecialType.System_Int32 or SpecialType.System_Boolean && value.Origins.IsEmpty) || (type is not null && value.IsBlank && !TextCarriers.CanCarry(type)))
        {
            // $"010-{number:D4}", Guid.NewGuid().ToString(): no person's, whatever the variable is called.
            return FlowValue.Clean;
        }

        if (type is null || type.SpecialType == SpecialType.System_String || (value.Sites.IsEmpty && (type.SpecialType != SpecialType.None || TextCarriers.HasNoParts(type))))
        {
            return value.AsText();
        }

        if (type.TypeKind == TypeKind.TypeParameter || type.SpecialType == SpecialType.System_Object)
        {
            return DeepOf(value).AsText();
        }

        if (MethodOf(type, "ToString", parameters: 0) is { } written)
        {
            var text = Call(new FlowCall(operand, written, value, [], []) { IsExact = true }) ?? FlowValue.Unknown;
            return text.AsText().Join(value.WithoutInputs().AsText());
        }

        // A record that inherits it writes its own members as well.
        if (type.IsRecord && MethodOf(type, "PrintMembers", parameters: 1) is { } print && SymbolEqualityComparer.Default.Equals(print.ContainingType, type.OriginalDefinition))
        {
            var members = FlowValue.At(Sites.Text(operand.Syntax));
            Empty(members);
            Call(new FlowCall(operand, print, value, [members], [null]) { IsExact = true });
            return _state.DeepOf(members.Sites[0]).Join(value.WithoutInputs().AsText());
        }

        if (type.IsRecord || type.IsAnonymousType || type.IsTupleType)
        {
            var text = SerializedOf(operand, value, type, DeepestMember);
            return type.IsRecord && ValueObjects.IsOneText(type) ? WithHolder(text, operand, operand) : text;
        }

        if (IsTextBuilder(type) && value is { IsBlank: true, Sites.IsEmpty: false } && value.Sites.All(site => Sites[site].IsFresh))
        {
            // What was put together here holds what was put into it, and nothing else.
            return value.Sites.Select(_state.DeepOf).Aggregate(FlowValue.Clean, (all, text) => all.Join(text));
        }

        return !Engine.Owners.IsModel(type) || WritesTextElsewhere(type) ? DeepOf(value).AsText() : value.WithoutInputs().AsText();
    }

    private static bool IsTextBuilder(ITypeSymbol? type) => type is { Name: "StringBuilder", ContainingNamespace.Name: "Text" };

    public static IOperation Unconverted(IOperation operation)
    {
        while (operation is IConversionOperation { IsImplicit: true, OperatorMethod: null } conversion)
        {
            operation = conversion.Operand;
        }

        return operation;
    }

    /// <summary>What is sent when the operand is handed to a supplier.</summary>
    public FlowValue SentTextOf(IOperation operand, FlowValue value)
    {
        var at = operand;
        var type = Known(Unconverted(operand).Type, ref at);
        return type is null || (!Engine.Owners.IsModel(type) && ElementType(type) is null)
            ? DeepOf(value).AsText()
            : DeepOf(value.WithoutInputs()).AsText().Join(SerializedOf(operand, value));
    }

    /// <summary>What is sent when a part of that type, of what the operand refers to, is handed to a supplier.</summary>
    public FlowValue SentTextOf(IOperation operand, FlowValue part, ITypeSymbol type) => SerializedOf(operand, part, type, DeepestMember);

    // In a body that is run in the place of a call, T is what that call says; and what is read of it, the call gives.
    private ITypeSymbol? Known(ITypeSymbol? type, ref IOperation at)
    {
        if (type is not ITypeParameterSymbol || _analysis.TypeOf(type) is not (var known and not ITypeParameterSymbol))
        {
            return type;
        }

        at = _analysis.CallOutside ?? at;
        return known;
    }

    private ITypeSymbol? ElementType(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => array.ElementType,
        INamedTypeSymbol { TypeArguments.Length: > 0 } named when IsLibrary(named) => named.TypeArguments[named.TypeArguments.Length - 1],
        _ => null,
    };

    // A ToString that another project has written, and that nothing is known of.
    private bool WritesTextElsewhere(ITypeSymbol type) => IsLibrary(type) && type.GetMembers("ToString").Any(member => member is IMethodSymbol { Parameters.IsEmpty: true, IsImplicitlyDeclared: false });

    /// <summary>The method of that name that the type's code has, or that of the nearest type it derives from.</summary>
    private IMethodSymbol? MethodOf(ITypeSymbol type, string name, int parameters)
    {
        for (var owner = type; owner is not null && Engine.Owners.IsModel(owner); owner = owner.BaseType)
        {
            foreach (var member in owner.GetMembers(name))
            {
                if (member is IMethodSymbol { IsImplicitlyDeclared: false } method && method.Parameters.Length == parameters && HasCode(method.OriginalDefinition))
                {
                    return method.OriginalDefinition;
                }
            }
        }

        return null;
    }
}
