using HyperscaleSdk.Specification.Text;

namespace HyperscaleSdk.Policies.Reading;

/// <summary>Whether the ids that one part of the policy names are defined in another.</summary>
internal static class References
{
    public static void Check(PolicyObject root, Policy policy)
    {
        var known = policy.Processors.Select(processor => processor.Id).ToArray();
        foreach (var purpose in Objects(root, "purposes"))
        {
            foreach (var item in purpose["processors"]?.Items ?? [])
            {
                Check(root.Scope, item, known);
            }
        }
    }

    private static IEnumerable<SpecNode> Objects(PolicyObject root, string name) =>
        root.Members.Where(member => member.Name == name).SelectMany(member => member.Value.Items);

    private static void Check(PolicyScope scope, SpecNode id, string[] known)
    {
        if (id is not { Kind: SpecNodeKind.String, Scalar: { } text } || text.Trim().Length == 0 || text.TrimStart().StartsWith("TODO", StringComparison.Ordinal) || known.Contains(text.Trim(), StringComparer.OrdinalIgnoreCase))
        {
            return;
        }

        var suggestion = Suggestion.For(text, known);
        scope.Error(
            PolicyProblemIds.UnknownId,
            id.Span,
            $"{CharacterText.Quote(text)} is not in 'processors'. " + (suggestion is null ? "Add it to the register." : $"Did you mean {CharacterText.Quote(suggestion)}?"),
            $"{CharacterText.Quote(text)}이(가) 'processors'에 없습니다. " + (suggestion is null ? "수탁자 목록에 추가하십시오." : $"{CharacterText.Quote(suggestion)}입니까?"));
    }
}
