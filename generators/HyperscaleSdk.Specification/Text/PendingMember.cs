namespace HyperscaleSdk.Specification.Text;

/// <summary>A member of a mapping that is still open.</summary>
internal struct PendingMember
{
    public string Name;
    public SpecNode Value;
    public SourceSpan NameSpan;

    /// <summary>The name's number in the <see cref="StringTable"/>.</summary>
    public int NameId;

    /// <summary>Whether this is a YAML merge key, whose members are taken over.</summary>
    public bool IsMerge;

    /// <summary>Whether a later member has the same name.</summary>
    public bool IsDropped;
}
