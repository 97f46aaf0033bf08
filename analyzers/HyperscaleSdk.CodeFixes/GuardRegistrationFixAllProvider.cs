using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace HyperscaleSdk.CodeFixes;

/// <summary>All registrations, one report after the other: the first one may guard the clients of all others.</summary>
internal sealed class GuardRegistrationFixAllProvider : FixAllProvider
{
    public static GuardRegistrationFixAllProvider Instance { get; } = new();

    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() => [FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution];

    public override async Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext)
    {
        var found = new List<(DocumentId Document, Diagnostic Diagnostic)>();
        if (fixAllContext is { Scope: FixAllScope.Document, Document: { } document })
        {
            Add(found, document.Project, await fixAllContext.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false));
        }
        else
        {
            foreach (var project in fixAllContext.Scope == FixAllScope.Solution ? fixAllContext.Solution.Projects : [fixAllContext.Project])
            {
                Add(found, project, await fixAllContext.GetAllDiagnosticsAsync(project).ConfigureAwait(false));
            }
        }

        return CodeAction.Create(FixTexts.GuardRegistration.ToString(formatProvider: null), token => FixAsync(fixAllContext.Solution, found, token), fixAllContext.CodeActionEquivalenceKey);
    }

    private static async Task<Solution> FixAsync(Solution solution, List<(DocumentId Document, Diagnostic Diagnostic)> found, CancellationToken cancellationToken)
    {
        // A file whose registrations were changed has other positions than its reports have: those are found in the file as it was.
        var changed = new HashSet<DocumentId>();
        foreach (var (id, diagnostic) in found)
        {
            if (changed.Contains(id) || solution.GetDocument(id) is not { } document
                || await GuardSteps.AtRegistrationAsync(document, diagnostic, cancellationToken).ConfigureAwait(false) is not { } next)
            {
                continue;
            }

            changed.UnionWith(next.GetChanges(solution).GetProjectChanges().SelectMany(project => project.GetChangedDocuments()));
            solution = next;
        }

        return solution;
    }

    private static void Add(List<(DocumentId Document, Diagnostic Diagnostic)> found, Project project, ImmutableArray<Diagnostic> diagnostics) =>
        found.AddRange(diagnostics.Where(diagnostic => diagnostic.Location.IsInSource)
            .OrderBy(diagnostic => diagnostic.Location.SourceTree!.FilePath, StringComparer.Ordinal).ThenBy(diagnostic => diagnostic.Location.SourceSpan.Start)
            .Select(diagnostic => (project.GetDocument(diagnostic.Location.SourceTree)?.Id, diagnostic)).Where(entry => entry.Id is not null)!);
}
