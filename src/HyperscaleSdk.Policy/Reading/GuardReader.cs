using HyperscaleSdk.Specification.Text;

namespace HyperscaleSdk.Policies.Reading;

/// <summary>Reads what the runtime guard does.</summary>
internal static class GuardReader
{
    public static GuardPolicy Read(PolicyObject? guard)
    {
        if (guard is null)
        {
            return GuardPolicy.Unstated;
        }

        var actions = new Dictionary<PersonalDataKind, GuardAction>();
        if (guard.Map("actions") is { } map)
        {
            foreach (var member in map.Members)
            {
                if (member.Name != ObjectShape.Comment)
                {
                    ReadAction(guard.Scope, member, actions);
                }
            }
        }

        return new GuardPolicy { Default = guard.Word("default", PolicyWords.GuardActions), Actions = actions };
    }

    private static void ReadAction(PolicyScope scope, SpecMember member, Dictionary<PersonalDataKind, GuardAction> actions)
    {
        var action = scope.Word(member.Value, PolicyWords.GuardActions);
        if (PolicyWords.Kinds.Find(member.Name) is not { } kind)
        {
            scope.UnknownWord(member.NameSpan, member.Name, PolicyWords.Kinds.All);
        }
        else if (kind == PersonalDataKind.ResidentRegistrationNumber && (action is GuardAction.Allow or GuardAction.Placeholder))
        {
            scope.Error(
                PolicyProblemIds.ResidentNumberBasis,
                member.Value.Span,
                "A resident registration number is blocked or masked, never sent and never kept for the answer (PIPA art. 24-2): it stays blocked. Write \"block\" or \"mask\".",
                "주민등록번호는 차단하거나 가릴 수만 있으며, 보내거나 답변 복원용으로 보관할 수 없습니다(개인정보 보호법 제24조의2). 차단으로 처리합니다. \"block\"이나 \"mask\"로 적으십시오.");
        }
        else if (action is { } stated)
        {
            actions[kind] = stated;
        }
    }
}
