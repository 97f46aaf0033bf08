using HyperscaleSdk.Specification.Text;

namespace HyperscaleSdk.Policies.Reading;

/// <summary>An object of the policy. Asking for a member that has the wrong form reports it and gives nothing.</summary>
internal sealed class PolicyObject
{
    private readonly SpecNode _node;

    private PolicyObject(PolicyScope scope, SpecNode node)
    {
        Scope = scope;
        _node = node;
    }

    public PolicyScope Scope { get; }

    public SourceSpan Span => _node.Span;

    public PolicySpan Place => Scope.Place(_node.Span);

    /// <summary>The opening brace: where something is missing.</summary>
    public SourceSpan Opening => new(_node.Span.Start, 1);

    public IReadOnlyList<SpecMember> Members => _node.Members;

    public static PolicyObject? Open(PolicyScope scope, SpecNode node, ObjectShape shape)
    {
        if (node.Kind != SpecNodeKind.Mapping)
        {
            scope.WrongType(node, "an object", "객체");
            return null;
        }

        var opened = new PolicyObject(scope, node);
        opened.CheckMembers(shape);
        return opened;
    }

    /// <summary>An object of any members, which the caller checks.</summary>
    public PolicyObject? Map(string name)
    {
        if (_node[name] is not { } node)
        {
            return null;
        }

        if (node.Kind == SpecNodeKind.Mapping)
        {
            return new PolicyObject(Scope, node);
        }

        Scope.WrongType(node, "an object", "객체");
        return null;
    }

    public bool Has(string name) => _node[name] is not null;

    /// <summary>Whether a member is absent, or null because it is not known.</summary>
    public bool IsUnstated(string name) => !Has(name) || IsUnknown(name);

    /// <summary>Where the value of a member stands; the opening brace when it is not there.</summary>
    public SourceSpan SpanOf(string name) => _node[name]?.Span ?? Opening;

    public PolicyObject? Child(string name, ObjectShape shape) => _node[name] is { } node ? Open(Scope, node, shape) : null;

    public IEnumerable<PolicyObject> Children(string name, ObjectShape shape) =>
        Items(name).Select(item => Open(Scope, item, shape)).OfType<PolicyObject>();

    public IReadOnlyList<SpecNode> Items(string name)
    {
        if (_node[name] is not { } node)
        {
            return [];
        }

        if (node.Kind == SpecNodeKind.Sequence)
        {
            return node.Items;
        }

        Scope.WrongType(node, "an array", "배열");
        return [];
    }

    public string? Text(string name) => _node[name] is { } node ? Scope.Text(node) : null;

    /// <summary>A text, where null says that it is not known.</summary>
    public string? TextOrUnknown(string name) => IsUnknown(name) ? null : Text(name);

    public bool? Flag(string name)
    {
        if (_node[name] is not { } node || Scope.IsPlaceholder(node))
        {
            return null;
        }

        if (node.TryGetBoolean(out var value))
        {
            return value;
        }

        Scope.WrongType(node, "true or false", "true나 false");
        return null;
    }

    public bool? FlagOrUnknown(string name) => IsUnknown(name) ? null : Flag(name);

    /// <summary>A whole number of days.</summary>
    public int? DaysOrUnknown(string name)
    {
        if (IsUnknown(name) || _node[name] is not { } node || Scope.IsPlaceholder(node))
        {
            return null;
        }

        if (node.Kind == SpecNodeKind.Number && NumberText.TryGetInt64(node.Scalar!, out var value) && value is >= 0 and <= 36_500)
        {
            return (int)value;
        }

        Scope.WrongType(node, "a whole number of days from 0 to 36500", "0 이상 36500 이하의 일수(정수)");
        return null;
    }

    /// <summary>An amount in KRW.</summary>
    public decimal? Amount(string name)
    {
        if (_node[name] is not { } node || Scope.IsPlaceholder(node))
        {
            return null;
        }

        if (node.TryGetDecimal(out var value) && value is >= 0 and <= 1_000_000_000_000_000m)
        {
            return value;
        }

        Scope.WrongType(node, "an amount in KRW, a number that is not negative", "원 단위의 금액(0 이상의 수)");
        return null;
    }

    public PolicyDate? Date(string name)
    {
        if (_node[name] is not { } node || Scope.IsPlaceholder(node))
        {
            return null;
        }

        if (node.Kind == SpecNodeKind.String && PolicyDate.TryParse(node.Scalar, out var date))
        {
            return date;
        }

        Scope.WrongType(node, "a date that exists, as \"yyyy-MM-dd\"", "\"yyyy-MM-dd\" 형식의 실제 날짜");
        return null;
    }

    public Uri? Address(string name)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        if (Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "https" or "http")
        {
            return address;
        }

        Scope.WrongType(_node[name]!, "an address that starts with https://", "https://로 시작하는 주소");
        return null;
    }

    public T? Word<T>(string name, Words<T> words)
        where T : struct => _node[name] is { } node ? Scope.Word(node, words) : null;

    public IReadOnlyList<T> WordList<T>(string name, Words<T> words)
        where T : struct =>
        Items(name).Select(item => Scope.Word(item, words)).Where(word => word is not null).Select(word => word!.Value).Distinct().ToArray();

    /// <summary>Texts; null when the member is not there.</summary>
    public IReadOnlyList<string>? Texts(string name) =>
        Has(name) ? Items(name).Select(Scope.Text).OfType<string>().ToArray() : null;

    private bool IsUnknown(string name) => _node[name] is { Kind: SpecNodeKind.Null };

    private void CheckMembers(ObjectShape shape)
    {
        foreach (var member in _node.Members)
        {
            if (!shape.Has(member.Name))
            {
                Scope.UnknownMember(member, shape);
            }
            else if (member.Name == ObjectShape.Comment && member.Value.Kind != SpecNodeKind.String)
            {
                Scope.WrongType(member.Value, "a text", "문자열");
            }
        }

        foreach (var name in shape.Required)
        {
            if (_node[name] is null)
            {
                Scope.Error(
                    PolicyProblemIds.MissingMember,
                    Opening,
                    $"'{name}' is missing in this object ({shape.Name}): add it.",
                    $"이 객체({shape.Name})에 '{name}' 항목이 없습니다. 추가하십시오.");
            }
        }
    }
}
