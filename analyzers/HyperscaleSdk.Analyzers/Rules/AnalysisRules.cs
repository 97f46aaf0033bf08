using HyperscaleSdk.Localization;
using Microsoft.CodeAnalysis;

namespace HyperscaleSdk.Analyzers.Rules;

/// <summary>The bookkeeping of the analysis itself: that it ran, and where it stopped early. Both are reported as information.</summary>
internal static class AnalysisRules
{
    public static readonly DiagnosticDescriptor Ran = RuleDescriptor.Create(
        RuleIdentifiers.AnalysisRan,
        RuleCategories.Analysis,
        DiagnosticSeverity.Warning,
        new BilingualText("Record of the personal-data analysis", "개인정보 분석 기록"),
        new BilingualText(
            "The personal-data analysis ran: {0} methods seen, {1} of them followed, {2} AI calls, {3} sources of personal data, {4} findings, {5} methods cut short",
            "개인정보 분석을 실행했습니다: 메서드 {0}개 중 {1}개 추적, AI 호출 {2}개, 개인정보 출처 {3}개, 발견 {4}건, 중단된 메서드 {5}개"),
        new BilingualText(
            "Set HyperscaleAnalysisRecord=true to get it. A build without findings is then told apart from a build without analysis.",
            "HyperscaleAnalysisRecord=true로 켭니다. 발견이 없는 빌드와 분석하지 않은 빌드를 구별할 수 있습니다."),
        WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor Truncated = RuleDescriptor.Create(
        RuleIdentifiers.AnalysisTruncated,
        RuleCategories.Analysis,
        DiagnosticSeverity.Warning,
        new BilingualText("The personal-data analysis of a method was cut short", "메서드의 개인정보 분석이 중단됨"),
        new BilingualText(
            "'{0}' is too large or too deeply nested to be followed to its end: personal data in it may have been missed; split it",
            "'{0}'은(는) 너무 크거나 깊이 중첩되어 끝까지 추적하지 못했습니다. 놓친 개인정보가 있을 수 있으니 나누십시오"),
        new BilingualText(
            "The work on one method is bounded, so that no build hangs. The bound is counted in steps and not in time: every build stops at the same place.",
            "빌드가 멈추지 않도록 한 메서드의 분석량을 제한합니다. 시간이 아니라 단계 수로 제한하므로 결과는 항상 같습니다."));
}
