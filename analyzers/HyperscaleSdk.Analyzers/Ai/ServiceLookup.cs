using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HyperscaleSdk.Analyzers.Ai;

/// <summary>Calls that ask a service container for something.</summary>
internal static class ServiceLookup
{
    public static bool TryGet(IInvocationOperation invocation, out ServiceKey service)
    {
        service = null!;
        var method = invocation.TargetMethod;
        if (method.Name is not ("GetRequiredService" or "GetService" or "GetServices" or "GetRequiredKeyedService" or "GetKeyedService" or "GetKeyedServices")
            || !IsProvider(ClientExpressions.Receiver(invocation)?.Type))
        {
            return false;
        }

        ITypeSymbol? type = method.TypeArguments.Length == 1 ? method.TypeArguments[0] : null;
        string? key = null;
        foreach (var argument in invocation.Arguments)
        {
            var value = argument.Value is IConversionOperation conversion ? conversion.Operand : argument.Value;
            if (value is ITypeOfOperation typeOf)
            {
                type = typeOf.TypeOperand;
            }
            else if (argument.Parameter?.Name is "serviceKey" or "key")
            {
                key = KeyOf(value);
            }
        }

        if (type is null)
        {
            return false;
        }

        service = new ServiceKey(type, key);
        return true;
    }

    public static string? KeyOf(IOperation value)
    {
        value = value is IConversionOperation conversion ? conversion.Operand : value;
        return value.ConstantValue switch
        {
            { HasValue: true, Value: string text } => text,
            { HasValue: true, Value: null } => null,
            { HasValue: true, Value: { } other } => value.Type?.Name + "." + other,
            _ => ServiceKey.AnyKey,
        };
    }

    /// <summary>The key that a parameter's or property's attribute names; null when it has none.</summary>
    public static string? KeyOf(ISymbol place)
    {
        foreach (var attribute in place.GetAttributes())
        {
            if (attribute.AttributeClass?.Name is "FromKeyedServicesAttribute")
            {
                return attribute.ConstructorArguments.Length == 1 && attribute.ConstructorArguments[0].Value is string key ? key : ServiceKey.AnyKey;
            }
        }

        return null;
    }

    private static bool IsProvider(ITypeSymbol? type)
    {
        if (type is null)
        {
            return false;
        }

        if (type.Name.EndsWith("ServiceProvider", System.StringComparison.Ordinal))
        {
            return true;
        }

        foreach (var implemented in type.AllInterfaces)
        {
            if (implemented.Name.EndsWith("ServiceProvider", System.StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
