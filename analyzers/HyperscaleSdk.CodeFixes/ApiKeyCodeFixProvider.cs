using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using System.Threading.Tasks;
using HyperscaleSdk.Analyzers;
using HyperscaleSdk.Analyzers.Credentials;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HyperscaleSdk.CodeFixes;

/// <summary>HSAI0006: reads the key from an <c>IConfiguration</c> in scope, otherwise from the environment.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ApiKeyCodeFixProvider))]
[Shared]
public sealed class ApiKeyCodeFixProvider : CodeFixProvider
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds => [RuleIdentifiers.ApiKeyInSource];

    /// <inheritdoc />
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc />
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        if (root is null || model is null)
        {
            return;
        }

        foreach (var diagnostic in context.Diagnostics)
        {
            if (diagnostic.Location.SourceTree != root.SyntaxTree || root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is not ExpressionSyntax key
                || Fixed(root, key, model) is not { } changed || !CompileCheck.Passes(model, changed, context.CancellationToken))
            {
                continue;
            }

            context.RegisterCodeFix(
                CodeAction.Create(
                    FixTexts.ReadKey.ToString(formatProvider: null),
                    _ => Task.FromResult(context.Document.WithSyntaxRoot(changed)),
                    equivalenceKey: nameof(ApiKeyCodeFixProvider)),
                diagnostic);
        }
    }

    private static SyntaxNode? Fixed(SyntaxNode root, ExpressionSyntax key, SemanticModel model)
    {
        var text = model.GetConstantValue(key).Value as string;
        if (text is not null && (WebAddress.HasKeyInQuery(text) || (KeyPrefixes.HoldsKey(text) && !KeyPrefixes.IsKey(text))))
        {
            // Where the rest of the text would come from cannot be known.
            return null;
        }

        var replacement = Replacement(key, text, model).WithTriviaFrom(key);
        if (key.FirstAncestorOrSelf<VariableDeclarationSyntax>() is { Variables.Count: 1, Parent: { } declaration } variables && variables.Variables[0].Initializer?.Value.Span.Contains(key.Span) == true
            && WithoutConst(declaration, declaration.ReplaceNode(key, replacement)) is { } changed)
        {
            return root.ReplaceNode(declaration, changed);
        }

        return root.ReplaceNode(key, replacement);
    }

    private static ExpressionSyntax Replacement(ExpressionSyntax key, string? text, SemanticModel model)
    {
        var settings = KeySettings.Of(key, model);
        var configuration = ScopeSymbols.Find(key, model, IsConfiguration);
        var (read, what) = configuration is null
            ? ($"{Name(model, key, "System", "Environment")}.GetEnvironmentVariable(\"{settings.Variable}\")", settings.Variable)
            : ($"{configuration}[\"{settings.Path}\"]", settings.Path);
        var failure = $"throw new {Name(model, key, "System", "InvalidOperationException")}(\"{what} is not set.\")";
        if (key.Parent is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } coalesce && coalesce.Right == key)
        {
            return SyntaxFactory.ParseExpression(failure);
        }

        var scheme = text is null ? string.Empty : Scheme(text);
        var whole = $"{read} ?? {failure}";
        return SyntaxFactory.ParseExpression(
            scheme.Length > 0 ? $"\"{scheme}\" + ({whole})"
            : key.Parent is BinaryExpressionSyntax or ConditionalExpressionSyntax or CastExpressionSyntax or InterpolationSyntax or MemberAccessExpressionSyntax ? $"({whole})"
            : whole);
    }

    // "Bearer …" keeps its first word.
    private static string Scheme(string text)
    {
        var key = KeyPrefixes.WithoutScheme(text);
        return text.Trim().Length > key.Length ? text.TrimStart().Substring(0, text.Trim().Length - key.Length) : string.Empty;
    }

    private static string Name(SemanticModel model, ExpressionSyntax key, string space, string type) =>
        model.LookupNamespacesAndTypes(key.SpanStart, name: type).Any(symbol => symbol.ContainingNamespace?.Name == space) ? type : $"{space}.{type}";

    private static bool IsConfiguration(ITypeSymbol type) =>
        IsConfigurationInterface(type) || type.AllInterfaces.Any(IsConfigurationInterface);

    private static bool IsConfigurationInterface(ITypeSymbol type) =>
        type.Name is "IConfiguration" && type.ContainingNamespace?.ToDisplayString() is "Microsoft.Extensions.Configuration";

    // What is read at run time is no constant.
    private static SyntaxNode? WithoutConst(SyntaxNode before, SyntaxNode after)
    {
        switch (after)
        {
            case FieldDeclarationSyntax field when field.Modifiers.Any(SyntaxKind.ConstKeyword):
                var index = field.Modifiers.IndexOf(SyntaxKind.ConstKeyword);
                var constant = field.Modifiers[index];
                return field.WithModifiers(field.Modifiers
                    .Replace(constant, SyntaxFactory.Token(constant.LeadingTrivia, SyntaxKind.StaticKeyword, SyntaxFactory.TriviaList(SyntaxFactory.Space)))
                    .Insert(index + 1, SyntaxFactory.Token(SyntaxFactory.TriviaList(), SyntaxKind.ReadOnlyKeyword, constant.TrailingTrivia)));
            case LocalDeclarationStatementSyntax local when local.IsConst:
                return local.WithModifiers(default).WithLeadingTrivia(before.GetLeadingTrivia());
            default:
                return null;
        }
    }
}
