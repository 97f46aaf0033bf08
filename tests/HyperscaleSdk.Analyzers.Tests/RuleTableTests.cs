using System.Globalization;
using System.Text;
using HyperscaleSdk.Analyzers.Rules;
using HyperscaleSdk.CodeFixes;
using HyperscaleSdk.TestKit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace HyperscaleSdk.Analyzers.Tests;

/// <summary>The table of the analyzers' rules in docs/rules/README.md is written from their descriptors.</summary>
public sealed class RuleTableTests
{
    private const string Begin = "<!-- rules of the analyzers: generated, HYPERSCALE_UPDATE_DOCS=1 rewrites -->";
    private const string End = "<!-- end of the rules of the analyzers -->";

    [Fact]
    public void Table_InReadme_IsThatOfTheDescriptors()
    {
        var path = Path.Combine(RepositoryPaths.Root, "docs", "rules", "README.md");
        var text = File.ReadAllText(path).ReplaceLineEndings("\n");
        var begin = text.IndexOf(Begin, StringComparison.Ordinal);
        var end = text.IndexOf(End, StringComparison.Ordinal);
        Assert.True(begin >= 0 && end > begin, "The marks of the table are missing.");
        var expected = text[..(begin + Begin.Length)] + "\n\n" + Table() + "\n" + text[end..];
        if (Environment.GetEnvironmentVariable("HYPERSCALE_UPDATE_DOCS") is "1")
        {
            File.WriteAllText(path, expected);
            return;
        }

        Assert.Equal(expected, text);
    }

    [Fact]
    public void Remarks_AllOfThem_AreOfRulesThatExist() =>
        Assert.Empty(RuleRemarks.All.Keys.Except(Rules().Select(rule => rule.Id), StringComparer.Ordinal));

    private static string Table()
    {
        var fixable = Instances<CodeFixProvider>(typeof(RedactPersonalDataCodeFixProvider)).SelectMany(fix => fix.FixableDiagnosticIds).ToHashSet(StringComparer.Ordinal);
        var table = new StringBuilder("| id | title | severity | fix |\n|---|---|---|---|\n");
        foreach (var rule in Rules())
        {
            var remarks = RuleRemarks.All.GetValueOrDefault(rule.Id);
            table.Append(CultureInfo.InvariantCulture, $"| [{rule.Id}]({rule.Id}.md) | {Title(rule)} | {remarks?.Severity ?? Severity(rule)} | {(fixable.Contains(rule.Id) ? remarks?.Fix ?? "yes" : "no")} |\n");
        }

        return table.ToString();
    }

    private static IEnumerable<DiagnosticDescriptor> Rules() => Instances<DiagnosticAnalyzer>(typeof(PersonalDataFlowAnalyzer))
        .SelectMany(analyzer => analyzer.SupportedDiagnostics)
        .OrderBy(rule => rule.Id, StringComparer.Ordinal).ThenByDescending(rule => rule.DefaultSeverity)
        .DistinctBy(rule => rule.Id, StringComparer.Ordinal);

    private static IEnumerable<T> Instances<T>(Type ofAssembly) => ofAssembly.Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(T)) && !type.IsAbstract)
        .OrderBy(type => type.FullName, StringComparer.Ordinal)
        .Select(type => (T)Activator.CreateInstance(type)!);

    private static string Title(DiagnosticDescriptor rule) =>
        $"{rule.Title.ToString(CultureInfo.InvariantCulture)} · {rule.Title.ToString(CultureInfo.GetCultureInfo("ko"))}".Replace("|", "\\|", StringComparison.Ordinal);

    private static string Severity(DiagnosticDescriptor rule) => rule.DefaultSeverity is DiagnosticSeverity.Info ? "information" : rule.DefaultSeverity.ToString().ToLowerInvariant();
}
