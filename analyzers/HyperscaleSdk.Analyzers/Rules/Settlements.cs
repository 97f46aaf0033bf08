using System;
using System.Linq;
using System.Threading;
using HyperscaleSdk.Analyzers.Ai;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace HyperscaleSdk.Analyzers.Rules;

/// <summary>Where reservations of usage are made, and whether they are settled.</summary>
internal sealed class Settlements(Compilation compilation)
{
    private readonly Compilation _compilation = compilation;

    public static bool IsReservation(IInvocationOperation invocation) =>
        invocation.TargetMethod.Name is "ReserveAsync" or "Reserve"
        && ClientExpressions.Receiver(invocation)?.Type is { } type
        && (ClientSteps.IsLedger(type) || type.Name.IndexOf("Budget", StringComparison.Ordinal) >= 0 || type.Name.IndexOf("Ledger", StringComparison.Ordinal) >= 0);

    /// <summary>A method of the project whose result settles when it is disposed.</summary>
    public bool OpensReservation(IInvocationOperation invocation) => ResultOf(invocation) is { DeclaringSyntaxReferences.Length: > 0 } type
        && HasOwnLifetime(invocation)
        && !type.DeclaringSyntaxReferences.Any(declaration => declaration.SyntaxTree == invocation.Syntax.SyntaxTree && declaration.Span.Contains(invocation.Syntax.Span))
        && type.GetMembers().Where(member => member.Name is "DisposeAsync" or "Dispose").SelectMany(member => member.DeclaringSyntaxReferences).Any(declaration => Settles(declaration.GetSyntax()));

    /// <summary>What comes back is disposed to settle or release.</summary>
    public static bool HasOwnLifetime(IInvocationOperation reservation) =>
        ResultOf(reservation) is { Name: not ("Task" or "ValueTask") } type && type.AllInterfaces.Any(implemented => implemented.Name is "IAsyncDisposable" or "IDisposable");

    private static ITypeSymbol? ResultOf(IInvocationOperation call) =>
        call.Type is INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments.Length: 1 } task ? task.TypeArguments[0] : call.Type;

    /// <summary>The local variable that the value of a call is put into.</summary>
    public static VariableDeclaratorSyntax? Variable(IInvocationOperation call)
    {
        SyntaxNode? node = call.Syntax.Parent;
        while (node is AwaitExpressionSyntax or ParenthesizedExpressionSyntax or MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait" } or InvocationExpressionSyntax)
        {
            node = node.Parent;
        }

        return node is EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent.Parent: LocalDeclarationStatementSyntax or UsingStatementSyntax } variable } ? variable : null;
    }

    /// <summary>Nobody keeps what comes back, so that nobody can dispose it.</summary>
    public static bool IsDropped(IInvocationOperation call)
    {
        SyntaxNode? node = call.Syntax.Parent;
        while (node is AwaitExpressionSyntax or ParenthesizedExpressionSyntax or MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait" }
            or InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait" } })
        {
            node = node.Parent;
        }

        return node is ExpressionStatementSyntax || (node is AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "_" } });
    }

    /// <summary>By using, in a finally block, or by whoever it is handed to.</summary>
    public static bool IsDisposed(VariableDeclaratorSyntax variable)
    {
        if (variable.Parent?.Parent is UsingStatementSyntax or LocalDeclarationStatementSyntax { UsingKeyword.RawKind: (int)SyntaxKind.UsingKeyword })
        {
            return true;
        }

        var name = variable.Identifier.ValueText;
        foreach (var use in (BodyOf(variable) ?? variable).DescendantNodes().OfType<IdentifierNameSyntax>().Where(node => node.Identifier.ValueText == name))
        {
            var isHandedOn = use.Parent is ArgumentSyntax or ReturnStatementSyntax or ArrowExpressionClauseSyntax or EqualsValueClauseSyntax
                || (use.Parent is AssignmentExpressionSyntax assignment && assignment.Right == use) || use.Parent is UsingStatementSyntax;
            var isEnded = use.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "DisposeAsync" or "Dispose" or "SettleAsync" or "ReleaseAsync" or "Settle" or "Release" }
                && use.Ancestors().Any(node => node is FinallyClauseSyntax);
            if (isHandedOn || isEnded)
            {
                return true;
            }
        }

        return false;
    }

    public static SyntaxNode? BodyOf(SyntaxNode node) => node.Ancestors().FirstOrDefault(ancestor =>
        ancestor is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or CompilationUnitSyntax);

    /// <summary>The class settles in another member, or hands the reservation on: a helper with a life of its own.</summary>
    public bool IsSettledByOthers(IInvocationOperation reservation, ISymbol containing)
    {
        var body = BodyOf(reservation.Syntax);
        return containing.ContainingType is { } type && !(body is not null && Settles(body)) && type.DeclaringSyntaxReferences.Any(reference =>
            reference.GetSyntax() is TypeDeclarationSyntax declaration
            && declaration.Members.Any(member => !member.Modifiers.Any(SyntaxKind.StaticKeyword) && !member.Span.Contains(reservation.Syntax.Span) && Settles(member))
            && !CallsSettlingMember(body, declaration));
    }

    public bool IsSettledOnEveryWay(SyntaxNode reservation, SyntaxNode body, CancellationToken cancellationToken)
    {
        foreach (var attempt in body.DescendantNodes().OfType<TryStatementSyntax>())
        {
            cancellationToken.ThrowIfCancellationRequested();
            var isAround = attempt.Block.Span.Contains(reservation.Span);
            if (!isAround && attempt.SpanStart < reservation.Span.End)
            {
                continue;
            }

            if (attempt.Finally is { } last && Settles(last))
            {
                return true;
            }

            // On failure in a clause that catches everything, and on success in the block or after it.
            var onFailure = attempt.Catches.Any(clause => clause.Filter is null && (clause.Declaration is null || clause.Declaration.Type.ToString() is "Exception" or "System.Exception") && Settles(clause.Block));
            if (onFailure && (Settles(attempt.Block) || SettlesAfter(attempt, body)))
            {
                return true;
            }
        }

        // Nothing can fail between the two: no other call lies there.
        return IsNextStatement(reservation);
    }

    private bool SettlesAfter(TryStatementSyntax attempt, SyntaxNode body) =>
        body.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(call => call.SpanStart > attempt.Span.End && IsSettling(call));

    private bool IsNextStatement(SyntaxNode reservation) =>
        reservation.FirstAncestorOrSelf<StatementSyntax>() is { Parent: BlockSyntax block } statement
        && block.Statements.IndexOf(statement) is var index && index + 1 < block.Statements.Count
        && block.Statements[index + 1] is ExpressionStatementSyntax next && Settles(next)
        && next.DescendantNodes().OfType<AwaitExpressionSyntax>().Count() <= 1;

    private bool Settles(SyntaxNode code) => code.DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>().Any(IsSettling);

    private bool IsSettling(InvocationExpressionSyntax call)
    {
        if (SourceIndex.NameOf(call.Expression) is not { } name)
        {
            return false;
        }

        if (name is "SettleAsync" or "ReleaseAsync" or "Settle" or "Release" or "CommitAsync" or "RollbackAsync" or "CancelAsync")
        {
            return name is not "CancelAsync";
        }

        // A helper of the same assembly that settles.
        return _compilation.ContainsSyntaxTree(call.SyntaxTree)
            && _compilation.GetSemanticModel(call.SyntaxTree).GetSymbolInfo(call).Symbol is IMethodSymbol { DeclaringSyntaxReferences.Length: > 0 } helper
            && helper.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax() is { } declaration && !declaration.Span.Contains(call.Span)
                && declaration.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(inner => SourceIndex.NameOf(inner.Expression) is "SettleAsync" or "ReleaseAsync" or "Settle" or "Release"));
    }

    private static bool CallsSettlingMember(SyntaxNode? body, TypeDeclarationSyntax declaration)
    {
        var settling = declaration.Members.OfType<MethodDeclarationSyntax>()
            .Where(method => method.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(call => SourceIndex.NameOf(call.Expression) is "SettleAsync"))
            .Select(method => method.Identifier.ValueText).ToList();
        return body is not null && body.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(call => SourceIndex.NameOf(call.Expression) is { } name && settling.Contains(name));
    }
}
