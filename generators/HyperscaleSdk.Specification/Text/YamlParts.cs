namespace HyperscaleSdk.Specification.Text;

/// <summary>The readers of everything that is not a block collection, wired for one document.</summary>
internal sealed class YamlParts
{
    public YamlParts(ReadSession session, YamlCursor cursor)
    {
        Properties = new YamlPropertyReader(session, cursor);
        Anchors = new YamlAnchors(session, cursor, Properties);
        Scalars = new YamlScalars(session);
        Keys = new YamlKeys(session, Scalars);
        Plain = new YamlPlainReader(session, cursor);
        Quoted = new YamlQuotedReader(session, cursor);
        Blocks = new YamlBlockScalarReader(session, cursor);
    }

    public YamlPropertyReader Properties { get; }

    public YamlAnchors Anchors { get; }

    public YamlScalars Scalars { get; }

    public YamlKeys Keys { get; }

    public YamlPlainReader Plain { get; }

    public YamlQuotedReader Quoted { get; }

    public YamlBlockScalarReader Blocks { get; }
}
