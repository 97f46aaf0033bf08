using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HyperscaleSdk.Analyzers.Ai;

/// <summary>How a client was built, as far as the same type tells: what made it, and which methods wrapped it.</summary>
internal sealed class ClientChain
{
    private readonly HashSet<string> _steps = new(StringComparer.Ordinal);

    /// <summary>The expressions that made a client; empty when it came from outside (injected, from a container).</summary>
    public List<ExpressionSyntax> Creations { get; } = [];

    /// <summary>The client talks to this machine only, or is a stand-in for tests.</summary>
    public bool IsHarmless { get; private set; }

    public bool Has(string step) => _steps.Contains(step);

    public static ClientChain Trace(SyntaxNode client, SemanticModel model, AiTypes types, System.Threading.CancellationToken cancellationToken)
    {
        var chain = new ClientChain();
        new ClientTracer(chain, model, types, cancellationToken).Visit(client);
        return chain;
    }

    public void AddStep(string method) => _steps.Add(method);

    public void MarkHarmless() => IsHarmless = true;
}
