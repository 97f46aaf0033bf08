namespace HyperscaleSdk.Fuzzing.Trees;

/// <summary>A document that can be changed and written. Never shared: each node has one parent.</summary>
internal sealed class Tree
{
    private Tree(TreeKind kind, string text)
    {
        Kind = kind;
        Text = text;
    }

    public TreeKind Kind { get; private set; }

    /// <summary>What a scalar or an alias holds.</summary>
    public string Text { get; private set; }

    /// <summary>Name of a YAML anchor; null when there is none.</summary>
    public string? Anchor { get; set; }

    public List<Tree> Items { get; private set; } = [];

    public List<TreeMember> Members { get; private set; } = [];

    public int ChildCount => Items.Count + Members.Count;

    /// <summary>The value of the first member of a name.</summary>
    public Tree? this[string name] => Members.Find(member => string.Equals(member.Name, name, StringComparison.Ordinal))?.Value;

    public static Tree Null() => new(TreeKind.Null, "");

    public static Tree Boolean(bool value) => new(TreeKind.Boolean, value ? "true" : "false");

    public static Tree Number(string text) => new(TreeKind.Number, text);

    public static Tree String(string text) => new(TreeKind.Text, text);

    public static Tree Alias(string anchor) => new(TreeKind.Alias, anchor);

    public static Tree Sequence(params IEnumerable<Tree> items) => new(TreeKind.Sequence, "") { Items = [.. items] };

    public static Tree Mapping(params IEnumerable<(string Name, Tree Value)> members)
        => new(TreeKind.Mapping, "") { Members = [.. members.Select(member => new TreeMember(member.Name, member.Value))] };

    /// <summary>A schema or parameter that is a reference.</summary>
    public static Tree Reference(string target) => Mapping(("$ref", String(target)));

    public Tree Child(int index) => Kind == TreeKind.Mapping ? Members[index].Value : Items[index];

    public void SetChild(int index, Tree value)
    {
        if (Kind == TreeKind.Mapping)
        {
            Members[index].Value = value;
        }
        else
        {
            Items[index] = value;
        }
    }

    public void RemoveChild(int index)
    {
        if (Kind == TreeKind.Mapping)
        {
            Members.RemoveAt(index);
        }
        else
        {
            Items.RemoveAt(index);
        }
    }

    /// <summary>Sets a member of a mapping; anything else becomes a mapping with that member.</summary>
    public void Set(string name, Tree value)
    {
        if (Kind != TreeKind.Mapping)
        {
            Become(Mapping());
        }

        var index = Members.FindIndex(member => string.Equals(member.Name, name, StringComparison.Ordinal));
        if (index >= 0)
        {
            Members[index].Value = value;
        }
        else
        {
            Members.Add(new TreeMember(name, value));
        }
    }

    /// <summary>Takes over the content of another node, which must not be used afterwards.</summary>
    public void Become(Tree other)
    {
        Kind = other.Kind;
        Text = other.Text;
        Items = other.Items;
        Members = other.Members;
        Anchor = other.Anchor;
    }

    public Tree Clone() => new(Kind, Text)
    {
        Anchor = Anchor,
        Items = Items.ConvertAll(item => item.Clone()),
        Members = Members.ConvertAll(member => new TreeMember(member.Name, member.Value.Clone())),
    };

    /// <summary>Nodes in this tree, itself included.</summary>
    public int Count() => 1 + Items.Sum(item => item.Count()) + Members.Sum(member => member.Value.Count());
}
