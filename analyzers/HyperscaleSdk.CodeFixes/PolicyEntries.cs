using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using HyperscaleSdk.Analyzers.Policies;
using HyperscaleSdk.Policies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace HyperscaleSdk.CodeFixes;

/// <summary>Adds to policies what diagnostics say is missing.</summary>
internal static class PolicyEntries
{
    /// <returns>The solution with changed policies; null when a project has no policy or one that cannot be changed.</returns>
    public static async Task<Solution?> AddAsync(Solution solution, IReadOnlyList<(ProjectId Project, Diagnostic Diagnostic)> diagnostics, CancellationToken cancellationToken)
    {
        // Projects of a repository share the file: each path is changed once, from all of them.
        var texts = new Dictionary<string, (SourceText Source, string Changed)>(StringComparer.Ordinal);
        foreach (var (project, diagnostic) in diagnostics)
        {
            if (FindPolicy(solution.GetProject(project)) is not { FilePath: { } path } document)
            {
                return null;
            }

            if (!texts.TryGetValue(path, out var entry))
            {
                var source = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
                entry = (source, source.ToString());
            }

            if (Add(entry.Changed, diagnostic) is not { } changed)
            {
                return null;
            }

            texts[path] = (entry.Source, changed);
        }

        foreach (var document in solution.Projects.SelectMany(project => project.AdditionalDocuments).ToList())
        {
            if (document.FilePath is { } path && texts.TryGetValue(path, out var entry) && !string.Equals(entry.Changed, entry.Source.ToString(), StringComparison.Ordinal))
            {
                solution = solution.WithAdditionalDocumentText(document.Id, SourceText.From(entry.Changed, entry.Source.Encoding ?? System.Text.Encoding.UTF8));
            }
        }

        return solution;
    }

    private static string? Add(string text, Diagnostic diagnostic)
    {
        var properties = diagnostic.Properties;
        properties.TryGetValue(PolicyLocations.SubjectProperty, out var subject);
        return properties.TryGetValue(PolicyLocations.StubProperty, out var stub) ? stub switch
        {
            "processor" when subject is not null => PolicyStubs.AddProcessor(text, subject, (properties[PolicyLocations.MembersProperty] ?? string.Empty).Split(',')),
            "review" when subject is not null => PolicyStubs.AddReview(text, subject),
            "notice" => PolicyStubs.AddNotice(text),
            _ => text,
        }
        : text;
    }

    private static TextDocument? FindPolicy(Project? project)
    {
        if (project is null)
        {
            return null;
        }

        var path = PolicyFiles.Find(project.AnalyzerOptions).FirstOrDefault()?.Path;
        return project.AdditionalDocuments.FirstOrDefault(document => string.Equals(document.FilePath, path, StringComparison.Ordinal));
    }
}
