using System.Globalization;
using System.Text.RegularExpressions;
using HyperscaleSdk.Cli.Tests.Support;
using HyperscaleSdk.TestKit;

namespace HyperscaleSdk.Cli.Tests;

public sealed partial class ExitCodeDocumentationTests
{
    [Fact]
    public void ExitCodes_Documented_AreThoseOfTheCode()
    {
        var source = File.ReadAllText(Path.Combine(RepositoryPaths.Root, "src", "HyperscaleSdk.Cli", "ExitCodes.cs"));
        var page = File.ReadAllText(Path.Combine(RepositoryPaths.Root, "docs", "cli.md"));

        var codes = Constant().Matches(source).Select(match => int.Parse(match.Groups["code"].Value, CultureInfo.InvariantCulture)).ToList();

        Assert.Equal([0, 1, 2, 3, 4, 5, 70, 130], codes);
        Assert.Equal(codes, TableRow().Matches(page).Select(match => int.Parse(match.Groups["code"].Value, CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task Help_Commands_AreThoseOfThePage()
    {
        var page = File.ReadAllText(Path.Combine(RepositoryPaths.Root, "docs", "cli.md"));

        foreach (var command in new[] { "chat", "embed", "emulator", "spec generate", "spec lint", "spec test", "policy init", "policy check", "usage status" })
        {
            var help = await CliProcess.RunAsync([.. command.Split(' '), "--help"]);

            Assert.True(help.ExitCode == 0, help.ToString());
            Assert.Contains($"`hyperscale {command}", page, StringComparison.Ordinal);
            Assert.Contains($"  hyperscale {command}", help.Output, StringComparison.Ordinal);
            foreach (Match option in OptionName().Matches(help.Output))
            {
                Assert.Contains(option.Value, page, StringComparison.Ordinal);
            }
        }
    }

    [GeneratedRegex(@"const int \w+ = (?<code>\d+);", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Constant();

    [GeneratedRegex(@"^\| (?<code>\d+) \|", RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex TableRow();

    [GeneratedRegex("--[a-z-]+", RegexOptions.NonBacktracking)]
    private static partial Regex OptionName();
}
