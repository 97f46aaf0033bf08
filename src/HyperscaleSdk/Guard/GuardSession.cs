using System.Text;

namespace HyperscaleSdk;

/// <summary>
/// One guarded call. Its request is read twice: first everything is collected, so that a value is known wherever it stands; then
/// texts are rewritten. Calls share nothing but the key of the placeholder codes.
/// </summary>
internal sealed class GuardSession(GuardPolicy policy, PlaceholderCodes codes, string provider, string operation, bool isReversible)
{
    private readonly Lock _gate = new();
    private readonly PlaceholderTable _table = new(codes);
    private readonly KnownValues _known = new();
    private readonly FindingTally _tally = new(policy, provider, operation);
    private bool _isRewriting;

    public GuardPolicy Policy => policy;

    /// <summary>Reads a request, and rewrites it when something was found.</summary>
    /// <param name="request">The caller's request.</param>
    /// <param name="copy">Copies it with every text put through the session.</param>
    /// <exception cref="PersonalDataBlockedException">The request holds what must not be sent.</exception>
    public T Guard<T>(T request, Func<GuardSession, T, T> copy)
    {
        var copied = copy(this, request);
        if (_tally.IsBlocked)
        {
            throw _tally.Refusal();
        }

        // Also when nothing was found: what a tool returns while the call runs is rewritten at once.
        _isRewriting = true;
        if (!_tally.IsEmpty)
        {
            _tally.Clear();
            copied = copy(this, request);
            _tally.Tell();
        }

        return copied;
    }

    /// <summary>What was found so far; null when nothing was.</summary>
    public PersonalDataGuardReport? Report()
    {
        lock (_gate)
        {
            return _tally.Report();
        }
    }

    /// <summary>A text as it may be sent.</summary>
    /// <param name="text">The text; null stays null.</param>
    /// <param name="place">Where it stands.</param>
    /// <param name="key">The name it has as a value; null for a text of its own.</param>
    /// <param name="form">What it is used as.</param>
    [return: System.Diagnostics.CodeAnalysis.NotNullIfNotNull(nameof(text))]
    public string? Text(string? text, Place place, string? key = null, TextForm form = TextForm.Text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return text;
        }

        lock (_gate)
        {
            var spans = Find(text, key);
            return spans is null ? text : Apply(text, spans, place, form);
        }
    }

    /// <summary>Whether anything in a text is acted on.</summary>
    public bool Finds(string text, string? key)
    {
        lock (_gate)
        {
            return text.Length > 0 && Find(text, key) is not null;
        }
    }

    /// <summary>Texts that are sent as one: a value may begin in one and end in the next.</summary>
    public string[] Texts(string[] texts, Place place)
    {
        if (texts.Length < 2)
        {
            return texts.Length == 0 ? texts : [Text(texts[0], place)];
        }

        lock (_gate)
        {
            var spans = new List<GuardSpan>?[texts.Length];
            for (var i = 0; i < texts.Length; i++)
            {
                spans[i] = Find(texts[i], key: null);
            }

            var joined = string.Concat(texts);
            JoinedTexts.Divide(joined, Find(joined, key: null), texts, spans, policy);
            return [.. texts.Select((text, i) => spans[i] is { } found ? Apply(text, found, place, TextForm.Text) : text)];
        }
    }

    /// <summary>A name or an id, in which nothing can be replaced: what is found blocks the call.</summary>
    [return: System.Diagnostics.CodeAnalysis.NotNullIfNotNull(nameof(text))]
    public string? Fixed(string? text, Place place)
    {
        if (!string.IsNullOrEmpty(text))
        {
            lock (_gate)
            {
                if (Find(text, key: null) is { } spans)
                {
                    Refuse(spans, place);
                }
            }
        }

        return text;
    }

    /// <summary>The refusal of what cannot be rewritten where it stands.</summary>
    public PersonalDataBlockedException Refused(IEnumerable<PersonalDataFinding> findings)
    {
        lock (_gate)
        {
            foreach (var finding in findings)
            {
                _tally.Block(finding);
            }

            return _tally.Refusal();
        }
    }

    /// <summary>Something whose text cannot be read: refused, unless the options allow it.</summary>
    /// <exception cref="HyperscaleRequestException">The options do not allow it.</exception>
    public void Unreadable(Place place, string what)
    {
        if (!policy.AllowUnreadable)
        {
            throw new HyperscaleRequestException(
                $"Nothing was sent, because the personal-data guard cannot read a part of the request ({(place.Message is { } index ? $"message {index.ToString(System.Globalization.CultureInfo.InvariantCulture)}, " : string.Empty)}{place.Part}): {what}. Give it as text or JSON, or set PersonalDataGuardOptions.AllowUnreadable.")
            {
                Provider = provider,
                ErrorCode = "personal_data_unreadable",
            };
        }
    }

    /// <summary>Puts values back into a text of the answer.</summary>
    [return: System.Diagnostics.CodeAnalysis.NotNullIfNotNull(nameof(text))]
    public string? Restore(string? text, bool isJson = false) => text is null ? null : Restore(text, isJson, out _, isLast: true);

    /// <summary>Puts values back into a piece of a stream.</summary>
    public string Restore(string text, bool isJson, out string held, bool isLast)
    {
        lock (_gate)
        {
            return _table.Restore(text, isJson, out held, isLast);
        }
    }

    /// <summary>A session with the same policy whose findings and placeholders are its own.</summary>
    public GuardSession Apart() => new(policy, codes, provider, operation, isReversible: false);

    public IEnumerable<PersonalDataFinding> FindingsAt(Place place) => _tally.At(place);

    private List<GuardSpan>? Find(string text, string? key)
    {
        var spans = TextFindings.Find(text, key, policy);
        if (_isRewriting)
        {
            _known.Find(text, ref spans);
            if (spans is not null)
            {
                TextFindings.Merge(spans, policy);
            }
        }

        PlaceholderSyntax.CollectLiterals(text, _table.Literals);
        return spans;
    }

    private string Apply(string text, List<GuardSpan> spans, Place place, TextForm form)
    {
        Refuse(spans.FindAll(span => policy.ActionOf(span.Kind) == PersonalDataAction.Block), place);
        var rewritten = new StringBuilder(text.Length);
        var copied = 0;
        foreach (var span in spans)
        {
            rewritten.Append(text, copied, span.Start - copied);
            copied = span.End;
            var value = span.Whole ?? text[span.Start..span.End];
            if (value.Length == 0 || policy.ActionOf(span.Kind) == PersonalDataAction.Block)
            {
                continue;
            }

            _known.Add(value, span.Kind, policy);
            rewritten.Append(Replacement(span.Kind, value, form));
        }

        return _isRewriting ? rewritten.Append(text, copied, text.Length - copied).ToString() : text;
    }

    private string Replacement(PersonalDataKind kind, string value, TextForm form)
    {
        var action = isReversible && policy.ActionOf(kind) == PersonalDataAction.Placeholder ? PersonalDataAction.Placeholder : PersonalDataAction.Mask;
        _tally.Count(kind, action);
        if (!_isRewriting)
        {
            // Placeholders are given out only when all of the request has been read, and everything that looks like one is known.
            return string.Empty;
        }

        var replacement = action == PersonalDataAction.Placeholder || form == TextForm.Key
            ? _table.Of(kind, value, action == PersonalDataAction.Placeholder)
            : KindText.Mark(kind);
        return form != TextForm.Address ? replacement
            : action == PersonalDataAction.Placeholder ? _table.Escaped(replacement)
            : Uri.EscapeDataString(replacement);
    }

    private void Refuse(List<GuardSpan> spans, Place place)
    {
        foreach (var group in spans.Where(span => span.Whole is not { Length: 0 }).GroupBy(span => span.Kind))
        {
            _tally.Block(new PersonalDataFinding(group.Key, group.Count(), place.Message, place.Role, place.Part));
        }

        // At the second reading, or in what a tool returned meanwhile: there is no later moment to refuse it.
        if (_isRewriting && _tally.IsBlocked)
        {
            throw _tally.Refusal();
        }
    }
}
