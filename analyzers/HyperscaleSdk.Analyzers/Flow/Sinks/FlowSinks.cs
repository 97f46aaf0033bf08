using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using HyperscaleSdk.Analyzers.Ai;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>Which calls send data out of the process.</summary>
internal static class FlowSinks
{
    /// <summary>Names of the calls of Microsoft.Extensions.AI.</summary>
    public static bool IsModelCallName(string name) => name is "GetResponseAsync" or "GetStreamingResponseAsync" || (Starts(name, "Generate") && name.EndsWith("Async", StringComparison.Ordinal));

    /// <summary>Names of calls that send over HTTP.</summary>
    public static bool IsHttpName(string name) =>
        name is "SendAsync" or "Send" or "PostAsync" or "PutAsync" or "PatchAsync" or "PostAsJsonAsync" or "PutAsJsonAsync" or "PatchAsJsonAsync"
            or "GetAsync" or "GetStringAsync" or "GetFromJsonAsync" or "GetStreamAsync" or "GetByteArrayAsync";

    /// <summary>Names that lead to a log or to telemetry; the attribute of methods that are generated for it counts for them.</summary>
    public static bool IsLogName(string name) => IsLogNameAlone(name) || IsLevel(name) || IsPrintName(name);

    /// <summary>Those that say it by themselves; others are names of much else as well.</summary>
    public static bool IsLogNameAlone(string name) => (Starts(name, "Log") && (name.Length == 3 || !char.IsLower(name[3]))) || name is "LoggerMessage" or "LoggerMessageAttribute" or "SetTag" or "AddTag" or "AddEvent" or "SetBaggage" or "AddBaggage";

    /// <summary>Names of what <c>Console</c>, <c>Debug</c> and <c>Trace</c> write with.</summary>
    public static bool IsPrintName(string name) => Starts(name, "Write") || Starts(name, "Trace") || name is "Print";

    /// <summary>Names that any sink can have: a method that mentions none of them contains no sink.</summary>
    public static bool MayBeSink(string name) => IsModelCallName(name) || IsHttpName(name) || ProviderClients.IsCallName(name) || IsLogName(name);

    /// <param name="invocation">The call.</param>
    /// <param name="types">The AI types of the compilation.</param>
    /// <param name="consoleIsLog">What a service writes to its console ends in a log; a program talks to its user there.</param>
    /// <param name="source">What one of the compiler's temporaries was made from.</param>
    public static FlowSinkCall? Find(IInvocationOperation invocation, AiTypes types, bool consoleIsLog, Func<IOperation?, IOperation?> source)
    {
        var method = invocation.TargetMethod;
        if (AiCall.TryCreate(invocation, types, out var call))
        {
            return new FlowSinkCall(
                new FlowSink(FlowSinkKind.AiCall, call.DisplayName, invocation.Syntax, call.Client?.Syntax, ProviderIds.OfClient(Unconverted(call.Client)?.Type)),
                [.. call.Payload()],
                call.Client,
                NeedsHost: false);
        }

        if (ProviderClients.IsCall(invocation, source))
        {
            return Of(FlowSinkKind.AiCall, invocation, invocation.Instance, needsHost: false, ProviderClients.ProviderOf(invocation, source));
        }

        if (IsHttpCall(invocation))
        {
            return Of(FlowSinkKind.AiCall, invocation, invocation.Instance, needsHost: true);
        }

        return IsLogCall(method, consoleIsLog) ? Of(FlowSinkKind.Log, invocation, client: null, needsHost: false) : null;
    }

    private static IOperation? Unconverted(IOperation? operation) => operation is IConversionOperation conversion ? Unconverted(conversion.Operand) : operation;

    private static FlowSinkCall Of(FlowSinkKind kind, IInvocationOperation invocation, IOperation? client, bool needsHost, string? provider = null)
    {
        var payload = ImmutableArray.CreateBuilder<IArgumentOperation>();
        foreach (var argument in invocation.Arguments)
        {
            if (argument.ArgumentKind != ArgumentKind.DefaultValue && argument.Parameter?.Type.Name is not ("CancellationToken" or "JsonSerializerOptions" or "ILogger" or "HttpClient"))
            {
                payload.Add(argument);
            }
        }

        var name = $"{invocation.TargetMethod.ContainingType.Name}.{invocation.TargetMethod.Name}";
        return new FlowSinkCall(new FlowSink(kind, name, invocation.Syntax, client?.Syntax, provider), payload.ToImmutable(), client, needsHost);
    }

    private static bool IsHttpCall(IInvocationOperation invocation)
    {
        var client = invocation.Instance?.Type ?? (invocation.Arguments.Length > 0 && invocation.TargetMethod.IsExtensionMethod ? invocation.Arguments[0].Parameter?.Type : null);
        for (; client is not null; client = client.BaseType)
        {
            if (client is { Name: "HttpClient" or "HttpMessageInvoker", ContainingNamespace: { Name: "Http", ContainingNamespace.Name: "Net" } })
            {
                return invocation.TargetMethod.Name is not ("Dispose" or "CancelPendingRequests");
            }
        }

        return false;
    }

    public static bool IsException(ITypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (type is { Name: "Exception", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } })
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The method writes to a log or to telemetry.</summary>
    public static bool IsLogCall(IMethodSymbol method, bool consoleIsLog) => IsLog(method) || (consoleIsLog && IsConsole(method));

    private static bool IsConsole(IMethodSymbol method) =>
        method.ContainingType is { Name: "Console", ContainingNamespace.Name: "System" } && Starts(method.Name, "Write");

    private static bool IsLog(IMethodSymbol method)
    {
        var type = method.ContainingType;
        return type.Name switch
        {
            "LoggerExtensions" or "ILogger" or "Log" or "Logger" => Starts(method.Name, "Log") || IsLevel(method.Name) || HasAttribute(method, "LoggerMessageAttribute"),
            "Debug" or "Trace" => type.ContainingNamespace is { Name: "Diagnostics", ContainingNamespace.Name: "System" } && (Starts(method.Name, "Write") || Starts(method.Name, "Trace") || method.Name is "Print"),
            "Activity" => method.Name is "SetTag" or "AddTag" or "SetBaggage" or "AddBaggage",
            _ => HasAttribute(method, "LoggerMessageAttribute"),
        };
    }

    /// <summary>Names of the methods of loggers that are called after levels.</summary>
    public static bool IsLevel(string name) => name is "Verbose" or "Trace" or "Debug" or "Information" or "Info" or "Warning" or "Warn" or "Error" or "Fatal" or "Critical" or "Write";

    private static bool HasAttribute(IMethodSymbol method, string name)
    {
        foreach (var attribute in method.GetAttributes())
        {
            if (string.Equals(attribute.AttributeClass?.Name, name, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Starts(string name, string start) => name.StartsWith(start, StringComparison.Ordinal);
}
