using System;
using System.Collections.Generic;

namespace HyperscaleSdk.Specification.Text;

/// <summary>
/// Names and finds anchored nodes. Aliases share nodes, so they cost nothing here; but whoever walks the tree meets a shared
/// node each time, so its size, height and chain of aliases are counted as if it had been written out.
/// </summary>
internal sealed class YamlAnchors(ReadSession session, YamlCursor cursor, YamlPropertyReader properties)
{
    private const long MaximumExpansion = 1_000_000;
    private const int MaximumAliasLevel = 100;

    private readonly Dictionary<string, YamlAnchor> _anchors = new(StringComparer.Ordinal);
    private long _expansion;
    private int _aliasLevel;

    public YamlAnchorScope Begin(in YamlProperties node)
    {
        if (node.Anchor is null)
        {
            return default;
        }

        var scope = new YamlAnchorScope
        {
            Name = node.Anchor,
            NodeCount = session.NodeCount,
            DeepestLevel = session.DeepestLevel,
            AliasLevel = _aliasLevel,
        };
        _anchors[node.Anchor] = new YamlAnchor(null, 0, 0, 0);
        session.DeepestLevel = session.Depth;
        _aliasLevel = 0;
        return scope;
    }

    public void End(in YamlAnchorScope scope, SpecNode? node)
    {
        if (scope.Name is null || node is null)
        {
            return;
        }

        _anchors[scope.Name] = new YamlAnchor(
            node,
            session.NodeCount - scope.NodeCount,
            session.DeepestLevel - session.Depth,
            _aliasLevel);
        session.DeepestLevel = Math.Max(session.DeepestLevel, scope.DeepestLevel);
        _aliasLevel = Math.Max(_aliasLevel, scope.AliasLevel);
    }

    /// <summary>Reads an alias.</summary>
    /// <returns>The node that it stands for; a null node when the name is not known; null when reading has failed.</returns>
    public SpecNode? ReadAlias()
    {
        var start = cursor.Position;
        var name = properties.ReadName(start, "alias");
        if (session.Failed)
        {
            return null;
        }

        var span = SourceSpan.FromBounds(start, cursor.Position);
        if (!_anchors.TryGetValue(name, out var anchor))
        {
            session.Error(
                span,
                $"There is no anchor '&{name}' before this alias: define it first, or put the value in quotes if it is text.",
                $"이 별칭 앞에 '&{name}' 앵커가 없습니다. 먼저 정의하십시오. 텍스트라면 값을 따옴표로 묶으십시오.");
            return session.CreateNull(span);
        }

        if (anchor.Node is null)
        {
            session.Error(
                span,
                $"The alias '*{name}' stands inside of the value that it names: a value cannot contain itself.",
                $"'*{name}' 별칭이 자신이 가리키는 값 안에 있습니다. 값은 자기 자신을 담을 수 없습니다.");
            return session.CreateNull(span);
        }

        return Expand(anchor, span) ? anchor.Node : null;
    }

    private bool Expand(YamlAnchor anchor, SourceSpan span)
    {
        _expansion += anchor.Size;
        session.NodeCount += anchor.Size;
        _aliasLevel = Math.Max(_aliasLevel, anchor.AliasLevel + 1);
        session.DeepestLevel = Math.Max(session.DeepestLevel, session.Depth + anchor.Height);
        if (_expansion > MaximumExpansion)
        {
            session.FailLimit(
                span,
                $"The aliases of this document stand for more than {MaximumExpansion} values. Write fewer aliases of aliases.",
                $"이 문서의 별칭이 나타내는 값이 {MaximumExpansion}개를 넘습니다. 별칭의 별칭을 줄이십시오.");
        }
        else if (anchor.AliasLevel + 1 > MaximumAliasLevel)
        {
            session.FailLimit(
                span,
                $"Aliases refer to aliases over more than {MaximumAliasLevel} levels. Write fewer aliases of aliases.",
                $"별칭이 별칭을 {MaximumAliasLevel}단계 넘게 가리킵니다. 별칭의 별칭을 줄이십시오.");
        }
        else if (session.DeepestLevel > ReadSession.MaximumDepth)
        {
            session.FailLimit(
                span,
                $"With this alias, values are nested deeper than {ReadSession.MaximumDepth} levels. Move the inner parts to components and refer to them.",
                $"이 별칭을 풀면 값의 중첩이 {ReadSession.MaximumDepth}단계를 넘습니다. 안쪽 부분을 components로 옮기고 참조하십시오.");
        }

        return !session.Failed;
    }
}
