using System;

namespace HyperscaleSdk.Specification.Text;

/// <summary>Reads block collections, and decides by indentation which value a line belongs to.</summary>
internal sealed class YamlBlockReader(ReadSession session, YamlCursor cursor, YamlParts parts, YamlFlowReader flow, YamlLayout layout)
{
    // Where the last value ended, which is before the white space that was skipped after it.
    private int _end;

    /// <summary>Reads the value that follows an indicator, on the same line or below.</summary>
    /// <param name="parentIndent">Column of the collection that holds the value; -1 at the root.</param>
    /// <param name="allowsSequenceAtParent">Whether a sequence may stand at the column of its parent, as below a key.</param>
    /// <param name="allowsCompact">Whether a collection may start on the line of the indicator, as behind a dash.</param>
    public SpecNode? ReadNode(int parentIndent, bool allowsSequenceAtParent, bool allowsCompact)
    {
        var behindIndicator = cursor.Position;
        cursor.SkipToToken();
        if (layout.IsAbsent(parentIndent, allowsSequenceAtParent))
        {
            return ReadEmpty(behindIndicator, default);
        }

        // Properties on a line of their own belong to the value below; those on the line of a key belong to the key.
        var own = default(YamlProperties);
        var place = YamlPlace.At(cursor, allowsCompact);
        var near = parts.Properties.Read(inFlow: false);
        if (near.Any && !session.Failed)
        {
            var behindProperties = cursor.Position;
            cursor.SkipToToken();
            if (cursor.AtEnd || cursor.LineStart != place.LineStart)
            {
                own = near;
                if (layout.IsAbsent(parentIndent, allowsSequenceAtParent))
                {
                    return ReadEmpty(behindProperties, own);
                }

                place = YamlPlace.At(cursor, allowsCompact);
                near = parts.Properties.Read(inFlow: false);
                cursor.SkipToToken();
            }
        }

        if (session.Failed)
        {
            return null;
        }

        var scope = parts.Anchors.Begin(own);
        var node = ReadContent(parentIndent, place, near, own.Tag);
        parts.Anchors.End(scope, node);
        return node;
    }

    private SpecNode ReadEmpty(int position, in YamlProperties properties)
    {
        _end = position;
        var scope = parts.Anchors.Begin(properties);
        var node = parts.Scalars.CreateEmpty(position, properties.Tag);
        parts.Anchors.End(scope, node);
        return node;
    }

    private SpecNode? ReadContent(int parentIndent, in YamlPlace place, in YamlProperties near, YamlTag ownTag)
    {
        if (cursor.IsIndicator('-') || cursor.IsIndicator('?') || cursor.IsIndicator(':'))
        {
            return ReadCollection(place, near);
        }

        var scope = parts.Anchors.Begin(near);
        var tag = near.Tag == YamlTag.None ? ownTag : near.Tag;
        if (cursor.Current is '|' or '>')
        {
            var block = parts.Blocks.Read(parentIndent);
            _end = session.Failed ? cursor.Position : block.Span.End;
            var text = session.Failed ? null : parts.Scalars.CreateNode(block, tag);
            parts.Anchors.End(scope, text);
            return text;
        }

        var line = cursor.LineStart;
        var contentStart = cursor.Position;
        var node = ReadInline(out var scalar, out var isPlain);
        var contentEnd = cursor.Position;
        _end = contentEnd;
        if (session.Failed)
        {
            return node;
        }

        cursor.SkipBlanks();
        if (cursor.IsIndicator(':') && cursor.LineStart == line)
        {
            // The properties were those of the key, which has no node of its own unless an alias asks for it.
            if (near.Anchor is not null)
            {
                parts.Anchors.End(scope, node ?? parts.Scalars.CreateNode(scalar, tag));
            }

            var key = node is null ? parts.Keys.FromScalar(scalar) : parts.Keys.FromNode(node, SourceSpan.FromBounds(contentStart, contentEnd));
            return ReadMapping(place, key);
        }

        if (isPlain)
        {
            cursor.Position = contentEnd;
            parts.Plain.Continue(ref scalar, parentIndent, inFlow: false);
            _end = scalar.Span.End;
        }

        node ??= parts.Scalars.CreateNode(scalar, tag);
        parts.Anchors.End(scope, node);
        return node;
    }

    /// <summary>Reads what may be a key or a value: a flow collection or alias as node, everything else as scalar.</summary>
    private SpecNode? ReadInline(out YamlScalar scalar, out bool isPlain)
    {
        scalar = default;
        isPlain = false;
        switch (cursor.Current)
        {
            case '[' or '{':
                return flow.ReadCollection();
            case '*':
                return parts.Anchors.ReadAlias();
            case '"' or '\'':
                scalar = parts.Quoted.Read();
                return null;
            default:
                isPlain = true;
                scalar = parts.Plain.ReadLine(inFlow: false);
                return null;
        }
    }

    private SpecNode? ReadCollection(in YamlPlace place, in YamlProperties near)
    {
        if (cursor.Current != '-')
        {
            return ReadMapping(place, null);
        }

        if (!place.AllowsBlock)
        {
            session.Fail(
                new SourceSpan(cursor.Position, 1),
                "A sequence does not start on the line of its key. Put '- ' on the next line, or the text in quotes.",
                "시퀀스는 키와 같은 줄에서 시작할 수 없습니다. '- '를 다음 줄에 두거나 텍스트를 따옴표로 묶으십시오.");
            return null;
        }

        var scope = parts.Anchors.Begin(near);
        var node = ReadSequence(place.IsIndentedByTab);
        parts.Anchors.End(scope, node);
        return node;
    }

    private SpecNode? ReadSequence(bool isIndentedByTab)
    {
        var start = cursor.Position;
        var column = cursor.Column;
        if (layout.FailsByTab(isIndentedByTab) || !session.Enter(start))
        {
            return null;
        }

        var mark = session.Containers.ItemMark;
        do
        {
            session.Tick();
            cursor.Position++;
            var item = ReadNode(column, allowsSequenceAtParent: false, allowsCompact: true);
            if (item is not null)
            {
                session.Containers.AddItem(item);
            }
        }
        while (layout.StandsAtSibling(column) && cursor.IsIndicator('-'));

        session.Leave();
        return session.Containers.CloseSequence(mark, SourceSpan.FromBounds(start, Math.Max(start, _end)));
    }

    private SpecNode? ReadMapping(in YamlPlace place, YamlKey? firstKey)
    {
        if (!place.AllowsBlock)
        {
            session.Fail(
                new SourceSpan(cursor.Position, 1),
                "A mapping does not start on the line of its key, so ': ' cannot stand in this value. Put the value in quotes, or the mapping on the next line.",
                "매핑은 키와 같은 줄에서 시작할 수 없으므로 이 값에는 ': '를 쓸 수 없습니다. 값을 따옴표로 묶거나 매핑을 다음 줄에 두십시오.");
            return null;
        }

        if (layout.FailsByTab(place.IsIndentedByTab) || !session.Enter(place.Start))
        {
            return null;
        }

        var mark = session.Containers.MemberMark;
        var key = firstKey;
        do
        {
            session.Tick();
            ReadMember(place.Column, key);
            key = null;
        }
        while (layout.StandsAtSibling(place.Column) && !layout.IsWrongDash());

        session.Leave();
        return session.Containers.CloseMapping(mark, SourceSpan.FromBounds(place.Start, Math.Max(place.Start, _end)));
    }

    /// <summary>Reads a member.</summary>
    /// <param name="column">Column of its mapping.</param>
    /// <param name="readKey">The key if it was read; the cursor stands at the colon then.</param>
    private void ReadMember(int column, YamlKey? readKey)
    {
        if (readKey is null && (cursor.IsIndicator('?') || cursor.IsIndicator(':')))
        {
            ReadExplicitMember(column);
            return;
        }

        var key = readKey ?? ReadKey();
        if (session.Failed)
        {
            return;
        }

        cursor.Position++;
        var value = ReadNode(column, allowsSequenceAtParent: true, allowsCompact: false);
        if (value is not null)
        {
            parts.Keys.AddMember(key, value);
        }
    }

    private void ReadExplicitMember(int column)
    {
        var start = cursor.Position;
        SpecNode? keyNode = null;
        var isWritten = cursor.Current == '?';
        if (isWritten)
        {
            cursor.Position++;
            keyNode = ReadNode(column, allowsSequenceAtParent: true, allowsCompact: true);
            if (session.Failed)
            {
                return;
            }
        }

        var key = parts.Keys.FromNode(keyNode, keyNode is null ? new SourceSpan(start, 0) : keyNode.Span);
        cursor.SkipToToken();
        SpecNode? value;
        if (cursor.IsIndicator(':') && (!isWritten || cursor.Column == column))
        {
            cursor.Position++;
            value = ReadNode(column, allowsSequenceAtParent: true, allowsCompact: true);
        }
        else
        {
            value = ReadEmpty(key.Span.End, default);
        }

        if (value is not null)
        {
            parts.Keys.AddMember(key, value);
        }
    }

    /// <summary>Reads a key on one line; the cursor ends at its colon.</summary>
    private YamlKey ReadKey()
    {
        var line = cursor.LineStart;
        var properties = parts.Properties.Read(inFlow: false);
        var start = cursor.Position;
        var scope = parts.Anchors.Begin(properties);
        var scalar = default(YamlScalar);
        SpecNode? node = null;
        if (cursor.IsIndicator(':'))
        {
            node = parts.Scalars.CreateEmpty(start, properties.Tag);
        }
        else if (!session.Failed)
        {
            node = ReadInline(out scalar, out _);
        }

        var span = SourceSpan.FromBounds(start, Math.Max(start, cursor.Position));
        if (session.Failed)
        {
            return default;
        }

        var key = node is null ? parts.Keys.FromScalar(scalar) : parts.Keys.FromNode(node, span);
        if (properties.Anchor is not null)
        {
            parts.Anchors.End(scope, node ?? parts.Scalars.CreateNode(scalar, properties.Tag));
        }

        cursor.SkipBlanks();
        if (!cursor.IsIndicator(':') || cursor.LineStart != line)
        {
            FailMissingColon(key.Name, line);
        }

        return key;
    }

    private void FailMissingColon(string name, int line)
    {
        if (cursor.LineStart != line)
        {
            session.Fail(
                CharacterText.SpanAt(cursor.Text, cursor.Position),
                "A key stands on one line: shorten it, or write it after '? '.",
                "키는 한 줄에 있어야 합니다. 줄이거나 '? ' 뒤에 쓰십시오.");
        }
        else if (cursor.Current == ':')
        {
            session.Fail(
                new SourceSpan(cursor.Position, 1),
                $"Expected a space after the ':' of the key {CharacterText.Quote(name)}.",
                $"{CharacterText.Quote(name)} 키의 ':' 뒤에는 공백이 와야 합니다.");
        }
        else
        {
            session.FailAt(
                cursor.Position,
                $"Expected ': ' after the key {CharacterText.Quote(name)}",
                $"{CharacterText.Quote(name)} 키 뒤에는 ': '이 와야 하는데");
        }
    }
}
