using System;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HyperscaleSdk.Analyzers.Output;

/// <summary>Whether the project labels everything that it answers: <c>app.UseAiLabel()</c>, <c>services.AddAiLabel()</c>, a filter of that name.</summary>
/// <remarks>The whole project is read for that, but only once there is something to report.</remarks>
internal sealed class LabelMiddleware(Compilation compilation)
{
    private readonly Lazy<bool> _isUsed = new(() => compilation.SyntaxTrees.Any(Uses), LazyThreadSafetyMode.ExecutionAndPublication);

    public bool IsUsed => _isUsed.Value;

    private static bool Uses(SyntaxTree tree) => tree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>().Any(name => IsMiddleware(name.Identifier.ValueText));

    private static bool IsMiddleware(string name) =>
        name.IndexOf("AiLabel", StringComparison.OrdinalIgnoreCase) is var at && at >= 0
        && (name.StartsWith("Use", StringComparison.Ordinal) || name.StartsWith("Add", StringComparison.Ordinal)
            || name.EndsWith("Middleware", StringComparison.Ordinal) || name.EndsWith("Filter", StringComparison.Ordinal));
}
