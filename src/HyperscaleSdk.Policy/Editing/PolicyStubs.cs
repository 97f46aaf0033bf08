using HyperscaleSdk.Policies.Editing;
using HyperscaleSdk.Specification.Text;

namespace HyperscaleSdk.Policies;

/// <summary>
/// Adds to the text of a policy what somebody then has to fill in: every value starts with <c>TODO</c>, which the reader reports
/// until it is replaced. What is there already stays as it is, letter by letter.
/// </summary>
public static class PolicyStubs
{
    private static readonly (string Name, string Text)[] ProcessorMembers =
    [
        ("role", "\"TODO: processor, thirdParty or onPremises\""),
        ("contract", "\"TODO: where the written contract is kept (위탁 계약 문서)\""),
        ("task", "\"TODO: the task it is given (위탁 업무)\""),
        ("subProcessors", "[\"TODO: whom it engages in turn, [] for none (재수탁자)\"]"),
        ("publishedUrl", "\"TODO: address where task and processors are published (공개 주소)\""),
        ("trainsOnInput", "\"TODO: true or false (입력 학습 여부)\""),
        ("retentionDays", "\"TODO: days that inputs are kept (보관 일수)\""),
        ("deletion", "\"TODO: how it deletes (파기 방법)\""),
        ("humanReview", "\"TODO: true or false (사람의 열람 여부)\""),
    ];

    /// <summary>Adds an entry of the processor register, or members to the entry that is there.</summary>
    /// <param name="text">The text of a policy.</param>
    /// <param name="providerId">The provider.</param>
    /// <param name="members">The members to add, of those that the register and the terms have; others are passed over.</param>
    /// <returns>The changed text; the same text when there is nothing to add; null when the text cannot be read as a policy.</returns>
    public static string? AddProcessor(string text, string providerId, IEnumerable<string> members)
    {
        var wanted = ProcessorMembers.Where(member => members.Contains(member.Name, StringComparer.Ordinal)).ToList();
        return PolicyTextEdit.Open(text) is not { } edit ? null
            : FindEntry(edit.Root, providerId) is { } entry ? edit.AddMembers(entry, wanted)
            : edit.AddItem("processors", [("id", JsonText.Quote(providerId)), .. wanted]);
    }

    /// <summary>Adds the notice that users get before.</summary>
    /// <param name="text">The text of a policy.</param>
    /// <returns>As <see cref="AddProcessor"/>.</returns>
    public static string? AddNotice(string text)
    {
        (string, string)[] notice = [("notice", "{ \"text\": \"TODO: what users are told (고지 문구)\", \"evidence\": \"TODO: where it can be seen (확인할 수 있는 곳)\" }")];
        return PolicyTextEdit.Open(text) is not { } edit ? null
            : edit.Root["transparency"] is { Kind: SpecNodeKind.Mapping } transparency ? edit.AddMembers(transparency, notice)
            : edit.AddMembers(edit.Root, [("transparency", $"{{ \"{notice[0].Item1}\": {notice[0].Item2} }}")]);
    }

    /// <summary>Adds the record of a review that is still to be made.</summary>
    /// <param name="text">The text of a policy.</param>
    /// <param name="domain">The area, as the policy writes it.</param>
    /// <returns>As <see cref="AddProcessor"/>.</returns>
    public static string? AddReview(string text, string domain) => PolicyTextEdit.Open(text) is not { } edit ? null
        : edit.Root["highImpactReviews"]?.Items.Any(review => review["domain"]?.Scalar == domain) == true ? text
        : edit.AddItem(
            "highImpactReviews",
            [
                ("domain", JsonText.Quote(domain)),
                ("result", "\"TODO: notApplicable, highImpact or asked (검토 결과)\""),
                ("date", "\"TODO: yyyy-MM-dd (검토일)\""),
                ("evidence", "\"TODO: where the review is kept (증빙)\""),
            ]);

    private static SpecNode? FindEntry(SpecNode root, string providerId) =>
        root["processors"]?.Items.FirstOrDefault(entry => string.Equals(entry["id"]?.Scalar, providerId, StringComparison.OrdinalIgnoreCase));
}
