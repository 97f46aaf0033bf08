using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HyperscaleSdk.Analyzers.Ai;

/// <summary>A call that sends text to an AI supplier.</summary>
internal readonly struct AiCall
{
    private AiCall(IInvocationOperation invocation, bool extension)
    {
        Invocation = invocation;
        Client = extension && invocation.Arguments.Length > 0 ? invocation.Arguments[0].Value : invocation.Instance;
        IsExtension = extension;
    }

    public IInvocationOperation Invocation { get; }

    /// <summary>The client that is called, also when the method is an extension.</summary>
    public IOperation? Client { get; }

    private bool IsExtension { get; }

    public string DisplayName => $"{Invocation.TargetMethod.ContainingType.Name}.{Invocation.TargetMethod.Name}";

    public static bool TryCreate(IInvocationOperation invocation, AiTypes types, out AiCall call)
    {
        var method = invocation.TargetMethod;
        var extension = invocation.Instance is null && method.IsStatic;
        var client = extension
            ? method.IsExtensionMethod && method.Parameters.Length > 0 ? (method.ReducedFrom ?? method).Parameters[0].Type : null
            : method.ContainingType;
        call = client is not null && IsModelCall(method, client, invocation, types, extension) ? new AiCall(invocation, extension) : default;
        return call.Invocation is not null;
    }

    /// <summary>The arguments that leave the process: all but the client and the cancellation token.</summary>
    public IEnumerable<IArgumentOperation> Payload()
    {
        for (var i = IsExtension ? 1 : 0; i < Invocation.Arguments.Length; i++)
        {
            var argument = Invocation.Arguments[i];
            if (argument.ArgumentKind != ArgumentKind.DefaultValue && argument.Parameter?.Type.Name is not ("CancellationToken" or "JsonSerializerOptions"))
            {
                yield return argument;
            }
        }
    }

    private static bool IsModelCall(IMethodSymbol method, ITypeSymbol client, IInvocationOperation invocation, AiTypes types, bool extension)
    {
        if (method.Name is "GetResponseAsync" or "GetStreamingResponseAsync")
        {
            return types.IsChatClient(client) || (!extension && types.IsChatClient(invocation.Instance?.Type));
        }

        if (method.Name.StartsWith("Generate", StringComparison.Ordinal) && method.Name.EndsWith("Async", StringComparison.Ordinal)
            && (types.IsEmbeddingGenerator(client) || (!extension && types.IsEmbeddingGenerator(invocation.Instance?.Type))))
        {
            return true;
        }

        return !extension && method.DeclaredAccessibility == Accessibility.Public
            && method.Parameters.Length > 0 && method.ReturnType.Name is ("Task" or "ValueTask" or "IAsyncEnumerable") && AiTypes.IsGeneratedClient(client);
    }
}
