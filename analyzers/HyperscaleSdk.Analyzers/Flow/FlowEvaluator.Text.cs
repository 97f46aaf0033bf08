using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>What an object's text holds: its ToString, its serialised form, everything it refers to.</summary>
internal sealed partial class FlowEvaluator
{
    private const int DeepestMember = 4;

    /// <summary>Everything that is stored in the value and in what it refers to.</summary>
    private FlowValue DeepOf(FlowValue value)
    {
        if (value.Sites.IsEmpty)
        {
            return value;
        }

        var all = value.AsText();
        var seen = new HashSet<int>();
        var open = new Stack<int>(value.Sites);
        while (open.Count > 0)
        {
            var site = open.Pop();
            if (!seen.Add(site))
            {
                continue;
            }

            foreach (var member in _state.MembersOf(site))
            {
                all = all.Join(member.Value.AsText());
                foreach (var next in member.Value.Sites)
                {
                    open.Push(next);
                }
            }
        }

        return all;
    }

    /// <summary>What interpolation, concatenation and ToString make of the operand.</summary>
    private FlowValue TextOf(IOperation operand, FlowValue value)
    {
        var text = TextOfCore(operand, value);
        _analysis.Record(operand.Syntax, text);
        return text;
    }

    private FlowValue TextOfCore(IOperation operand, FlowValue value)
    {
        var type = Unconverted(operand).Type;
        if (type is null || value.Sites.IsEmpty && type.SpecialType != SpecialType.None)
        {
            return value.AsText();
        }

        if (type.SpecialType == SpecialType.System_String)
        {
            return value.AsText();
        }

        if (type.IsRecord || type.IsAnonymousType || type.IsTupleType)
        {
            return OverridesToString(type, out var body) ? Mentioned(type, body, value, operand) : SerializedOf(operand, value, type, DeepestMember);
        }

        if (IsLibrary(type))
        {
            return DeepOf(value).AsText();
        }

        return OverridesToString(type, out var written) ? Mentioned(type, written, value, operand).Join(value.AsText()) : value.AsText();
    }

    private static IOperation Unconverted(IOperation operation)
    {
        while (operation is Microsoft.CodeAnalysis.Operations.IConversionOperation { IsImplicit: true, OperatorMethod: null } conversion)
        {
            operation = conversion.Operand;
        }

        return operation;
    }

    private FlowValue SerializedOf(IOperation operation, FlowValue value) =>
        Unconverted(operation).Type is { } type ? SerializedOf(operation, value, type, DeepestMember) : DeepOf(value).AsText();

    /// <summary>Everything that a serialiser writes: the members that are stored, and the declared ones that may be set.</summary>
    private FlowValue SerializedOf(IOperation at, FlowValue value, ITypeSymbol type, int depth)
    {
        var text = value.AsText();
        if (depth == 0 || type.SpecialType != SpecialType.None || type.TypeKind == TypeKind.Enum)
        {
            return depth == 0 ? text : text.Join(DeepOf(value).AsText());
        }

        if (IsLibrary(type) && !type.IsAnonymousType)
        {
            text = text.Join(DeepOf(value).AsText());
            if (ElementType(type) is { } element && !value.Sites.IsEmpty && !AllFresh(value))
            {
                text = text.Join(SerializedOf(at, FlowValue.At(_analysis.Sites.Made(at.Syntax, fresh: false)), element, depth - 1));
            }
            else if (ElementType(type) is { } known)
            {
                text = text.Join(SerializedOf(at, ReadElement(value, []), known, depth - 1));
            }

            return text;
        }

        for (var owner = type; owner is not null && (owner.IsAnonymousType || !IsLibrary(owner)); owner = owner.BaseType)
        {
            foreach (var member in owner.GetMembers())
            {
                if (member is IPropertySymbol { IsStatic: false, IsIndexer: false, GetMethod: not null, IsImplicitlyDeclared: false } property
                    && (property.DeclaredAccessibility == Accessibility.Public || type.IsRecord) && !IsIgnored(property))
                {
                    text = text.Join(SerializedOf(at, ReadMember(value, property, at), property.Type, depth - 1));
                }
                else if (member is IFieldSymbol { IsStatic: false, IsImplicitlyDeclared: false } field && type.IsTupleType)
                {
                    text = text.Join(SerializedOf(at, ReadMember(value, field, at), field.Type, depth - 1));
                }
            }
        }

        return text;
    }

    private bool AllFresh(FlowValue value)
    {
        foreach (var site in value.Sites)
        {
            if (!_analysis.Sites.IsFresh(site))
            {
                return false;
            }
        }

        return true;
    }

    private static ITypeSymbol? ElementType(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => array.ElementType,
        INamedTypeSymbol { IsGenericType: true } generic => generic.TypeArguments[generic.TypeArguments.Length - 1],
        _ => null,
    };

    private static bool IsIgnored(IPropertySymbol property)
    {
        foreach (var attribute in property.GetAttributes())
        {
            if (attribute.AttributeClass?.Name is "JsonIgnoreAttribute" or "IgnoreDataMemberAttribute")
            {
                return true;
            }
        }

        return false;
    }

    private static bool OverridesToString(ITypeSymbol type, out SyntaxNode body)
    {
        for (var owner = type; owner is not null; owner = owner.BaseType)
        {
            foreach (var member in owner.GetMembers("ToString"))
            {
                if (member is IMethodSymbol { Parameters.IsEmpty: true, IsImplicitlyDeclared: false, DeclaringSyntaxReferences.Length: 1 })
                {
                    body = member.DeclaringSyntaxReferences[0].GetSyntax();
                    return true;
                }
            }
        }

        body = null!;
        return false;
    }

    /// <summary>The members whose names a written ToString mentions.</summary>
    private FlowValue Mentioned(ITypeSymbol type, SyntaxNode body, FlowValue value, IOperation at)
    {
        var text = FlowValue.Unknown;
        foreach (var node in body.DescendantNodes())
        {
            if (node is not IdentifierNameSyntax name)
            {
                continue;
            }

            foreach (var member in type.GetMembers(name.Identifier.ValueText))
            {
                if (member is IPropertySymbol or IFieldSymbol && !IsRedacted(name))
                {
                    text = text.Join(ReadMember(value, member, at).AsText());
                }
            }
        }

        return text;
    }

    private static bool IsRedacted(SyntaxNode name)
    {
        foreach (var ancestor in name.Ancestors())
        {
            if (ancestor is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Redact" } })
            {
                return true;
            }
        }

        return false;
    }
}
