using System;
using System.Collections.Generic;
using System.Linq;
using HyperscaleSdk.Policies;
using HyperscaleSdk.Recognition;

namespace HyperscaleSdk.Analyzers.Policies;

/// <summary>
/// Recognises from names that code decides about people in an area of high impact: a word of the area and a word of deciding
/// have to stand together, so that a payment's <c>CreditCard</c> and a linguist's <c>LoanWord</c> say nothing.
/// </summary>
internal static class HighImpactNames
{
    private static readonly (HighImpactDomain Domain, string[] Words)[] Areas =
    [
        (HighImpactDomain.Hiring, ["hiring", "recruit", "recruiting", "recruitment", "applicant", "candidate", "resume", "채용", "지원자", "이력서", "입사"]),
        (HighImpactDomain.Lending, ["loan", "credit", "lending", "mortgage", "underwriting", "대출", "여신", "신용"]),
        (HighImpactDomain.HealthCare, ["patient", "medical", "clinical", "symptom", "disease", "환자", "진료", "의료", "증상", "질병"]),
        (HighImpactDomain.StudentAssessment, ["student", "pupil", "essay", "학생", "생활기록부"]),
        (HighImpactDomain.PublicDecision, ["welfare", "benefit", "subsidy", "복지", "수급", "지원금"]),
    ];

    private static readonly HashSet<string> Deciding = new(StringComparer.Ordinal)
    {
        "screen", "screening", "score", "scoring", "assess", "assessment", "evaluate", "evaluation", "decide", "decision", "approve", "approval",
        "reject", "rejection", "rank", "ranking", "eligible", "eligibility", "review", "grade", "grading", "diagnose", "diagnosis", "triage",
        "심사", "평가", "선발", "판정", "진단", "승인", "거절", "결정", "채점",
    };

    /// <summary>The area that a type's and a method's name speak of together; null when they speak of none.</summary>
    public static HighImpactDomain? Find(string typeName, string methodName)
    {
        var words = IdentifierTokens.Split(typeName).Concat(IdentifierTokens.Split(methodName)).ToList();
        if (!words.Any(word => Deciding.Contains(word) || BeforeDeciding(word) is not null))
        {
            return null;
        }

        foreach (var (domain, area) in Areas)
        {
            if (words.Any(word => area.Contains(word, StringComparer.Ordinal) || EndsInHangul(word, area) || StartsInHangul(word, area)
                || (BeforeDeciding(word) is { Length: > 0 } subject && EndsInHangul(subject, area))))
            {
                return domain;
            }
        }

        return null;
    }

    // Hangul writes compounds together: 대출심사, 소상공인대출심사서비스. What stands before the word of deciding; null without one.
    private static string? BeforeDeciding(string word) =>
        word[0] >= '가' && Deciding.FirstOrDefault(part => part[0] >= '가' && word.IndexOf(part, StringComparison.Ordinal) >= 0) is { } found
            ? word.Substring(0, word.IndexOf(found, StringComparison.Ordinal))
            : null;

    private static bool EndsInHangul(string word, IEnumerable<string> known) => word[0] >= '가' && known.Any(part => part[0] >= '가' && word.EndsWith(part, StringComparison.Ordinal));

    private static bool StartsInHangul(string word, IEnumerable<string> known) => word[0] >= '가' && known.Any(part => part[0] >= '가' && word.StartsWith(part, StringComparison.Ordinal));
}
