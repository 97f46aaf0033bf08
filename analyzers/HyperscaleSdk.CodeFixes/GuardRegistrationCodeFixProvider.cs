using System.Collections.Immutable;
using System.Composition;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace HyperscaleSdk.CodeFixes;

/// <summary>HSAI0001, 0002, 0004, 0005, 0007: adds <c>.UsePersonalDataGuard()</c> where the injected client is registered, also in another file.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(GuardRegistrationCodeFixProvider))]
[Shared]
public sealed class GuardRegistrationCodeFixProvider : CodeFixProvider
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds => GuardSteps.Rules;

    /// <inheritdoc />
    public override FixAllProvider GetFixAllProvider() => GuardRegistrationFixAllProvider.Instance;

    /// <inheritdoc />
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (await GuardSteps.AtRegistrationAsync(context.Document, diagnostic, context.CancellationToken).ConfigureAwait(false) is { } changed)
            {
                context.RegisterCodeFix(
                    CodeAction.Create(FixTexts.GuardRegistration.ToString(formatProvider: null), _ => Task.FromResult(changed), equivalenceKey: nameof(GuardRegistrationCodeFixProvider)),
                    diagnostic);
            }
        }
    }
}
