using HyperscaleSdk.Fuzzing.Running;
using HyperscaleSdk.Fuzzing.Trees;
using HyperscaleSdk.Specification.Text;

namespace HyperscaleSdk.Fuzzing.Checks;

/// <summary>Everything that has to hold for a case, whatever its text is.</summary>
internal static class CaseCheck
{
    // Work is measured in allocated bytes, which are the same on a busy machine. In 30,000 cases the most was 26 MB, and 1,600 bytes per
    // character beyond the first 10 MB.
    private const long FreeBytes = 64_000_000;
    private const long BytesPerCharacter = 5_000;

    private static readonly string[] Unread = ["HSAI1001", "HSAI1002", "HSAI1003"];

    /// <summary>Checks a case.</summary>
    /// <param name="fuzzCase">The case.</param>
    /// <param name="isCompiled">Whether the output is compiled as well, which takes longer than all the rest.</param>
    /// <param name="cancellationToken">Ends a case that runs away; that is a failure of the case.</param>
    public static CaseResult Run(FuzzCase fuzzCase, bool isCompiled, CancellationToken cancellationToken)
    {
        PipelineOutcome? outcome = null;
        var failures = new List<CaseFailure>();
        try
        {
            outcome = Pipeline.Run(fuzzCase.Input, cancellationToken);
            failures.AddRange(Judge(fuzzCase, outcome, cancellationToken).OfType<CaseFailure>());
            if (isCompiled && outcome.Plan is not null && !failures.Exists(failure => failure.Signature is "text became code" || failure.Signature.StartsWith("syntax", StringComparison.Ordinal))
                && CompileCheck.Run(fuzzCase.Input, outcome.Files, cancellationToken) is { } failure)
            {
                failures.Add(failure);
            }
        }
        catch (OperationCanceledException exception)
        {
            failures.Add(new CaseFailure("runs away: " + ThrownBy.Frame(exception.ToString()), exception.ToString()));
        }
        catch (Exception exception)
        {
            failures.Add(new CaseFailure($"throws: {exception.GetType().Name} in {ThrownBy.Frame(exception.ToString())}", exception.ToString()));
        }

        return new CaseResult(outcome, failures);
    }

    private static IEnumerable<CaseFailure?> Judge(FuzzCase fuzzCase, PipelineOutcome outcome, CancellationToken cancellationToken)
    {
        var input = fuzzCase.Input;
        yield return CheckCrash(input, outcome, cancellationToken);
        yield return DiagnosticCheck.Run(input, outcome.Diagnostics);
        yield return CheckWork(input, outcome);
        yield return CheckRepetition(outcome, Pipeline.Run(input, cancellationToken));
        yield return CodeCheck.CheckNames(outcome.Files);
        yield return CodeCheck.Run(outcome.Files, cancellationToken);
        yield return CheckOtherFormat(fuzzCase, outcome, cancellationToken);
    }

    private static CaseFailure? CheckCrash(FuzzInput input, PipelineOutcome outcome, CancellationToken cancellationToken)
    {
        if (outcome.Diagnostics.FirstOrDefault(diagnostic => diagnostic.Id == "HSAI1017") is not { } crash)
        {
            return null;
        }

        var trace = ThrownBy.FirstOf(() => Pipeline.Run(input, cancellationToken))?.ToString() ?? "";
        return new CaseFailure($"HSAI1017: {ThrownBy.Frame(trace)}", crash.Message + "\n" + trace);
    }

    private static CaseFailure? CheckWork(FuzzInput input, PipelineOutcome outcome)
        => outcome.AllocatedBytes > FreeBytes + (BytesPerCharacter * input.Length)
            ? new CaseFailure("too much work", FormattableString.Invariant($"{outcome.AllocatedBytes} bytes allocated for {input.Length} characters"))
            : null;

    private static CaseFailure? CheckRepetition(PipelineOutcome first, PipelineOutcome second)
    {
        if (!Equals(first.Plan, second.Plan) || first.Plan?.GetHashCode() != second.Plan?.GetHashCode())
        {
            return new CaseFailure("not repeatable: plan", "The same text gave two plans that are not equal.");
        }

        if (!first.Diagnostics.SequenceEqual(second.Diagnostics))
        {
            return new CaseFailure("not repeatable: diagnostics", string.Join('\n', first.Diagnostics.Except(second.Diagnostics)));
        }

        return first.Files.SequenceEqual(second.Files) ? null : new CaseFailure("not repeatable: output", string.Join('\n', first.Files.Except(second.Files).Select(file => file.Name)));
    }

    // JSON and YAML are two ways to write one document. Where the texts say the same, so must the code.
    private static CaseFailure? CheckOtherFormat(FuzzCase fuzzCase, PipelineOutcome outcome, CancellationToken cancellationToken)
    {
        if (fuzzCase.IsTextChanged || fuzzCase.Index % 8 != 0 || outcome.Diagnostics.Any(IsUnread) || !PlainTree.IsPlain(fuzzCase.Spec))
        {
            return null;
        }

        var other = Pipeline.Run(fuzzCase.InOtherFormat(), cancellationToken);
        if (other.Diagnostics.FirstOrDefault(IsUnread) is { } unread)
        {
            return new CaseFailure("format: read in one and not in the other", unread.ToString());
        }

        if (!outcome.Diagnostics.Select(diagnostic => diagnostic.Id).SequenceEqual(other.Diagnostics.Select(diagnostic => diagnostic.Id)))
        {
            return new CaseFailure("format: other diagnostics", string.Join('\n', outcome.Diagnostics.Concat(other.Diagnostics)));
        }

        return outcome.Files.SequenceEqual(other.Files) ? null : new CaseFailure("format: other code", string.Join('\n', outcome.Files.Except(other.Files).Select(file => file.Name)));
    }

    private static bool IsUnread(SpecDiagnostic diagnostic) => Unread.Contains(diagnostic.Id) && diagnostic.Path.StartsWith("openapi", StringComparison.Ordinal);
}
