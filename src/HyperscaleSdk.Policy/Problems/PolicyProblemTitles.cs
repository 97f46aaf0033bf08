namespace HyperscaleSdk.Policies;

/// <summary>What each problem is called.</summary>
public static class PolicyProblemTitles
{
    private static readonly (string Id, PolicySeverity Severity, string English, string Korean)[] Titles =
    [
        (PolicyProblemIds.Unreadable, PolicySeverity.Error, "The policy is no JSON", "정책이 JSON이 아님"),
        (PolicyProblemIds.DuplicateKey, PolicySeverity.Error, "A member of the policy stands twice", "정책의 항목이 두 번 나옴"),
        (PolicyProblemIds.LimitExceeded, PolicySeverity.Error, "The policy is larger or deeper than a policy needs to be", "정책이 허용하는 크기나 깊이를 넘음"),
        (PolicyProblemIds.UnknownMember, PolicySeverity.Warning, "A policy has no such member", "정책에 없는 항목"),
        (PolicyProblemIds.WrongValue, PolicySeverity.Error, "A value of the policy has the wrong form", "정책 값의 형식이 틀림"),
        (PolicyProblemIds.UnknownWord, PolicySeverity.Error, "A word means nothing at its place in the policy", "정책의 그 자리에 쓸 수 없는 값"),
        (PolicyProblemIds.MissingMember, PolicySeverity.Error, "A member is missing in the policy", "정책에 필수 항목이 없음"),
        (PolicyProblemIds.DuplicateId, PolicySeverity.Error, "An id stands twice in the policy", "정책의 id가 겹침"),
        (PolicyProblemIds.UnknownId, PolicySeverity.Error, "The policy names an id that it does not define", "정책이 정의하지 않은 id를 가리킴"),
        (PolicyProblemIds.ResidentNumberBasis, PolicySeverity.Error, "Resident registration number without a statute", "법령 근거 없는 주민등록번호"),
        (PolicyProblemIds.SpecialDataBasis, PolicySeverity.Error, "Sensitive data or unique identifier without separate consent", "별도 동의 없는 민감정보·고유식별정보"),
        (PolicyProblemIds.IncompleteTransfer, PolicySeverity.Error, "Transfer out of Korea lacks an item", "국외 이전 항목 누락"),
        (PolicyProblemIds.Expired, PolicySeverity.Warning, "Something in the policy has expired", "정책의 기한이 지남"),
        (PolicyProblemIds.UnjustifiedSuppression, PolicySeverity.Error, "Suppression without justification or end", "사유나 기한이 없는 예외"),
        (PolicyProblemIds.Contradiction, PolicySeverity.Error, "The policy contradicts itself", "정책 안의 모순"),
        (PolicyProblemIds.SeveralPolicies, PolicySeverity.Warning, "The project has several policies", "정책 파일이 여럿임"),
        (PolicyProblemIds.Placeholder, PolicySeverity.Warning, "The policy is still to be filled in", "정책에 채우지 않은 자리가 있음"),
    ];

    /// <summary>All ids, in order.</summary>
    public static IReadOnlyList<string> Ids { get; } = Titles.Select(title => title.Id).ToArray();

    /// <summary>What a problem is called, and how much it matters as a rule.</summary>
    /// <param name="id">From <see cref="PolicyProblemIds"/>.</param>
    /// <exception cref="ArgumentException">There is no such problem.</exception>
    public static (PolicySeverity Severity, string English, string Korean) Of(string id)
    {
        foreach (var title in Titles)
        {
            if (string.Equals(title.Id, id, StringComparison.Ordinal))
            {
                return (title.Severity, title.English, title.Korean);
            }
        }

        throw new ArgumentException("No problem has this id.", nameof(id));
    }
}
