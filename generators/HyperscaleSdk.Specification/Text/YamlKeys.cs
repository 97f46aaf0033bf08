using System;

namespace HyperscaleSdk.Specification.Text;

/// <summary>Makes keys of what stands before a colon.</summary>
internal sealed class YamlKeys(ReadSession session, YamlScalars scalars)
{
    public YamlKey FromScalar(in YamlScalar scalar)
    {
        var name = scalars.NameOf(scalar, out var id);
        return new YamlKey
        {
            Name = name,
            NameId = id,
            Span = scalar.Span,
            IsMerge = scalar.IsPlain && string.Equals(name, YamlMerge.Key, StringComparison.Ordinal),
        };
    }

    /// <summary>Makes a key of a node: its text, or for a collection its source, since a name is all that a member can have.</summary>
    /// <param name="node">The node; null for a key that is not written.</param>
    /// <param name="span">Where the key was written, which for an alias is not where its node stands.</param>
    public YamlKey FromNode(SpecNode? node, SourceSpan span)
    {
        ReadOnlySpan<char> text = default;
        if (node is not null)
        {
            text = node.Kind == SpecNodeKind.String
                ? node.Scalar.AsSpan()
                : session.Text.AsSpan(node.Span.Start, node.Span.Length);
        }

        var name = session.Strings.Intern(text, out var id);
        return new YamlKey { Name = name, NameId = id, Span = span };
    }

    public void AddMember(in YamlKey key, SpecNode value)
    {
        var isMerge = key.IsMerge && YamlMerge.CanApply(value);
        if (key.IsMerge && !isMerge)
        {
            session.Warn(
                key.Span,
                "The merge key '<<' takes a mapping or a sequence of mappings: it is read as an ordinary key.",
                "병합 키 '<<'의 값은 매핑이나 매핑의 시퀀스여야 합니다. 여기서는 보통 키로 읽습니다.");
        }

        session.Containers.AddMember(new PendingMember
        {
            Name = key.Name,
            NameId = key.NameId,
            NameSpan = key.Span,
            Value = value,
            IsMerge = isMerge,
        });
    }
}
