using Xunit;

namespace HyperscaleSdk.TestKit;

/// <summary>A Markdown file of the repository of which a part is written by a test; what stands outside of the part's marks is written by hand and kept.</summary>
public static class GeneratedDocument
{
    private const string UpdateVariable = "HYPERSCALE_UPDATE_DOCS";

    /// <summary>Whether the files are to be rewritten instead of compared.</summary>
    public static bool IsUpdating => Environment.GetEnvironmentVariable(UpdateVariable) is "1";

    /// <summary>Fails when the part differs from what it should be, and says how to rewrite it; rewrites it where the environment says so.</summary>
    /// <param name="path">The file, from the root of the repository, with forward slashes.</param>
    /// <param name="part">The name of the part in its marks.</param>
    /// <param name="expected">What should stand between the marks.</param>
    /// <param name="project">The test project that is to be run to rewrite it.</param>
    public static void ShouldHold(string path, string part, string expected, string project)
    {
        var file = Path.Combine(RepositoryPaths.Root, path);
        var (begin, end) = ($"<!-- {part}: generated, {UpdateVariable}=1 rewrites -->", $"<!-- end of {part} -->");
        var generated = $"{begin}\n\n{expected.Trim('\n')}\n\n{end}";
        var remedy = $"Run: {UpdateVariable}=1 dotnet test tests/{project}";
        if (!File.Exists(file))
        {
            Assert.True(IsUpdating, $"{path} is missing. {remedy}");
            File.WriteAllText(file, generated + "\n");
            return;
        }

        var text = File.ReadAllText(file).ReplaceLineEndings("\n");
        var (from, to) = (text.IndexOf(begin, StringComparison.Ordinal), text.IndexOf(end, StringComparison.Ordinal));
        Assert.True(from >= 0 && to > from, $"{path} lacks the marks '{begin}' and '{end}' around its generated part.");
        var actual = text[from..(to + end.Length)];
        if (IsUpdating)
        {
            if (!string.Equals(actual, generated, StringComparison.Ordinal))
            {
                File.WriteAllText(file, text[..from] + generated + text[(to + end.Length)..]);
            }

            return;
        }

        Assert.True(string.Equals(actual, generated, StringComparison.Ordinal), $"{path} does not say what it is generated from. {remedy}\n{FirstDifference(actual.Split('\n'), generated.Split('\n'))}");
    }

    private static string FirstDifference(string[] actual, string[] expected)
    {
        var line = Enumerable.Range(0, Math.Min(actual.Length, expected.Length)).FirstOrDefault(i => !string.Equals(actual[i], expected[i], StringComparison.Ordinal), Math.Min(actual.Length, expected.Length));
        return $"is:        {actual.ElementAtOrDefault(line) ?? "(the end)"}\nshould be: {expected.ElementAtOrDefault(line) ?? "(the end)"}";
    }
}
