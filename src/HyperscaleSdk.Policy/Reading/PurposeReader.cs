using HyperscaleSdk.Specification.Text;

namespace HyperscaleSdk.Policies.Reading;

/// <summary>Reads the purposes, and refuses bases that the law does not accept for a kind of data.</summary>
internal static class PurposeReader
{
    public static IReadOnlyList<Purpose> Read(PolicyObject root)
    {
        var ids = new UniqueIds(StringComparer.Ordinal);
        return root.Children("purposes", PolicyShapes.Purpose).Select(entry => Read(entry, ids)).Where(entry => entry is not null).ToArray()!;
    }

    private static Purpose? Read(PolicyObject entry, UniqueIds ids)
    {
        var id = ids.Take(entry);
        var purpose = new Purpose
        {
            Id = id ?? string.Empty,
            Description = entry.Text("description"),
            Basis = entry.Word("basis", PolicyWords.LawfulBases),
            Statute = entry.Text("statute"),
            Kinds = entry.WordList("kinds", PolicyWords.Kinds),
            SeparateConsent = entry.Flag("separateConsent") ?? false,
            Evidence = entry.Text("evidence"),
            Processors = entry.Texts("processors") ?? [],
            Grade = entry.Word("grade", PolicyWords.Grades),
            Domain = entry.Word("domain", PolicyWords.Domains),
            Place = entry.Place,
        };
        if (purpose.Basis == LawfulBasis.Statute && !entry.Has("statute"))
        {
            entry.Scope.Error(
                PolicyProblemIds.MissingMember,
                entry.SpanOf("basis"),
                "The basis is a statute, and 'statute' is missing: name the article that permits it.",
                "처리 근거가 법령인데 'statute' 항목이 없습니다. 허용하는 조문을 적으십시오.");
        }

        CheckKinds(entry, purpose);
        return id is null ? null : purpose;
    }

    private static void CheckKinds(PolicyObject entry, Purpose purpose)
    {
        foreach (var item in entry.Items("kinds"))
        {
            if (item.Scalar is not { } word || PolicyWords.Kinds.Find(word) is not { } kind || purpose.Allows(kind))
            {
                continue;
            }

            switch (PersonalDataClasses.Of(kind))
            {
                case PersonalDataClass.ResidentRegistrationNumber:
                    entry.Scope.Error(
                        PolicyProblemIds.ResidentNumberBasis,
                        item.Span,
                        "A resident registration number may be processed only where a statute says so (PIPA art. 24-2); consent or contract is no basis. Remove it here, or set 'basis' to \"statute\" and name the article in 'statute'.",
                        "주민등록번호는 법령에 근거가 있는 경우에만 처리할 수 있습니다(개인정보 보호법 제24조의2). 동의나 계약은 근거가 되지 않습니다. 여기서 빼거나, 'basis'를 \"statute\"로 하고 'statute'에 조문을 적으십시오.");
                    break;
                case PersonalDataClass.UniqueIdentifier or PersonalDataClass.Sensitive:
                    entry.Scope.Error(
                        PolicyProblemIds.SpecialDataBasis,
                        item.Span,
                        $"'{word}' needs separate consent or a statute (PIPA art. 23, 24): set 'basis' to \"consent\" with 'separateConsent' true, or to \"statute\" with the article.",
                        $"'{word}'에는 별도 동의나 법령 근거가 필요합니다(개인정보 보호법 제23조, 제24조). 'basis'를 \"consent\"로 하고 'separateConsent'를 true로 하거나, \"statute\"와 조문을 적으십시오.");
                    break;
            }
        }
    }
}
