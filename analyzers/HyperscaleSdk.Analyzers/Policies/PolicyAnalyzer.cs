using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using HyperscaleSdk.Analyzers.Rules;
using HyperscaleSdk.Localization;
using HyperscaleSdk.Policies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace HyperscaleSdk.Analyzers.Policies;

/// <summary>HSAI2xxx: what is wrong with the policy, at its line.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PolicyAnalyzer : DiagnosticAnalyzer
{
    private static readonly ImmutableDictionary<string, DiagnosticDescriptor> Rules = PolicyProblemTitles.Ids.ToImmutableDictionary(id => id, Create, StringComparer.Ordinal);

    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [.. PolicyProblemTitles.Ids.Select(id => Rules[id])];

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(Start);
    }

    private static void Start(CompilationStartAnalysisContext context)
    {
        var files = PolicyFiles.Find(context.Options);
        if (files.Count == 0)
        {
            return;
        }

        var today = new ProjectOptions(context.Options.AnalyzerConfigOptionsProvider.GlobalOptions).Today;
        context.RegisterAdditionalFileAction(file => Report(file, files, today));
    }

    private static void Report(AdditionalFileAnalysisContext context, IReadOnlyList<AdditionalText> files, PolicyDate? today)
    {
        var path = context.AdditionalFile.Path;
        if (!files.Any(file => string.Equals(file.Path, path, StringComparison.Ordinal)))
        {
            return;
        }

        if (!string.Equals(files[0].Path, path, StringComparison.Ordinal))
        {
            context.ReportDiagnostic(ToDiagnostic(SecondPolicy(files[0].Path), path));
        }
        else if (context.AdditionalFile.GetText(context.CancellationToken) is not { } text)
        {
            context.ReportDiagnostic(ToDiagnostic(NoText(), path));
        }
        else
        {
            foreach (var problem in PolicyReader.Read(text.ToString(), today).Problems)
            {
                context.ReportDiagnostic(ToDiagnostic(problem, path));
            }
        }
    }

    private static Diagnostic ToDiagnostic(PolicyProblem problem, string path)
    {
        var location = PolicyLocations.Create(path, problem.Place);
        var severity = problem.Severity == PolicySeverity.Error ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning;
        return Diagnostic.Create(
            Rules[problem.Id], location, severity, additionalLocations: null, properties: ImmutableDictionary<string, string?>.Empty, problem.Message, problem.KoreanMessage);
    }

    private static PolicyProblem SecondPolicy(string first) => new(
        PolicyProblemIds.SeveralPolicies,
        PolicySeverity.Warning,
        default,
        $"The project has several policies; '{first}' counts and this one is not read. List one as HyperscalePolicy.",
        $"프로젝트에 정책 파일이 여럿이라 '{first}'만 읽고 이 파일은 읽지 않습니다. HyperscalePolicy로 하나만 지정하십시오.");

    private static PolicyProblem NoText() => new(
        PolicyProblemIds.Unreadable, PolicySeverity.Error, default, "The policy cannot be opened, so it permits nothing.", "정책 파일을 열 수 없어 아무것도 허용하지 않습니다.");

    private static DiagnosticDescriptor Create(string id)
    {
        var (severity, english, korean) = PolicyProblemTitles.Of(id);

        // The reader has the whole message in both languages: each language shows its own argument.
        return RuleDescriptor.Create(
            id,
            RuleCategories.Policy,
            severity == PolicySeverity.Error ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
            new BilingualText(english, korean),
            new BilingualText("Policy: {0}", "정책: {1}"),
            new BilingualText(
                "The policy drives the rules, the runtime guard and the reports; what is wrong in it has no effect.",
                "정책은 규칙, 실행 중 보호 기능, 보고서를 움직입니다. 잘못된 부분은 적용되지 않습니다."));
    }
}
