using HyperscaleSdk.Specification.Text;

namespace HyperscaleSdk.Policies.Reading;

/// <summary>What one reading of one policy shares.</summary>
internal sealed class PolicyScope(SourceDocument document, PolicyDate? today)
{
    private const int MaximumProblems = 200;

    private readonly List<PolicyProblem> _problems = [];
    private bool _isFull;

    /// <summary>The day in Korea; null when not known.</summary>
    public PolicyDate? Today { get; } = today;

    public void Error(string id, SourceSpan span, string message, string koreanMessage) => Add(id, PolicySeverity.Error, span, message, koreanMessage);

    public void Warn(string id, SourceSpan span, string message, string koreanMessage) => Add(id, PolicySeverity.Warning, span, message, koreanMessage);

    /// <summary>Takes over what the reader of the text found.</summary>
    public void Take(SpecDiagnostic diagnostic)
    {
        var isError = diagnostic.Severity == SpecSeverity.Error;
        switch (diagnostic.Id)
        {
            case SpecDiagnosticIds.DuplicateKey:
                Error(PolicyProblemIds.DuplicateKey, diagnostic.Span, diagnostic.Message, diagnostic.KoreanMessage);
                break;
            case SpecDiagnosticIds.LimitExceeded:
                Error(PolicyProblemIds.LimitExceeded, diagnostic.Span, "The policy is nested too deeply and was not read.", "정책의 중첩이 너무 깊어 읽지 않았습니다.");
                break;
            default:
                Add(PolicyProblemIds.Unreadable, isError ? PolicySeverity.Error : PolicySeverity.Warning, diagnostic.Span, diagnostic.Message, diagnostic.KoreanMessage);
                break;
        }
    }

    public PolicySpan Place(SourceSpan span)
    {
        var start = document.GetPosition(span.Start);
        var end = document.GetPosition(span.End);
        return new PolicySpan(span.Start, span.Length, start.Line, start.Column, end.Line, end.Column);
    }

    public IReadOnlyList<PolicyProblem> Finish()
    {
        // Sorted stably: what is found at one place keeps its order.
        return _problems.OrderBy(problem => problem.Place.Start).ToArray();
    }

    private void Add(string id, PolicySeverity severity, SourceSpan span, string message, string koreanMessage)
    {
        if (_isFull)
        {
            return;
        }

        if (_problems.Count == MaximumProblems)
        {
            _isFull = true;
            message = FormattableString.Invariant($"More than {MaximumProblems} problems were found in this policy; this one and the following ones are not listed.");
            koreanMessage = FormattableString.Invariant($"이 정책에서 문제가 {MaximumProblems}개 넘게 발견되어 여기부터는 나열하지 않습니다.");
        }

        _problems.Add(new PolicyProblem(id, severity, Place(span), MessageText.OneLine(message), MessageText.OneLine(koreanMessage)));
    }
}
