using System;
using System.Collections.Generic;
using System.Globalization;
using System.Threading;

namespace HyperscaleSdk.Specification.Text;

/// <summary>
/// What one reading of one text shares: tables, limits and diagnostics. The first error ends the reading: every loop looks at
/// <see cref="Failed"/>, and each open container is closed with what it has.
/// </summary>
internal sealed class ReadSession
{
    public const int MaximumDepth = 256;

    private const int LongestSharedText = 64;
    private const int MaximumWarnings = 1000;
    private const int TicksPerCheck = 256;

    private readonly SourceDocument _document;
    private readonly List<SpecDiagnostic> _diagnostics = [];
    private readonly CancellationToken _cancellationToken;
    private int _ticks;

    public ReadSession(string path, string text, CancellationToken cancellationToken)
    {
        _document = new SourceDocument(path, text);
        _cancellationToken = cancellationToken;
        Text = text;
        Containers = new ContainerBuilder(this);
    }

    public string Text { get; }

    public StringTable Strings { get; } = new();

    public TextBuffer Buffer { get; } = new();

    public ContainerBuilder Containers { get; }

    public bool Failed { get; private set; }

    public bool HitLimit { get; private set; }

    /// <summary>Number of open containers.</summary>
    public int Depth { get; private set; }

    /// <summary>The deepest level reached since it was last set.</summary>
    public int DeepestLevel { get; set; }

    /// <summary>Nodes made so far, those behind aliases counted each time.</summary>
    public long NodeCount { get; set; }

    /// <summary>Opens a container.</summary>
    /// <returns>False when it would be nested too deeply; the reading has failed then.</returns>
    public bool Enter(int position)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        if (Depth >= MaximumDepth)
        {
            FailLimit(
                new SourceSpan(position, 1),
                $"Values are nested deeper than {MaximumDepth} levels. Move the inner parts to components and refer to them.",
                $"값의 중첩이 {MaximumDepth}단계를 넘습니다. 안쪽 부분을 components로 옮기고 참조하십시오.");
            return false;
        }

        Depth++;
        DeepestLevel = Math.Max(DeepestLevel, Depth);
        return true;
    }

    public void Leave() => Depth--;

    /// <summary>To be called in every loop over something that grows with the text.</summary>
    public void Tick()
    {
        if (++_ticks >= TicksPerCheck)
        {
            _ticks = 0;
            _cancellationToken.ThrowIfCancellationRequested();
        }
    }

    public SpecNode CreateString(ReadOnlySpan<char> content, SourceSpan span)
    {
        NodeCount++;
        return SpecNode.String(content.Length <= LongestSharedText ? Strings.Intern(content) : content.ToString(), span);
    }

    public SpecNode CreateNumber(ReadOnlySpan<char> content, SourceSpan span)
    {
        NodeCount++;
        return SpecNode.Number(content.Length <= LongestSharedText ? Strings.Intern(content) : content.ToString(), span);
    }

    public SpecNode CreateBoolean(bool value, SourceSpan span)
    {
        NodeCount++;
        return SpecNode.Boolean(value, span);
    }

    public SpecNode CreateNull(SourceSpan span)
    {
        NodeCount++;
        return SpecNode.Null(span);
    }

    /// <summary>Ends the reading with an error, unless one ended it before.</summary>
    public void Fail(SourceSpan span, string message, string koreanMessage)
    {
        if (!Failed)
        {
            Failed = true;
            _diagnostics.Add(_document.Report(SpecDiagnosticIds.Unreadable, SpecSeverity.Error, span, message, koreanMessage));
        }
    }

    /// <summary>Ends the reading with an error about the word or character at a position.</summary>
    /// <param name="position">Where it stands.</param>
    /// <param name="expected">What was expected: a clause that ", found …" follows.</param>
    /// <param name="koreanExpected">The same in Korean: a clause that ends in "와야 하는데" or alike.</param>
    public void FailAt(int position, string expected, string koreanExpected)
    {
        var (found, koreanFound) = CharacterText.Describe(Text, position);
        Fail(CharacterText.SpanAt(Text, position), $"{expected}, found {found}.", $"{koreanExpected}, 여기 있는 것은 {koreanFound}입니다.");
    }

    public void FailLimit(SourceSpan span, string message, string koreanMessage)
    {
        if (!Failed)
        {
            Failed = true;
            HitLimit = true;
            _diagnostics.Add(_document.Report(SpecDiagnosticIds.LimitExceeded, SpecSeverity.Error, span, message, koreanMessage));
        }
    }

    /// <summary>Adds an error that the reading survives.</summary>
    public void Error(SourceSpan span, string message, string koreanMessage) =>
        Add(SpecDiagnosticIds.Unreadable, SpecSeverity.Error, span, message, koreanMessage);

    public void Warn(SourceSpan span, string message, string koreanMessage) =>
        Add(SpecDiagnosticIds.Unreadable, SpecSeverity.Warning, span, message, koreanMessage);

    public void WarnDuplicate(string name, SourceSpan earlier, SourceSpan later)
    {
        if (_diagnostics.Count > MaximumWarnings)
        {
            return;
        }

        var line = (_document.GetPosition(earlier.Start).Line + 1).ToString(CultureInfo.InvariantCulture);
        Add(
            SpecDiagnosticIds.DuplicateKey,
            SpecSeverity.Warning,
            later,
            $"The key {CharacterText.Quote(name)} stands in this mapping already, on line {line}. The value here is used and the earlier one is dropped: remove one of them.",
            $"이 매핑의 {line}번째 줄에 {CharacterText.Quote(name)} 키가 이미 있습니다. 여기의 값을 쓰고 앞의 값은 버립니다. 둘 중 하나를 지우십시오.");
    }

    public int LineOf(int offset) => _document.GetPosition(offset).Line + 1;

    public SourceDocument Finish(SpecNode? root)
    {
        // A duplicate is found when its mapping closes, which is after whatever was found inside of it.
        _diagnostics.Sort(static (left, right) => left.Span.Start.CompareTo(right.Span.Start));
        _document.Root = root;
        _document.Diagnostics = _diagnostics.ToArray();
        return _document;
    }

    private void Add(string id, SpecSeverity severity, SourceSpan span, string message, string koreanMessage)
    {
        if (_diagnostics.Count < MaximumWarnings)
        {
            _diagnostics.Add(_document.Report(id, severity, span, message, koreanMessage));
        }
        else if (_diagnostics.Count == MaximumWarnings)
        {
            _diagnostics.Add(_document.Report(
                id,
                severity,
                span,
                $"More than {MaximumWarnings} problems were found in this document; this one and the following ones are not listed.",
                $"이 문서에서 문제가 {MaximumWarnings}개 넘게 발견되어 여기부터는 나열하지 않습니다."));
        }
    }
}
