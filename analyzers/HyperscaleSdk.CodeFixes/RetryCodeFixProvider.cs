using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using System.Threading;
using HyperscaleSdk.Analyzers;
using HyperscaleSdk.Analyzers.Ai;
using HyperscaleSdk.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace HyperscaleSdk.CodeFixes;

/// <summary>HSAI0021: narrows the clause that swallows the failure to failures that were refused, or never sent, and so never billed.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RetryCodeFixProvider))]
[Shared]
public sealed class RetryCodeFixProvider : DocumentCodeFixProvider
{
    private const string Refused = "HyperscaleSdk.HyperscaleRateLimitException";

    /// <summary>Makes the fix.</summary>
    public RetryCodeFixProvider()
        : base(FixTexts.RetryUnbilled)
    {
    }

    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds => [RuleIdentifiers.RetryDoubleCharge];

    private protected override SyntaxNode? Fixed(SyntaxNode root, SemanticModel model, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        var clauses = new Dictionary<CatchClauseSyntax, bool>();
        foreach (var diagnostic in diagnostics)
        {
            if (root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is not { } node || model.GetOperation(node, cancellationToken) is not IInvocationOperation call)
            {
                continue;
            }

            // Another SDK's client never throws our exception: the clause would be dead and the retry lost without a word.
            var isHttp = HttpModelCalls.IsHttpClient(ClientExpressions.Receiver(call)?.Type);
            var isOurs = !isHttp && !ProviderClients.IsCall(call) && model.Compilation.GetTypeByMetadataName(Refused) is not null;
            foreach (var clause in isHttp || isOurs ? RetryAnalyzer.RepeatingClauses(call) : [])
            {
                clauses[clause] = isHttp;
            }
        }

        if (clauses.Count == 0 || root is not CompilationUnitSyntax unit)
        {
            return null;
        }

        var changed = unit.ReplaceNodes(clauses.Keys, (clause, current) => clauses[clause] ? NeverSent(current, model, clause.SpanStart) : Narrowed(current, "HyperscaleRateLimitException", filter: null));
        return clauses.Values.All(isHttp => isHttp) ? changed : Usings.Add(changed, "HyperscaleSdk", "HyperscaleRateLimitException", model, clauses.Keys.First().SpanStart);
    }

    private static CatchClauseSyntax NeverSent(CatchClauseSyntax clause, SemanticModel model, int position)
    {
        var space = model.LookupNamespacesAndTypes(position, name: "HttpRequestException").Length > 0 ? string.Empty : "System.Net.Http.";
        var name = clause.Declaration?.Identifier.ValueText is { Length: > 0 } own ? own : "exception";
        return Narrowed(
            clause, $"{space}HttpRequestException {name}", $"{name}.HttpRequestError is {space}HttpRequestError.ConnectionError or {space}HttpRequestError.NameResolutionError");
    }

    /// <summary>The clause for another type; what its filter asked before is asked still.</summary>
    private static CatchClauseSyntax Narrowed(CatchClauseSyntax clause, string declaration, string? filter)
    {
        var gap = clause.Block.OpenBraceToken.GetPreviousToken().TrailingTrivia;
        if (!declaration.Contains(' ') && clause.Declaration?.Identifier.ValueText is { Length: > 0 } name)
        {
            declaration += " " + name;
        }

        var asked = clause.Filter?.FilterExpression.ToString();
        var both = asked is null ? filter : filter is null ? asked : $"({asked}) && ({filter})";
        var written = ((TryStatementSyntax)SyntaxFactory.ParseStatement($"try {{ }} catch ({declaration}){(both is null ? string.Empty : $" when ({both})")} {{ }}")).Catches[0];
        var narrowed = written.Filter is { } given ? written.WithFilter(given.WithTrailingTrivia(gap)) : written.WithDeclaration(written.Declaration!.WithTrailingTrivia(gap));
        return narrowed.WithCatchKeyword(narrowed.CatchKeyword.WithLeadingTrivia(clause.CatchKeyword.LeadingTrivia)).WithBlock(clause.Block);
    }
}
