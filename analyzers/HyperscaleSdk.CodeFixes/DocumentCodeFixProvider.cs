using System.Collections.Immutable;
using System.Threading;
using System.Threading.Tasks;
using HyperscaleSdk.Localization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace HyperscaleSdk.CodeFixes;

/// <summary>A fix that changes one file, and mends one diagnostic or all of a file in the same way.</summary>
public abstract class DocumentCodeFixProvider : CodeFixProvider
{
    private readonly BilingualText _title;

    private protected DocumentCodeFixProvider(BilingualText title) => _title = title;

    /// <inheritdoc />
    public sealed override FixAllProvider GetFixAllProvider() =>
        FixAllProvider.Create(async (context, document, diagnostics) => await FixAsync(document, diagnostics, context.CancellationToken).ConfigureAwait(false) ?? document);

    /// <inheritdoc />
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (await FixAsync(context.Document, [diagnostic], context.CancellationToken).ConfigureAwait(false) is { } changed)
            {
                context.RegisterCodeFix(CodeAction.Create(_title.ToString(formatProvider: null), _ => Task.FromResult(changed), equivalenceKey: GetType().Name), diagnostic);
            }
        }
    }

    /// <summary>The file without the diagnostics; null when there is nothing to offer.</summary>
    private protected abstract SyntaxNode? Fixed(SyntaxNode root, SemanticModel model, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellationToken);

    private async Task<Document?> FixAsync(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        return root is not null && model is not null && Fixed(root, model, diagnostics, cancellationToken) is { } changed && CompileCheck.Passes(model, changed, cancellationToken)
            ? document.WithSyntaxRoot(changed)
            : null;
    }
}
