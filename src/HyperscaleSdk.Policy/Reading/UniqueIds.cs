using HyperscaleSdk.Specification.Text;

namespace HyperscaleSdk.Policies.Reading;

/// <summary>Ids of one list, each of which may stand once.</summary>
internal sealed class UniqueIds(StringComparer comparer)
{
    private readonly Dictionary<string, int> _lines = new(comparer);

    /// <summary>The id of an object, or null when there is none or when another object of the list has it.</summary>
    public string? Take(PolicyObject item)
    {
        if (item.Text("id") is not { } id)
        {
            return null;
        }

        var span = item.SpanOf("id");
        if (!_lines.TryGetValue(id, out var line))
        {
            _lines.Add(id, item.Scope.Place(span).StartLine + 1);
            return id;
        }

        item.Scope.Error(
            PolicyProblemIds.DuplicateId,
            span,
            FormattableString.Invariant($"The id {CharacterText.Quote(id)} stands on line {line} already; the entry here has no effect: remove one of them."),
            FormattableString.Invariant($"{line}번째 줄에 {CharacterText.Quote(id)} id가 이미 있어 여기의 항목은 쓰이지 않습니다. 둘 중 하나를 지우십시오."));
        return null;
    }
}
