using HyperscaleSdk.Specification.Text;

namespace HyperscaleSdk.Policies.Reading;

/// <summary>What is said about single values.</summary>
internal static class PolicyScopeExtensions
{
    public static void WrongType(this PolicyScope scope, SpecNode node, string expected, string koreanExpected)
    {
        var (found, koreanFound) = Describe(node);
        scope.Error(
            PolicyProblemIds.WrongValue,
            node.Span,
            $"Expected {expected}, found {found}. The value has no effect.",
            $"{koreanExpected}이(가) 와야 하는데 여기 있는 것은 {koreanFound}입니다. 이 값은 쓰이지 않습니다.");
    }

    public static void UnknownMember(this PolicyScope scope, SpecMember member, ObjectShape shape)
    {
        var suggestion = Suggestion.For(member.Name, shape.Members);
        var (hint, koreanHint) = suggestion is null
            ? ($"It has: {string.Join(", ", shape.Members)}.", $"쓸 수 있는 항목: {string.Join(", ", shape.Members)}.")
            : ($"Did you mean '{suggestion}'?", $"'{suggestion}'입니까?");
        scope.Warn(
            PolicyProblemIds.UnknownMember,
            member.NameSpan,
            $"There is no member {CharacterText.Quote(member.Name)} in this object ({shape.Name}), and it has no effect. {hint}",
            $"이 객체({shape.Name})에는 {CharacterText.Quote(member.Name)} 항목이 없어 쓰이지 않습니다. {koreanHint}");
    }

    /// <summary>Whether a text is still to be filled in. It is told, and counts as not there.</summary>
    public static bool IsPlaceholder(this PolicyScope scope, SpecNode node)
    {
        if (node.Kind != SpecNodeKind.String || !node.Scalar!.TrimStart().StartsWith("TODO", StringComparison.Ordinal))
        {
            return false;
        }

        scope.Warn(
            PolicyProblemIds.Placeholder,
            node.Span,
            $"{CharacterText.Quote(node.Scalar!.Trim())} is still to be filled in; until then it counts as missing.",
            $"{CharacterText.Quote(node.Scalar!.Trim())}은(는) 아직 채우지 않은 자리입니다. 채울 때까지는 없는 것으로 봅니다.");
        return true;
    }

    /// <summary>A text that is not blank.</summary>
    public static string? Text(this PolicyScope scope, SpecNode node)
    {
        if (scope.IsPlaceholder(node))
        {
            return null;
        }

        if (node.Kind == SpecNodeKind.String && node.Scalar is { } text)
        {
            var trimmed = text.Trim();
            if (trimmed.Length > 0)
            {
                return trimmed;
            }

            scope.WrongType(node, "a text that is not empty", "비어 있지 않은 문자열");
            return null;
        }

        scope.WrongType(node, "a text", "문자열");
        return null;
    }

    public static T? Word<T>(this PolicyScope scope, SpecNode node, Words<T> words)
        where T : struct
    {
        if (scope.IsPlaceholder(node))
        {
            return null;
        }

        if (node.Kind != SpecNodeKind.String)
        {
            scope.WrongType(node, "one of the words " + string.Join(", ", words.All), string.Join(", ", words.All) + " 가운데 하나");
            return null;
        }

        if (words.Find(node.Scalar!) is { } value)
        {
            return value;
        }

        scope.UnknownWord(node.Span, node.Scalar!, words.All);
        return null;
    }

    public static void UnknownWord(this PolicyScope scope, SourceSpan span, string word, IReadOnlyList<string> known)
    {
        var (hint, koreanHint) = Suggestion.For(word, known) is { } suggestion
            ? ($"Did you mean '{suggestion}'?", $"'{suggestion}'입니까?")
            : ($"It is one of: {string.Join(", ", known)}.", $"다음 가운데 하나입니다: {string.Join(", ", known)}.");
        scope.Error(
            PolicyProblemIds.UnknownWord,
            span,
            $"{CharacterText.Quote(word)} means nothing here, and has no effect. {hint}",
            $"{CharacterText.Quote(word)}은(는) 여기에 쓸 수 없는 값이라 쓰이지 않습니다. {koreanHint}");
    }

    private static (string English, string Korean) Describe(SpecNode node) => node.Kind switch
    {
        SpecNodeKind.Null => ("null", "null"),
        SpecNodeKind.Boolean => (node.Scalar ?? "a truth value", node.Scalar ?? "참·거짓"),
        SpecNodeKind.Number => ("the number " + CharacterText.Quote(node.Scalar!), CharacterText.Quote(node.Scalar!) + " 수"),
        SpecNodeKind.String => ("the text " + CharacterText.Quote(node.Scalar!), CharacterText.Quote(node.Scalar!) + " 문자열"),
        SpecNodeKind.Sequence => ("an array", "배열"),
        _ => ("an object", "객체"),
    };
}
