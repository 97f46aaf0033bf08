using System.Globalization;
using HyperscaleSdk.TestKit;

namespace HyperscaleSdk.Analyzers.Tests.Suite;

/// <summary>
/// Reads the snippets. The head of a file: <c>// kind: bad|good</c>, <c>// about: one line</c>, and if need be
/// <c>// property: Name=Value</c> (<c>OutputType=Exe</c>: a program) and <c>// policy:</c> with the policy in the comment lines after it. A line that ends in
/// <c>// expect: HSAI0001</c> (more ids after commas; <c>HSAI0001#1</c> marks alternatives) is where the diagnostic starts.
/// <c>// ---- file: Other.cs</c> begins another source file.
/// </summary>
internal static class SuiteReader
{
    private const string Ending = ".cs.txt";

    private static string Folder => Path.Combine(RepositoryPaths.Root, "tests", "HyperscaleSdk.Analyzers.Tests", "Suite");

    /// <summary>Sources that every snippet's project has.</summary>
    public static IReadOnlyList<(string Path, string Text)> Shared() => SharedIn("_shared");

    /// <summary>Sources of what a snippet's project references.</summary>
    public static IReadOnlyList<(string Path, string Text)> Packages() => [.. SharedIn("_shared").Where(file => file.Path.EndsWith("/Usings.cs", StringComparison.Ordinal)), .. SharedIn("_shared/packages")];

    public static IReadOnlyList<SuiteCase> All() =>
        [.. Directory.EnumerateFiles(Folder, "*" + Ending, SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(Read)];

    private static IReadOnlyList<(string Path, string Text)> SharedIn(string folder) =>
        [.. Directory.EnumerateFiles(Path.Combine(Folder, folder), "*.cs").Order(StringComparer.Ordinal)
            .Select(path => (folder + "/" + Path.GetFileName(path), File.ReadAllText(path)))];

    private static SuiteCase Read(string path)
    {
        var lines = File.ReadAllLines(path);
        var name = Path.GetFileName(path)[..^Ending.Length];
        var expectations = new List<SuiteExpectation>();
        var files = Split(lines);
        foreach (var (file, text) in files)
        {
            expectations.AddRange(Expectations(file, text));
        }

        return new SuiteCase(
            Path.GetFileName(Path.GetDirectoryName(path)!),
            name,
            Head(lines, "// kind: ").Single() switch
            {
                "bad" => true,
                "good" => false,
                var other => throw new FormatException($"{path}: kind {other}"),
            },
            [.. files.Select(file => (file.Path, string.Join('\n', file.Lines)))],
            expectations,
            Head(lines, "// property: ").Select(pair => pair.Split('=', 2)).ToDictionary(pair => "build_property." + pair[0], pair => pair[1], StringComparer.OrdinalIgnoreCase),
            Policy(lines));
    }

    private static IEnumerable<string> Head(string[] lines, string start) => lines
        .TakeWhile(line => line.StartsWith("//", StringComparison.Ordinal))
        .Where(line => line.StartsWith(start, StringComparison.Ordinal))
        .Select(line => line[start.Length..].Trim());

    private static string? Policy(string[] lines)
    {
        var start = Array.IndexOf(lines, "// policy:");
        return start < 0 ? null : string.Join('\n', lines.Skip(start + 1).TakeWhile(line => line.StartsWith("//  ", StringComparison.Ordinal)).Select(line => line[3..]));
    }

    private static List<(string Path, List<string> Lines)> Split(string[] lines)
    {
        const string Separator = "// ---- file: ";
        var files = new List<(string Path, List<string> Lines)> { ("Snippet.cs", []) };
        foreach (var line in lines)
        {
            if (line.StartsWith(Separator, StringComparison.Ordinal))
            {
                files.Add((line[Separator.Length..].Trim(), []));
            }
            else
            {
                files[^1].Lines.Add(line);
            }
        }

        return files;
    }

    private static IEnumerable<SuiteExpectation> Expectations(string path, List<string> lines)
    {
        const string Mark = "// expect: ";
        for (var i = 0; i < lines.Count; i++)
        {
            var start = lines[i].LastIndexOf(Mark, StringComparison.Ordinal);
            if (start < 0)
            {
                continue;
            }

            foreach (var part in lines[i][(start + Mark.Length)..].Split(',', StringSplitOptions.TrimEntries))
            {
                var hash = part.IndexOf('#', StringComparison.Ordinal);
                yield return hash < 0
                    ? new SuiteExpectation(path, i + 1, part, 0)
                    : new SuiteExpectation(path, i + 1, part[..hash], int.Parse(part[(hash + 1)..], CultureInfo.InvariantCulture));
            }
        }
    }
}
