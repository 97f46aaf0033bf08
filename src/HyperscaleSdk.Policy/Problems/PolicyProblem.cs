namespace HyperscaleSdk.Policies;

/// <summary>Something wrong at one place of a policy. Equal by value.</summary>
/// <param name="Id">From <see cref="PolicyProblemIds"/>.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Place">The characters meant.</param>
/// <param name="Message">What is wrong and what to change, in English, on one line.</param>
/// <param name="KoreanMessage">The same in Korean.</param>
public sealed record PolicyProblem(string Id, PolicySeverity Severity, PolicySpan Place, string Message, string KoreanMessage);
