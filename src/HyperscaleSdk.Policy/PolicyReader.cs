using HyperscaleSdk.Policies.Reading;
using HyperscaleSdk.Specification.Text;

namespace HyperscaleSdk.Policies;

/// <summary>Reads a policy. Whatever the text is, this returns: what is wrong is told with its place.</summary>
public static class PolicyReader
{
    /// <summary>The longest text that is read, in UTF-16 units.</summary>
    public const int MaximumLength = 1_000_000;

    /// <summary>Reads a policy.</summary>
    /// <param name="text">The text of <c>hyperscale.policy.json</c>, with or without a byte order mark.</param>
    /// <param name="today">The day in Korea, to say what has expired; null to leave that out.</param>
    /// <returns>
    /// The policy, without the parts that are wrong; null when the text cannot be read at all. And everything that is wrong, in
    /// the order of the text.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public static (Policy? Policy, IReadOnlyList<PolicyProblem> Problems) Read(string text, PolicyDate? today = null)
    {
        if (text is null)
        {
            throw new ArgumentNullException(nameof(text));
        }

        if (text.Length > MaximumLength)
        {
            return (null, [TooLong()]);
        }

        var session = new ReadSession(Policy.FileName, text, CancellationToken.None);
        var document = session.Finish(new JsonReader(session).ReadDocument());
        var scope = new PolicyScope(document, today);
        foreach (var diagnostic in document.Diagnostics)
        {
            scope.Take(diagnostic);
        }

        var policy = session.Failed || document.Root is null ? null : RootReader.Read(scope, document.Root);
        return (policy, scope.Finish());
    }

    private static PolicyProblem TooLong() => new(
        PolicyProblemIds.LimitExceeded,
        PolicySeverity.Error,
        default,
        FormattableString.Invariant($"The policy is longer than {MaximumLength} characters and was not read: keep evidence in other files, and name them here."),
        FormattableString.Invariant($"정책이 {MaximumLength}자를 넘어 읽지 않았습니다. 증빙은 다른 파일에 두고 여기에는 그 경로만 적으십시오."));
}
