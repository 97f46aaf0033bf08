namespace HyperscaleSdk.Generators.Tests.Corpus;

/// <summary>What became of one document.</summary>
/// <param name="Document">Its path within the corpus.</param>
/// <param name="Operations">Where its operations stand, counted without our model: the line and column of each method below <c>paths</c>.</param>
/// <param name="Generated">Operations that have a method.</param>
/// <param name="Skipped">Operations that were left out, each with its place and its reason.</param>
/// <param name="Failure">Why nothing was generated; null when something was.</param>
/// <param name="Problems">Errors and warnings of the compiler.</param>
/// <param name="GenerateTime">Milliseconds from text to C#.</param>
/// <param name="CompileTime">Milliseconds from C# to the compiler's verdict.</param>
internal sealed record CorpusRow(
    string Document,
    IReadOnlyList<CorpusPlace> Operations,
    int Generated,
    IReadOnlyList<CorpusSkip> Skipped,
    string? Failure,
    IReadOnlyList<CorpusProblem> Problems,
    long GenerateTime,
    long CompileTime)
{
    public int Errors => Problems.Count(problem => problem.IsError);

    public int Warnings => Problems.Count(problem => !problem.IsError);
}
