using System;

namespace HyperscaleSdk.Specification.Text;

/// <summary>Reads the first document of a YAML 1.2 stream.</summary>
internal sealed class YamlReader
{
    private readonly ReadSession _session;
    private readonly YamlCursor _cursor;
    private readonly YamlBlockReader _blocks;

    public YamlReader(ReadSession session)
    {
        _session = session;
        _cursor = new YamlCursor(session);
        var parts = new YamlParts(session, _cursor);
        _blocks = new YamlBlockReader(session, _cursor, parts, new YamlFlowReader(session, _cursor, parts), new YamlLayout(session, _cursor));
    }

    public SpecNode? ReadDocument()
    {
        if (!ReadStart())
        {
            return null;
        }

        var root = _blocks.ReadNode(parentIndent: -1, allowsSequenceAtParent: false, allowsCompact: true);
        if (!_session.Failed)
        {
            ReadEnd();
        }

        return root;
    }

    /// <summary>Reads directives and the marker behind them.</summary>
    /// <returns>Whether there is a document.</returns>
    private bool ReadStart()
    {
        var hasDirective = false;
        _cursor.SkipToToken();
        while (_cursor.Current == '%' && _cursor.Column == 0)
        {
            ReadDirective();
            hasDirective = true;
            _cursor.SkipToToken();
        }

        if (_cursor.AtEnd)
        {
            _session.Fail(
                new SourceSpan(_cursor.Position, 0),
                "The document holds nothing but white space and comments: expected a value.",
                "문서에 공백과 주석밖에 없습니다. 값이 있어야 합니다.");
            return false;
        }

        if (_cursor.IsDocumentMarker() && _cursor.Current == '-')
        {
            _cursor.Position += 3;
            return true;
        }

        if (hasDirective)
        {
            _session.FailAt(
                _cursor.Position,
                "Expected '---' after the directives",
                "지시문 뒤에는 '---'가 와야 하는데");
        }

        return !_session.Failed;
    }

    private void ReadDirective()
    {
        var start = _cursor.Position;
        _cursor.SkipLine();
        var line = _cursor.Text.AsSpan(start, _cursor.Position - start);
        if (line.StartsWith("%YAML".AsSpan(), StringComparison.Ordinal)
            && !line.Slice("%YAML".Length).TrimStart().StartsWith("1.".AsSpan(), StringComparison.Ordinal))
        {
            _session.Warn(
                SourceSpan.FromBounds(start, _cursor.Position),
                "This document asks for another version of YAML: it is read as YAML 1.2.",
                "문서가 다른 버전의 YAML을 요구합니다. 여기서는 YAML 1.2로 읽습니다.");
        }
    }

    private void ReadEnd()
    {
        _cursor.SkipToToken();
        if (_cursor.AtEnd)
        {
            return;
        }

        if (!_cursor.IsDocumentMarker())
        {
            _session.FailAt(
                _cursor.Position,
                "Expected the end of the document, or an entry that is aligned with those above",
                "문서가 끝나거나, 위의 항목과 줄을 맞춘 항목이 와야 하는데");
            return;
        }

        var marker = _cursor.Position;
        while (_cursor.IsDocumentMarker())
        {
            _cursor.Position += 3;
            _cursor.SkipToToken();
        }

        if (!_cursor.AtEnd)
        {
            _session.Warn(
                new SourceSpan(marker, 3),
                "Only the first document of this file is read: move what follows to a file of its own.",
                "이 파일의 첫 문서만 읽습니다. 뒤의 내용은 다른 파일로 옮기십시오.");
        }
    }
}
