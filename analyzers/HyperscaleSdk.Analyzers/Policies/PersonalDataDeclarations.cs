using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using HyperscaleSdk.Recognition;
using Microsoft.CodeAnalysis;

namespace HyperscaleSdk.Analyzers.Policies;

/// <summary>Whether a project declares personal data: a rule about providers says nothing where none is handled.</summary>
internal sealed class PersonalDataDeclarations(Compilation compilation)
{
    private readonly object _gate = new();
    private bool? _any;

    /// <summary>
    /// Some type of the project has a member that is classified by attribute or whose whole name is one of a Korean identifier, or
    /// a text member of a type named after a person whose name says personal data. Looked for once, when first asked.
    /// </summary>
    public bool Any(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return _any ??= Find(compilation.Assembly.GlobalNamespace, cancellationToken);
        }
    }

    private static bool Find(INamespaceSymbol root, CancellationToken cancellationToken)
    {
        var open = new Stack<INamespaceOrTypeSymbol>();
        open.Push(root);
        while (open.Count > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var current = open.Pop();
            foreach (var member in current.GetMembers())
            {
                if (member is INamespaceOrTypeSymbol inner)
                {
                    open.Push(inner);
                }

                if (IsPersonal(member))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool IsPersonal(ISymbol member)
    {
        if (member.GetAttributes().Any(IsClassification))
        {
            return true;
        }

        return member switch
        {
            IMethodSymbol method => method.GetReturnTypeAttributes().Any(IsClassification) || method.Parameters.Any(IsPersonalParameter),
            IPropertySymbol property => IsPersonalName(property, property.Type),
            IFieldSymbol { IsImplicitlyDeclared: false, IsConst: false } field => IsPersonalName(field, field.Type),
            _ => false,
        };
    }

    private static bool IsPersonalParameter(IParameterSymbol parameter) =>
        parameter.GetAttributes().Any(IsClassification) || IsStrongName(parameter.Name, parameter.Type);

    private static bool IsPersonalName(ISymbol member, ITypeSymbol type) =>
        IsStrongName(member.Name, type)
        || (type.SpecialType == SpecialType.System_String && PersonalDataNames.IsPerson(member.ContainingType.Name) && PersonalDataNames.Classify(member.Name) is not null);

    private static bool IsStrongName(string name, ITypeSymbol type) =>
        type.SpecialType is SpecialType.System_String or SpecialType.System_Int64
        && PersonalDataNames.Classify(name) is { Confidence: PersonalDataConfidence.Strong or PersonalDataConfidence.Declared, NeedsPerson: false };

    private static bool IsClassification(AttributeData attribute)
    {
        for (var type = attribute.AttributeClass; type is not null; type = type.BaseType)
        {
            if (type.Name is "PersonalDataAttribute" && type.ContainingNamespace.ToDisplayString() == "HyperscaleSdk"
                || type.Name is "DataClassificationAttribute" && type.ContainingNamespace.ToDisplayString() == "Microsoft.Extensions.Compliance.Classification")
            {
                return true;
            }
        }

        return false;
    }
}
