using System;

namespace HyperscaleSdk.Specification.Text;

/// <summary>Reads flow collections: <c>[a, b]</c> and <c>{a: b}</c>.</summary>
internal sealed class YamlFlowReader(ReadSession session, YamlCursor cursor, YamlParts parts)
{
    /// <summary>Reads the collection whose bracket stands at the cursor.</summary>
    public SpecNode? ReadCollection() => cursor.Current == '[' ? ReadSequence() : ReadMapping();

    private SpecNode? ReadSequence()
    {
        var start = cursor.Position;
        if (!session.Enter(start))
        {
            return null;
        }

        var mark = session.Containers.ItemMark;
        cursor.Position++;
        while (EntersEntry(']', start, "sequence"))
        {
            var item = ReadSequenceEntry();
            if (item is not null)
            {
                session.Containers.AddItem(item);
            }

            if (!LeavesEntry(']', start, "sequence"))
            {
                break;
            }
        }

        session.Leave();
        return session.Containers.CloseSequence(mark, SourceSpan.FromBounds(start, cursor.Position));
    }

    private SpecNode? ReadSequenceEntry()
    {
        var start = cursor.Position;
        var isExplicit = cursor.IsIndicator('?');
        if (isExplicit)
        {
            cursor.Position++;
            cursor.SkipToToken();
        }

        var keyStart = cursor.Position;
        var line = cursor.LineStart;
        var allowsAdjacent = cursor.Current is '"' or '\'' or '[' or '{';
        var node = ReadValue();
        var keySpan = SourceSpan.FromBounds(keyStart, Math.Max(keyStart, cursor.Position));
        if (session.Failed)
        {
            return node;
        }

        cursor.SkipToToken();
        if (!isExplicit && (!IsColon(allowsAdjacent) || cursor.LineStart != line))
        {
            // A key of a single pair stands on one line; what follows it reports a colon on another one.
            return node;
        }

        if (!session.Enter(start))
        {
            return node;
        }

        // A single pair is a mapping of its own: [a: b] is [{a: b}].
        var mark = session.Containers.MemberMark;
        var value = ReadMemberValue(allowsAdjacent);
        if (value is not null)
        {
            parts.Keys.AddMember(parts.Keys.FromNode(node, keySpan), value);
        }

        session.Leave();
        return session.Containers.CloseMapping(mark, SourceSpan.FromBounds(start, cursor.Position));
    }

    private SpecNode? ReadMapping()
    {
        var start = cursor.Position;
        if (!session.Enter(start))
        {
            return null;
        }

        var mark = session.Containers.MemberMark;
        cursor.Position++;
        while (EntersEntry('}', start, "mapping"))
        {
            ReadMember();
            if (!LeavesEntry('}', start, "mapping"))
            {
                break;
            }
        }

        session.Leave();
        return session.Containers.CloseMapping(mark, SourceSpan.FromBounds(start, cursor.Position));
    }

    private void ReadMember()
    {
        if (cursor.IsIndicator('?'))
        {
            cursor.Position++;
            cursor.SkipToToken();
        }

        var key = ReadKey(out var allowsAdjacent);
        if (session.Failed)
        {
            return;
        }

        cursor.SkipToToken();
        var value = ReadMemberValue(allowsAdjacent);
        if (value is not null)
        {
            parts.Keys.AddMember(key, value);
        }
    }

    private YamlKey ReadKey(out bool allowsAdjacent)
    {
        allowsAdjacent = false;
        var properties = ReadProperties();
        if (properties.Anchor is null && !session.Failed && !IsAbsent())
        {
            switch (cursor.Current)
            {
                case '"' or '\'':
                    allowsAdjacent = true;
                    var quoted = parts.Quoted.Read();
                    return session.Failed ? default : parts.Keys.FromScalar(quoted);
                case '[' or '{' or '*':
                    break;
                default:
                    var plain = parts.Plain.ReadLine(inFlow: true);
                    if (session.Failed)
                    {
                        return default;
                    }

                    parts.Plain.Continue(ref plain, 0, inFlow: true);
                    return parts.Keys.FromScalar(plain);
            }
        }

        allowsAdjacent = cursor.Current is '"' or '\'' or '[' or '{';
        var start = cursor.Position;
        var node = session.Failed ? null : ReadContent(properties);
        return session.Failed ? default : parts.Keys.FromNode(node, SourceSpan.FromBounds(start, cursor.Position));
    }

    private SpecNode? ReadMemberValue(bool allowsAdjacent)
    {
        if (!IsColon(allowsAdjacent))
        {
            return parts.Scalars.CreateEmpty(cursor.Position, YamlTag.None);
        }

        cursor.Position++;
        cursor.SkipToToken();
        return ReadValue();
    }

    private SpecNode? ReadValue()
    {
        var properties = ReadProperties();
        return session.Failed ? null : ReadContent(properties);
    }

    private YamlProperties ReadProperties()
    {
        var properties = cursor.Current is '&' or '!' ? parts.Properties.Read(inFlow: true) : default;
        cursor.SkipToToken();
        return properties;
    }

    private SpecNode? ReadContent(in YamlProperties properties)
    {
        var scope = parts.Anchors.Begin(properties);
        var node = IsAbsent()
            ? parts.Scalars.CreateEmpty(cursor.Position, properties.Tag)
            : ReadPresent(properties.Tag);
        parts.Anchors.End(scope, node);
        return node;
    }

    private SpecNode? ReadPresent(YamlTag tag)
    {
        switch (cursor.Current)
        {
            case '[' or '{':
                return ReadCollection();
            case '*':
                return parts.Anchors.ReadAlias();
            case '"' or '\'':
                var quoted = parts.Quoted.Read();
                return session.Failed ? null : parts.Scalars.CreateNode(quoted, tag);
            default:
                var plain = parts.Plain.ReadLine(inFlow: true);
                if (session.Failed)
                {
                    return null;
                }

                parts.Plain.Continue(ref plain, 0, inFlow: true);
                return parts.Scalars.CreateNode(plain, tag);
        }
    }

    private bool IsAbsent() => cursor.AtEnd || cursor.Current is ',' or ']' or '}' || IsColon(allowsAdjacent: false);

    private bool IsColon(bool allowsAdjacent) =>
        cursor.Current == ':'
        && (allowsAdjacent || cursor.IsSeparator(cursor.Position + 1) || YamlCursor.IsFlowIndicator(cursor.Next));

    /// <summary>Goes to the next entry.</summary>
    /// <returns>False when the collection ends here.</returns>
    private bool EntersEntry(char close, int start, string collection)
    {
        session.Tick();
        cursor.SkipToToken();
        if (session.Failed || IsUnclosed(close, start, collection))
        {
            return false;
        }

        if (cursor.Current == close)
        {
            cursor.Position++;
            return false;
        }

        if (cursor.Current is ',' or ']' or '}')
        {
            session.FailAt(
                cursor.Position,
                $"Expected an entry or '{close}' in the flow {collection}",
                $"흐름 {Korean(close)}에는 항목이나 '{close}'가 와야 하는데");
            return false;
        }

        return true;
    }

    /// <summary>Reads what follows an entry.</summary>
    /// <returns>False when the collection ends here.</returns>
    private bool LeavesEntry(char close, int start, string collection)
    {
        if (session.Failed)
        {
            return false;
        }

        cursor.SkipToToken();
        if (IsUnclosed(close, start, collection))
        {
            return false;
        }

        if (cursor.Current == ',')
        {
            cursor.Position++;
            return true;
        }

        if (cursor.Current == close)
        {
            cursor.Position++;
        }
        else
        {
            session.FailAt(
                cursor.Position,
                $"Expected ',' or '{close}' after an entry in the flow {collection}",
                $"흐름 {Korean(close)}의 항목 뒤에는 ','나 '{close}'가 와야 하는데");
        }

        return false;
    }

    private static string Korean(char close) => close == '}' ? "매핑" : "시퀀스";

    private bool IsUnclosed(char close, int start, string collection)
    {
        if (!cursor.AtEnd && !cursor.IsDocumentMarker())
        {
            return false;
        }

        session.FailAt(
            cursor.Position,
            FormattableString.Invariant($"Expected ',' or '{close}' in the flow {collection} that starts on line {session.LineOf(start)} and is not closed"),
            FormattableString.Invariant($"{session.LineOf(start)}번째 줄에서 시작해 닫히지 않은 흐름 {Korean(close)}에는 ','나 '{close}'가 와야 하는데"));
        return true;
    }
}
