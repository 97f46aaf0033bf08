using System;
using System.Collections.Generic;
using System.Threading;
using HyperscaleSdk.Analyzers.Ai;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HyperscaleSdk.Analyzers.Credentials;

/// <summary>Places that take a key: options, parameters of clients, headers, settings.</summary>
internal static class KeyPlaces
{
    /// <summary>What is given to the place, or null when the operation is no such place.</summary>
    public static IOperation? ValueAt(IOperation operation, CancellationToken cancellationToken) => operation switch
    {
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Arguments.Length: > 0 } indexer } assignment =>
            TakesKey(indexer.Arguments[0].Value, cancellationToken) ? assignment.Value : null,
        ISimpleAssignmentOperation { Target: IMemberReferenceOperation { Member: var member } } assignment =>
            TakesKey(member.Name, member.ContainingType) ? assignment.Value : null,
        IArgumentOperation { ArgumentKind: ArgumentKind.Explicit, Parameter: { } parameter } argument =>
            TakesKey(argument, parameter, cancellationToken) ? argument.Value : null,
        _ => null,
    };

    /// <summary>Whether the place is an option or parameter for keys; headers and settings also hold other things.</summary>
    public static bool IsForKeysOnly(IOperation place) => place switch
    {
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Arguments.Length: > 0 } } => false,
        ISimpleAssignmentOperation { Target: IMemberReferenceOperation { Member: var member } } => KeyNames.IsKey(member.Name),
        IArgumentOperation { Parameter: { } parameter } => KeyNames.IsKey(parameter.Name) || parameter.ContainingType?.Name is "ApiKeyCredential" or "AzureKeyCredential",
        _ => false,
    };

    /// <summary>The expressions of which the value is one: both sides of <c>??</c>, both arms of <c>?:</c>.</summary>
    public static IEnumerable<IOperation> Alternatives(IOperation value)
    {
        var open = new Stack<IOperation>();
        open.Push(value);
        while (open.Count > 0)
        {
            switch (open.Pop())
            {
                case IConversionOperation conversion:
                    open.Push(conversion.Operand);
                    break;
                case ICoalesceOperation coalesce:
                    open.Push(coalesce.WhenNull);
                    open.Push(coalesce.Value);
                    break;
                case IConditionalOperation { WhenFalse: { } otherwise } conditional:
                    open.Push(otherwise);
                    open.Push(conditional.WhenTrue);
                    break;
                case var other:
                    yield return other;
                    break;
            }
        }
    }

    private static bool TakesKey(string member, ITypeSymbol? type) =>
        KeyNames.IsKey(member) || (AiSdkTypes.Contains(type) && KeyNames.IsKeyOfSdk(member));

    // headers["x-api-key"] = …, settings["Hyperscale:upstage:ApiKey"] = …
    private static bool TakesKey(IOperation name, CancellationToken cancellationToken) =>
        ConstantText.Of(name, cancellationToken) is { } text && (KeyNames.IsHeader(text) || KeyNames.IsSetting(text));

    private static bool TakesKey(IArgumentOperation argument, IParameterSymbol parameter, CancellationToken cancellationToken)
    {
        if (parameter.ContainingSymbol is not IMethodSymbol method || parameter.Type.SpecialType is not (SpecialType.System_String or SpecialType.System_Object) && !IsTextCarrier(parameter.Type))
        {
            return false;
        }

        if (method.ContainingType.Name is "AuthenticationHeaderValue")
        {
            return parameter.Ordinal == 1;
        }

        // Add(name, value) of headers, dictionaries and collections of settings.
        if (parameter.Ordinal >= 1 && method.Name is "Add" or "TryAdd" or "TryAddWithoutValidation" or "AddWithoutValidation" or "Append" or "Set" or "SetEnvironmentVariable" or "SetHeader" or "WithHeader" or "AddHeader")
        {
            return Sibling(argument, parameter.Ordinal - 1) is { } name && TakesKey(name, cancellationToken);
        }

        return IsGivenTo(method) && (KeyNames.IsKey(parameter.Name)

            // A "key" of another method is one of a table: options.AdditionalProperties.Add(key, value).
            || (method.MethodKind == MethodKind.Constructor && AiSdkTypes.Contains(method.ContainingType) && KeyNames.IsKeyOfSdk(parameter.Name)));
    }

    // A method that looks a key up takes its name, not the key.
    private static bool IsGivenTo(IMethodSymbol method) =>
        !(method.Name.StartsWith("Get", StringComparison.Ordinal) || method.Name.StartsWith("Find", StringComparison.Ordinal)
            || method.Name.StartsWith("Read", StringComparison.Ordinal) || method.Name.StartsWith("Is", StringComparison.Ordinal)
            || method.Name.StartsWith("Contains", StringComparison.Ordinal));

    // Headers are added as one text or as a list of texts.
    private static bool IsTextCarrier(ITypeSymbol type) =>
        type is INamedTypeSymbol { TypeArguments.Length: 1 } named && named.TypeArguments[0].SpecialType == SpecialType.System_String || type.Name is "StringValues";

    private static IOperation? Sibling(IArgumentOperation argument, int ordinal)
    {
        var arguments = argument.Parent switch
        {
            IInvocationOperation invocation => invocation.Arguments,
            IObjectCreationOperation creation => creation.Arguments,
            _ => [],
        };
        foreach (var other in arguments)
        {
            if (other.Parameter?.Ordinal == ordinal)
            {
                return other.Value;
            }
        }

        return null;
    }
}
