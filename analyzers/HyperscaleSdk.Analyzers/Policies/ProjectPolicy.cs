using System;
using System.Collections.Generic;
using System.Linq;
using HyperscaleSdk.Policies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace HyperscaleSdk.Analyzers.Policies;

/// <summary>The policy of a project as the rules ask it. A policy that cannot be read permits nothing.</summary>
internal sealed class ProjectPolicy
{
    // Roslyn keeps what was read as long as the text lives: all rules, and the next compilation, share one reading.
    private static readonly SourceTextValueProvider<Policy?> Reading = new(static text => PolicyReader.Read(text.ToString()).Policy);

    private readonly PolicyDate? _today;

    private ProjectPolicy(Policy? current, string? path, bool isPublicSector, PolicyDate? today)
    {
        Current = current;
        Path = path;
        IsPublicSector = isPublicSector;
        _today = today;
    }

    /// <summary>What the file says; null when there is none or when it cannot be read.</summary>
    public Policy? Current { get; }

    /// <summary>Path of the file; null when the project has none.</summary>
    public string? Path { get; }

    /// <summary>A public institution's rules apply: the project says so, or the policy does.</summary>
    public bool IsPublicSector { get; }

#pragma warning disable RS1012 // the rule that asks registers its actions itself
    public static ProjectPolicy Load(CompilationStartAnalysisContext context)
#pragma warning restore RS1012
    {
        var project = new ProjectOptions(context.Options.AnalyzerConfigOptionsProvider.GlobalOptions);
        var file = PolicyFiles.Find(context.Options).FirstOrDefault();
        var current = file?.GetText(context.CancellationToken) is { } text && context.TryGetValue(text, Reading, out var read) ? read : null;
        var isPublic = project.HasProfile ? project.IsPublicSector : current?.Profile == PolicyProfile.Public;
        return new ProjectPolicy(current, file?.Path, isPublic, project.Today);
    }

    /// <summary>The register's entry of a provider; null when there is none.</summary>
    public Processor? Find(string? providerId) => Current?.FindProcessor(providerId);

    /// <summary>Whether the policy permits a kind of personal data to go to a provider for a purpose; never without a policy.</summary>
    /// <param name="kind">The kind. A resident registration number is permitted by a statute only.</param>
    /// <param name="providerId">Null when the provider is not known.</param>
    /// <param name="purposeId">From <c>[AiPurpose]</c>; null when the call names none.</param>
    public bool Allows(PersonalDataKind kind, string? providerId, string? purposeId) => Current?.Allows(kind, providerId, purposeId) == true;

    /// <summary>Whether the policy has a basis for personal data to go abroad to a provider, or says that it stays in Korea.</summary>
    public bool AllowsDestination(string? providerId) => Find(providerId) is { MayReceiveAbroad: true };

    /// <summary>Whether somebody answers for the findings of a rule in a file.</summary>
    /// <param name="ruleId">The rule.</param>
    /// <param name="path">Path of the source file, as the compiler has it.</param>
    public bool IsSuppressed(string ruleId, string? path)
    {
        if (Current is null || Current.Suppressions.Count == 0 || path is null)
        {
            return false;
        }

        var relative = RelativePath(path);
        return Current.Suppressions.Any(suppression =>
            string.Equals(suppression.Rule, ruleId, StringComparison.Ordinal) && suppression.IsEffective(_today) && suppression.Covers(relative));
    }

    /// <summary>Whether somebody answers for the findings of a rule at a place.</summary>
    public bool IsSuppressed(string ruleId, Location location) => IsSuppressed(ruleId, location.IsInSource ? location.SourceTree!.FilePath : location.GetLineSpan().Path);

    /// <summary>Reports what nobody answers for.</summary>
    /// <param name="report">The compiler's own.</param>
    /// <param name="diagnostic">What was found.</param>
    public void Report(Action<Diagnostic> report, Diagnostic diagnostic)
    {
        if (!IsSuppressed(diagnostic.Id, diagnostic.Location))
        {
            report(diagnostic);
        }
    }

    /// <summary>Changes of the law that the policy's rule pack does not know.</summary>
    public IReadOnlyList<LawChange> MissedChanges() => Current?.RulePack is { } pack && _today is { } today ? LawChanges.Between(pack, today) : [];

    private string RelativePath(string path)
    {
        var file = path.Replace('\\', '/');
        var policy = Path!.Replace('\\', '/');
        var folder = policy.Substring(0, policy.LastIndexOf('/') + 1);
        return folder.Length > 0 && file.StartsWith(folder, StringComparison.OrdinalIgnoreCase) ? file.Substring(folder.Length) : file;
    }
}
