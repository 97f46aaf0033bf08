using System;
using System.Collections.Generic;
using System.Text.RegularExpressions;
using HyperscaleSdk.Specification.Text;

namespace HyperscaleSdk.Specification.Overlays;

/// <summary>Reads a condition: comparisons, existence, and, or, not, and the functions of RFC 9535.</summary>
internal sealed class JsonPathFilterParser
{
    private const int DeepestNesting = 32;
    private static readonly TimeSpan LongestMatch = TimeSpan.FromMilliseconds(100);

    private readonly JsonPathParser _text;
    private int _depth;

    public JsonPathFilterParser(JsonPathParser text) => _text = text;

    /// <summary>A value of a condition: the node it stands for, or null for nothing.</summary>
    private delegate SpecNode? Operand(NodePlace child, JsonPathVisit visit);

    public JsonPathFilter Parse()
    {
        if (++_depth > DeepestNesting)
        {
            throw _text.Error("fewer parentheses");
        }

        var result = And();
        while (TakeWord("||"))
        {
            var left = result;
            var right = And();
            result = (child, visit) => left(child, visit) || right(child, visit);
        }

        _depth--;
        return result;
    }

    private JsonPathFilter And()
    {
        var result = Basic();
        while (TakeWord("&&"))
        {
            var left = result;
            var right = Basic();
            result = (child, visit) => left(child, visit) && right(child, visit);
        }

        return result;
    }

    private bool TakeWord(string word)
    {
        _text.SkipBlanks();
        return _text.Take(word);
    }

    private JsonPathFilter Basic()
    {
        if (TakeWord("!"))
        {
            var inner = Basic();
            return (child, visit) => !inner(child, visit);
        }

        if (_text.Take("("))
        {
            var inner = Parse();
            _text.SkipBlanks();
            _text.Expect(")");
            return inner;
        }

        var (left, test) = Value();
        _text.SkipBlanks();
        foreach (var (sign, compare) in Comparisons)
        {
            if (_text.Take(sign))
            {
                _text.SkipBlanks();
                var (right, _) = Value();
                return (child, visit) => compare((left ?? throw _text.Error("a value"))(child, visit), (right ?? throw _text.Error("a value"))(child, visit));
            }
        }

        return test ?? throw _text.Error("a comparison");
    }

    private static readonly (string Sign, Func<SpecNode?, SpecNode?, bool> Compare)[] Comparisons =
    {
        ("==", JsonPathValue.AreEqual),
        ("!=", (left, right) => !JsonPathValue.AreEqual(left, right)),
        ("<=", (left, right) => JsonPathValue.IsLess(left, right) || JsonPathValue.AreEqual(left, right)),
        (">=", (left, right) => JsonPathValue.IsLess(right, left) || JsonPathValue.AreEqual(left, right)),
        ("<", JsonPathValue.IsLess),
        (">", (left, right) => JsonPathValue.IsLess(right, left)),
    };

    // A value to compare, and what it means where it stands alone.
    private (Operand? Value, JsonPathFilter? Test) Value()
    {
        if (Query() is { } query)
        {
            return (First(query), (child, visit) => query(child, visit).Count > 0);
        }

        if (_text.Quoted() is { } quoted)
        {
            return (Constant(JsonPathValue.Literal(quoted)), null);
        }

        if (_text.Integer() is { } whole)
        {
            return (Constant(Number(whole)), null);
        }

        var at = _text.Position;
        return _text.Word() switch
        {
            "true" => (Constant(SpecNode.Boolean(true, default)), null),
            "false" => (Constant(SpecNode.Boolean(false, default)), null),
            "null" => (Constant(SpecNode.Null(default)), null),
            { } function when _text.Take("(") => Function(function, at),
            _ => throw _text.Error("a path, a literal or a function"),
        };
    }

    private SpecNode Number(int whole)
    {
        if (!_text.Take("."))
        {
            return JsonPathValue.Literal(whole);
        }

        return SpecNode.Number(FormattableString.Invariant($"{whole}.{_text.Word() ?? throw _text.Error("digits")}"), default);
    }

    private static Operand Constant(SpecNode node) => (_, _) => node;

    private static Operand First(Func<NodePlace, JsonPathVisit, List<NodePlace>> query) => (child, visit) => query(child, visit) is { Count: > 0 } places ? places[0].Node : null;

    private Func<NodePlace, JsonPathVisit, List<NodePlace>>? Query()
    {
        if (_text.Take("@"))
        {
            var path = _text.ParseSegments();
            return path.Select;
        }

        if (_text.Take("$"))
        {
            var path = _text.ParseSegments();
            return (_, visit) => path.Select(NodePlace.Root(visit.Root), visit);
        }

        return null;
    }

    private (Operand? Value, JsonPathFilter? Test) Function(string name, int at)
    {
        _text.SkipBlanks();
        if (name == "count")
        {
            var query = Query() ?? throw _text.Error("a path");
            Close();
            return ((child, visit) => JsonPathValue.Literal(query(child, visit).Count), null);
        }

        var (first, _) = Value();
        switch (name)
        {
            case "value":
                Close();
                return (first, null);
            case "length":
                Close();
                return ((child, visit) => LengthOf(first!(child, visit)), null);
            case "match" or "search":
                _text.SkipBlanks();
                _text.Expect(",");
                _text.SkipBlanks();
                var (second, _) = Value();
                Close();
                return (null, (child, visit) => IsMatch(first!(child, visit)?.AsString(), second!(child, visit)?.AsString(), name == "match"));
            default:
                throw new JsonPathException(FormattableString.Invariant($"there is no function '{name}' (character {at + 1})"), FormattableString.Invariant($"'{name}' 함수는 없습니다({at + 1}번째 글자)"));
        }
    }

    private void Close()
    {
        _text.SkipBlanks();
        _text.Expect(")");
    }

    private static SpecNode? LengthOf(SpecNode? node) => node?.Kind switch
    {
        SpecNodeKind.String => JsonPathValue.Literal(node.Scalar!.Length),
        SpecNodeKind.Sequence => JsonPathValue.Literal(node.Items.Count),
        SpecNodeKind.Mapping => JsonPathValue.Literal(node.Members.Count),
        _ => null,
    };

    private static bool IsMatch(string? text, string? pattern, bool whole)
    {
        if (text is null || pattern is null)
        {
            return false;
        }

        try
        {
            // The pattern comes from a file that nobody vouches for.
            return Regex.IsMatch(text, whole ? $"^(?:{pattern})$" : pattern, RegexOptions.CultureInvariant, LongestMatch);
        }
        catch (Exception exception) when (exception is ArgumentException or RegexMatchTimeoutException)
        {
            return false;
        }
    }
}
