using System.Globalization;
using HyperscaleSdk.TestKit;

namespace HyperscaleSdk.Analyzers.Tests.Suite;

/// <summary>
/// Reads the snippets. The head of a file: <c>// kind: bad|good</c>, <c>// about: one line</c>, and if need be
/// <c>// property: Name=Value</c> (<c>OutputType=Exe</c>: a program) and <c>// policy:</c> with the policy in the comment lines after it. A line that ends in
/// <c>// expect: HSAI0001</c> (more ids after commas; <c>HSAI0001#1</c> marks alternatives) is where the diagnostic starts; <c>// expect above: …</c> speaks of the line before.
/// <c>// ---- file: Other.cs</c> begins another source file, one that does not end in <c>.cs</c> an additional file;
/// <c>// ---- project: Name</c> begins a project that the snippet's references.
/// </summary>
internal static class SuiteReader
{
    /// <summary>The folder with the suite of the personal-data flow.</summary>
    public const string Flow = "Suite";

    private const string Ending = ".cs.txt";
    private const string ProjectSeparator = "// ---- project: ";

    /// <summary>Sources that every snippet's project has.</summary>
    public static IReadOnlyList<(string Path, string Text)> Shared(string suite = Flow) => SharedIn(suite, "_shared");

    /// <summary>Sources of what a snippet's project references.</summary>
    public static IReadOnlyList<(string Path, string Text)> Packages(string suite = Flow) =>
        [.. SharedIn(suite, "_shared").Where(file => file.Path.EndsWith("/Usings.cs", StringComparison.Ordinal)), .. SharedIn(suite, "_shared/packages")];

    public static IReadOnlyList<SuiteCase> All(string suite = Flow) =>
        [.. Directory.EnumerateFiles(Folder(suite), "*" + Ending, SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(Read)];

    private static string Folder(string suite) => Path.Combine(RepositoryPaths.Root, "tests", "HyperscaleSdk.Analyzers.Tests", suite);

    private static IReadOnlyList<(string Path, string Text)> SharedIn(string suite, string folder) =>
        [.. Directory.EnumerateFiles(Path.Combine(Folder(suite), folder), "*.cs").Order(StringComparer.Ordinal)
            .Select(path => (folder + "/" + Path.GetFileName(path), File.ReadAllText(path)))];

    private static SuiteCase Read(string path)
    {
        var lines = File.ReadAllLines(path);
        var name = Path.GetFileName(path)[..^Ending.Length];
        var expectations = new List<SuiteExpectation>();
        var project = Array.FindIndex(lines, line => line.StartsWith(ProjectSeparator, StringComparison.Ordinal));
        var files = Split(project < 0 ? lines : lines[..project]);
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
            [.. Joined(files, isSource: true)],
            expectations,
            Head(lines, "// property: ").Select(pair => pair.Split('=', 2)).ToDictionary(pair => "build_property." + pair[0], pair => pair[1], StringComparer.OrdinalIgnoreCase),
            Policy(lines))
        {
            AdditionalFiles = [.. Joined(files, isSource: false)],
            Referenced = project < 0 ? [] : [.. Joined(Split(lines[(project + 1)..]), isSource: true)],
        };
    }

    private static IEnumerable<(string Path, string Text)> Joined(List<(string Path, List<string> Lines)> files, bool isSource) => files
        .Where(file => file.Path.EndsWith(".cs", StringComparison.Ordinal) == isSource)
        .Select(file => (file.Path, string.Join('\n', file.Lines)));

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
        const string MarkAbove = "// expect above: ";
        for (var i = 0; i < lines.Count; i++)
        {
            var mark = lines[i].Contains(MarkAbove, StringComparison.Ordinal) ? MarkAbove : Mark;
            var start = lines[i].LastIndexOf(mark, StringComparison.Ordinal);
            if (start < 0)
            {
                continue;
            }

            var line = mark == MarkAbove ? i : i + 1;
            foreach (var part in lines[i][(start + mark.Length)..].Split(',', StringSplitOptions.TrimEntries))
            {
                var hash = part.IndexOf('#', StringComparison.Ordinal);
                yield return hash < 0
                    ? new SuiteExpectation(path, line, part, 0)
                    : new SuiteExpectation(path, line, part[..hash], int.Parse(part[(hash + 1)..], CultureInfo.InvariantCulture));
            }
        }
    }
}
