using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HyperscaleSdk.Analyzers.Output;

/// <summary>Where a web application hands something to whoever asked: by name, because nothing here references ASP.NET Core.</summary>
internal static class WebResults
{
    /// <summary><c>Results.Ok(x)</c>, <c>TypedResults.Json(x)</c>, a controller's <c>Ok(x)</c>. A view is none: it can carry the label itself.</summary>
    public static bool IsFactory(IMethodSymbol method) =>
        method.ContainingType is { Name: "Results" or "TypedResults" or "ControllerBase" or "Controller" } type && IsAspNetCore(type)
        && method.Name is "Ok" or "Json" or "Text" or "Content" or "Created" or "CreatedAtRoute" or "CreatedAtAction" or "Accepted" or "AcceptedAtRoute" or "AcceptedAtAction" or "Bytes"
            or "File" or "Stream" or "StatusCode" or "ServerSentEvents";

    /// <summary>A method that writes to the response, to a connected client, or a file that people get.</summary>
    public static bool IsWriter(IMethodSymbol method) => (method.ContainingType?.Name, method.Name) switch
    {
        ("HttpResponseWritingExtensions", "WriteAsync") or ("HttpResponseJsonExtensions", "WriteAsJsonAsync") or ("BodyWriterExtensions", _) => true,
        ("ClientProxyExtensions", "SendAsync") => true,
        _ => IsExport(method) || IsPieceOfExport(method),
    };

    /// <summary>Writes a file.</summary>
    public static bool IsExport(IMethodSymbol method) => method.ContainingType is { Name: "File", ContainingNamespace: { Name: "IO", ContainingNamespace.Name: "System" } }
        && (method.Name.StartsWith("WriteAll", StringComparison.Ordinal) || method.Name.StartsWith("AppendAll", StringComparison.Ordinal));

    /// <summary>Writes a piece of a file: the label may stand in another piece.</summary>
    public static bool IsPieceOfExport(IMethodSymbol method) => method.ContainingType is { Name: "StreamWriter", ContainingNamespace: { Name: "IO", ContainingNamespace.Name: "System" } }
        && method.Name is "Write" or "WriteLine" or "WriteAsync" or "WriteLineAsync";

    /// <summary><c>app.MapPost("/ask", handler)</c>.</summary>
    public static bool IsRoute(IMethodSymbol method) =>
        method.ContainingType is { Name: "EndpointRouteBuilderExtensions" } type && IsAspNetCore(type) && method.Name.StartsWith("Map", StringComparison.Ordinal);

    /// <summary>A public method of a controller or hub: its result goes to whoever called.</summary>
    public static bool IsAction(ISymbol symbol)
    {
        if (symbol is not IMethodSymbol { DeclaredAccessibility: Accessibility.Public, IsStatic: false, MethodKind: MethodKind.Ordinary } method
            || method.GetAttributes().Any(attribute => attribute.AttributeClass?.Name is "NonActionAttribute"))
        {
            return false;
        }

        for (var type = method.ContainingType; type is not null; type = type.BaseType)
        {
            if ((type.Name is "ControllerBase" or "Hub" && IsAspNetCore(type)) || type.GetAttributes().Any(attribute => attribute.AttributeClass?.Name is "ApiControllerAttribute"))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The body that answers a route; null when it is in another file.</summary>
    public static IOperation? HandlerOf(IInvocationOperation route, System.Threading.CancellationToken cancellationToken)
    {
        foreach (var argument in route.Arguments)
        {
            var value = argument.Value is IConversionOperation conversion ? conversion.Operand : argument.Value;
            switch ((value as IDelegateCreationOperation)?.Target)
            {
                case IAnonymousFunctionOperation function:
                    return function.Body;
                case IMethodReferenceOperation { Method.DeclaringSyntaxReferences: { Length: 1 } declarations } when route.SemanticModel is { } model && declarations[0].SyntaxTree == model.SyntaxTree:
                    return model.GetOperation(declarations[0].GetSyntax(cancellationToken), cancellationToken);
            }
        }

        return null;
    }

    private static bool IsAspNetCore(INamedTypeSymbol type) => type.ContainingNamespace?.ToDisplayString().StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal) == true;
}
