using System.Text;
using HyperscaleSdk.Policies;

namespace HyperscaleSdk;

/// <summary>Reads <c>hyperscale.policy.json</c> for the running program.</summary>
public static class PolicyFile
{
    private const int MostProblems = 5;

    /// <summary>Reads a policy. What has expired is not told here: dates count when they are used.</summary>
    /// <param name="path">The file; a relative path starts at the folder of the program (<see cref="AppContext.BaseDirectory"/>).</param>
    /// <returns>The policy.</returns>
    /// <exception cref="InvalidOperationException">The file cannot be read, or something in it is wrong; the message names lines.</exception>
    public static Policy Load(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        var file = Path.GetFullPath(path, AppContext.BaseDirectory);
        string text;
        try
        {
            text = File.ReadAllText(file, Encoding.UTF8);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InvalidOperationException($"The policy '{file}' cannot be read: {exception.Message}", exception);
        }

        var (policy, problems) = PolicyReader.Read(text);
        var errors = problems.Where(problem => problem.Severity == PolicySeverity.Error).ToList();

        // A wrong part has no effect, and would be missed only when it should have stopped something: better at the start.
        return errors.Count == 0 && policy is not null
            ? policy
            : throw new InvalidOperationException($"The policy '{file}' is wrong. Correct it (hyperscale policy check tells all):{string.Concat(errors.Take(MostProblems).Select(Line))}");
    }

    /// <summary>The policy beside the program; null when there is none.</summary>
    internal static Policy? LoadBesideProgram() => File.Exists(Path.Combine(AppContext.BaseDirectory, Policy.FileName)) ? Load(Policy.FileName) : null;

    private static string Line(PolicyProblem problem) =>
        FormattableString.Invariant($"{Environment.NewLine}  {problem.Id} at line {problem.Place.StartLine + 1}: {problem.Message}");
}
