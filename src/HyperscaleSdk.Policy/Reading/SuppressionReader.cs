using HyperscaleSdk.Specification.Text;

namespace HyperscaleSdk.Policies.Reading;

/// <summary>Reads the suppressions, and asks for a reason and an end.</summary>
internal static class SuppressionReader
{
    public static IReadOnlyList<PolicySuppression> Read(PolicyObject root) =>
        root.Children("suppressions", PolicyShapes.Suppression).Select(ReadEntry).Where(entry => entry is not null).ToArray()!;

    private static PolicySuppression? ReadEntry(PolicyObject entry)
    {
        var rule = entry.Text("rule");
        var pattern = entry.Text("place");
        var justification = entry.Text("justification");
        var approver = entry.Text("approver");
        var expiry = entry.Date("expiry");
        if (rule is not null && !RuleCatalog.Contains(rule))
        {
            entry.Scope.Error(
                PolicyProblemIds.UnknownWord,
                entry.SpanOf("rule"),
                $"There is no rule {CharacterText.Quote(rule)} that can be suppressed; the rules are HSAI0001 to HSAI0028.",
                $"예외로 둘 수 있는 {CharacterText.Quote(rule)} 규칙이 없습니다. 규칙은 HSAI0001부터 HSAI0028까지입니다.");
            return null;
        }

        if (rule is null || pattern is null)
        {
            return null;
        }

        if (!entry.Has("justification"))
        {
            entry.Scope.Error(
                PolicyProblemIds.UnjustifiedSuppression,
                entry.Opening,
                $"The suppression of {rule} has no 'justification', so it has no effect: say why the finding is acceptable.",
                $"{rule} 예외에 'justification'이 없어 적용되지 않습니다. 허용하는 사유를 적으십시오.");
        }

        if (!entry.Has("expiry") && RuleCatalog.IsError(rule))
        {
            entry.Scope.Error(
                PolicyProblemIds.UnjustifiedSuppression,
                entry.Opening,
                $"The suppression of {rule} has no 'expiry', so it has no effect: findings of this rule are errors, and are accepted for a time only.",
                $"{rule} 예외에 'expiry'가 없어 적용되지 않습니다. 이 규칙의 결과는 오류이므로 기한을 두고만 허용할 수 있습니다.");
        }

        if (expiry < entry.Scope.Today)
        {
            entry.Scope.Warn(
                PolicyProblemIds.Expired,
                entry.SpanOf("expiry"),
                $"The suppression of {rule} expired on {expiry} and has no effect: decide again, or remove it.",
                $"{rule} 예외가 {expiry}에 만료되어 적용되지 않습니다. 다시 결정하거나 지우십시오.");
        }

        return new PolicySuppression { Rule = rule, Pattern = pattern, Justification = justification, Approver = approver, Expiry = expiry, Place = entry.Place };
    }
}
