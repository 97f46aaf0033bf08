using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace HyperscaleSdk.CodeFixes;

/// <summary>All entries at once: Roslyn's own batch merges C# files, and this fix changes a file that is none.</summary>
internal sealed class PolicyEntryFixAllProvider : FixAllProvider
{
    public static PolicyEntryFixAllProvider Instance { get; } = new();

    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() => [FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution];

    public override async Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext)
    {
        var found = new List<(ProjectId, Diagnostic)>();
        if (fixAllContext is { Scope: FixAllScope.Document, Document: { } document })
        {
            Add(found, document.Project.Id, await fixAllContext.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false));
        }
        else
        {
            var projects = fixAllContext.Scope == FixAllScope.Solution ? fixAllContext.Solution.Projects : [fixAllContext.Project];
            foreach (var project in projects)
            {
                Add(found, project.Id, await fixAllContext.GetAllDiagnosticsAsync(project).ConfigureAwait(false));
            }
        }

        return CodeAction.Create(
            FixTexts.AddPolicyEntry.ToString(formatProvider: null),
            async cancellationToken => await PolicyEntries.AddAsync(fixAllContext.Solution, found, cancellationToken).ConfigureAwait(false) ?? fixAllContext.Solution,
            fixAllContext.CodeActionEquivalenceKey);
    }

    private static void Add(List<(ProjectId Project, Diagnostic Diagnostic)> found, ProjectId project, ImmutableArray<Diagnostic> diagnostics) =>
        found.AddRange(diagnostics.OrderBy(diagnostic => diagnostic.Location.GetLineSpan().Path, System.StringComparer.Ordinal)
            .ThenBy(diagnostic => diagnostic.Location.SourceSpan.Start).Select(diagnostic => (project, diagnostic)));
}
