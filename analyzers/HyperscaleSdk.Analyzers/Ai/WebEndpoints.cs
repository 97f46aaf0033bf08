using System;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HyperscaleSdk.Analyzers.Ai;

/// <summary>What people outside reach a program through, by name: nothing here references ASP.NET Core.</summary>
internal static class WebEndpoints
{
    /// <summary>A type whose methods answer requests: a controller, a Razor page or component, a hub.</summary>
    public static bool IsEndpointType(ITypeSymbol? type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (!ReferenceEquals(current, type) && current.Name is "ControllerBase" or "Controller" or "PageModel" or "Hub" or "ComponentBase"
                && current.ContainingNamespace.ToDisplayString().StartsWith("Microsoft.AspNetCore.", StringComparison.Ordinal))
            {
                return true;
            }

            foreach (var attribute in current.GetAttributes())
            {
                if (attribute.AttributeClass is { Name: "ApiControllerAttribute" })
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>A call such as <c>app.MapPost("/ask", …)</c>.</summary>
    public static bool IsMapping(IInvocationOperation invocation)
    {
        var method = invocation.TargetMethod;
        return method.Name is "MapGet" or "MapPost" or "MapPut" or "MapPatch" or "MapDelete" or "MapMethods" or "Map" or "MapHub" or "MapControllers" or "MapRazorPages" or "MapRazorComponents"
            && (method.ReducedFrom ?? method).ContainingNamespace.ToDisplayString().StartsWith("Microsoft.AspNetCore.", StringComparison.Ordinal);
    }
}
