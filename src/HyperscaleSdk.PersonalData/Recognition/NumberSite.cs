namespace HyperscaleSdk.Recognition;

/// <summary>A number in a text, and what the words beside it say. The words are read once, and only when somebody asks.</summary>
/// <param name="text">The text behind the last match.</param>
/// <param name="start">Index of the number's first digit.</param>
/// <param name="carried">What the last match was: the number's label when no word stands between.</param>
/// <param name="alone">The text is one number and nothing else.</param>
internal ref struct NumberSite(ReadOnlySpan<char> text, int start, LabelKind carried, bool alone)
{
    private const int Beside = 4;

    private LabelKind _before;
    private ulong _beginnings;
    private bool _hasBeginnings;
    private int _gap = -1;

    public readonly ReadOnlySpan<char> Text = text;
    public readonly int Start = start;
    public readonly bool Alone = alone;
    public readonly DigitGroups Groups = new(text, start);

    /// <summary>The nearest label before the number.</summary>
    public LabelKind Before
    {
        get
        {
            if (_gap < 0)
            {
                Look();
            }

            return _before;
        }
    }

    /// <summary>A label says that the number is something else than a person's.</summary>
    public bool IsThing => Before is LabelKind.Thing or LabelKind.Corporate or LabelKind.Business;

    /// <summary>As <see cref="IsThing"/>, and the label stands directly before the number.</summary>
    public bool IsThingBeside => IsThing && _gap <= Beside;

    /// <summary>The digits go on a word or a code: <c>AB900101</c>, <c>RM-02-…</c>.</summary>
    public readonly bool IsAttached =>
        TextFold.IsAsciiLetter(Text, Start - 1) || (TextFold.At(Text, Start - 1) == '-' && TextFold.IsAsciiLetter(Text, Start - 2));

    /// <summary>The digits follow a decimal point or a thousands separator.</summary>
    public readonly bool IsFraction => TextFold.At(Text, Start - 1) is '.' or ',' && TextFold.IsDigit(Text, Start - 2);

    /// <summary>The nearest label before the number, or where there is none the one behind it, is of the kind.</summary>
    public bool IsLabelled(LabelKind kind, int end) =>
        IsBehind(kind) || (CanBeFollowed(end) && Before == LabelKind.None && IsFollowedBy(kind, end));

    /// <summary>The nearest label before the number is of the kind.</summary>
    public bool IsBehind(LabelKind kind)
    {
        if (_gap < 0 && carried != kind)
        {
            if (!_hasBeginnings)
            {
                _hasBeginnings = true;
                _beginnings = NumberLabels.Beginnings.Before(Text, Start);
            }

            if (!NumberLabels.Beginnings.May(_beginnings, kind))
            {
                return false;
            }
        }

        return Before == kind;
    }

    // The same characters that LabelWindow.After passes over or takes.
    private readonly bool CanBeFollowed(int end) =>
        TextFold.At(Text, end) is var next && (next is ' ' or '(' or ')' or '_' or '-' || TextFold.IsLatin(next) || TextFold.IsHangul(next));

    public readonly PersonalDataMatch Match(PersonalDataKind kind, int end, PersonalDataConfidence confidence) => new(kind, Start, end - Start, confidence);

    private readonly bool IsFollowedBy(LabelKind kind, int end)
    {
        Span<char> buffer = stackalloc char[LabelWindow.Reach];
        var window = LabelWindow.After(Text, end, buffer);
        for (var i = 1; i <= window.Length; i++)
        {
            if (NumberLabels.Table.TryMatch(window, i, out var label, out _) && label != LabelKind.Neutral)
            {
                return label == kind;
            }
        }

        return false;
    }

    private void Look()
    {
        Span<char> buffer = stackalloc char[LabelWindow.Reach];
        var window = LabelWindow.Before(Text, Start, buffer);
        for (var end = window.Length; end > 0; end--)
        {
            if (NumberLabels.Table.TryMatch(window, end, out _before, out _))
            {
                _gap = window.Length - end;
                return;
            }
        }

        // The redacted text has a mark there, of at most six letters, and it must be read as this text is.
        _before = window.LeftAtStart >= LongestMark ? carried : LabelKind.None;
        _gap = window.Length;
    }

    private const int LongestMark = 8;
}
