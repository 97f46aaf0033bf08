namespace HyperscaleSdk.Specification.Text;

/// <summary>A place in a YAML text that knows its line.</summary>
internal sealed class YamlCursor
{
    private readonly ReadSession _session;

    public YamlCursor(ReadSession session)
    {
        _session = session;
        Text = session.Text;
        Position = Text.Length > 0 && Text[0] == '\uFEFF' ? 1 : 0;
        LineStart = Position;
    }

    public string Text { get; }

    public int Position { get; set; }

    /// <summary>Where the current line starts.</summary>
    public int LineStart { get; set; }

    /// <summary>Where the first token of the last line that was entered by <see cref="SkipToToken"/> stands.</summary>
    public int ContentStart { get; private set; } = -1;

    /// <summary>Whether a tab stands before <see cref="ContentStart"/>.</summary>
    public bool IsIndentedByTab { get; private set; }

    public bool AtEnd => Position >= Text.Length;

    /// <summary>The current character; NUL at the end.</summary>
    public char Current => Position < Text.Length ? Text[Position] : '\0';

    /// <summary>The next character; NUL at the end.</summary>
    public char Next => Position + 1 < Text.Length ? Text[Position + 1] : '\0';

    public int Column => Position - LineStart;

    public bool IsFirstOnLine => Position == ContentStart;

    public static bool IsBlank(char c) => c is ' ' or '\t';

    public static bool IsBreak(char c) => c is '\n' or '\r';

    public static bool IsFlowIndicator(char c) => c is ',' or '[' or ']' or '{' or '}';

    /// <summary>Whether white space or the end of the text stands at an offset.</summary>
    public bool IsSeparator(int position) =>
        position >= Text.Length || Text[position] is ' ' or '\t' or '\n' or '\r';

    /// <summary>Whether the current character is an indicator such as <c>-</c> or <c>?</c> that white space follows.</summary>
    public bool IsIndicator(char c) => Current == c && !AtEnd && IsSeparator(Position + 1);

    /// <summary>Whether <c>---</c> or <c>...</c> stands at the start of a line.</summary>
    public bool IsDocumentMarkerAt(int lineStart)
    {
        if (lineStart + 2 >= Text.Length)
        {
            return false;
        }

        var c = Text[lineStart];
        return c is '-' or '.' && Text[lineStart + 1] == c && Text[lineStart + 2] == c && IsSeparator(lineStart + 3);
    }

    public bool IsDocumentMarker() => Column == 0 && IsDocumentMarkerAt(Position);

    /// <summary>The offset behind the line break that stands at an offset.</summary>
    public int AfterBreak(int position) =>
        Text[position] == '\r' && position + 1 < Text.Length && Text[position + 1] == '\n' ? position + 2 : position + 1;

    /// <summary>Goes behind the line break at the current place.</summary>
    public void SkipBreak()
    {
        Position = AfterBreak(Position);
        LineStart = Position;
    }

    /// <summary>Skips white space within the line.</summary>
    public void SkipBlanks()
    {
        while (Position < Text.Length && IsBlank(Text[Position]))
        {
            Position++;
        }
    }

    /// <summary>Goes to the end of the line.</summary>
    public void SkipLine()
    {
        while (Position < Text.Length && !IsBreak(Text[Position]))
        {
            Position++;
        }
    }

    /// <summary>Skips white space, comments and line breaks.</summary>
    public void SkipToToken()
    {
        var entersLine = Position == LineStart;
        while (true)
        {
            var hasTab = false;
            while (Position < Text.Length && IsBlank(Text[Position]))
            {
                hasTab |= Text[Position] == '\t';
                Position++;
            }

            if (Current == '#' && (Position == LineStart || IsBlank(Text[Position - 1])))
            {
                SkipLine();
            }

            if (AtEnd)
            {
                return;
            }

            if (!IsBreak(Text[Position]))
            {
                if (entersLine)
                {
                    ContentStart = Position;
                    IsIndentedByTab = hasTab;
                }

                return;
            }

            SkipBreak();
            entersLine = true;
            _session.Tick();
        }
    }
}
