using System.CommandLine;
using HyperscaleSdk.Cli.Output;
using HyperscaleSdk.Cli.Policies;
using HyperscaleSdk.Policies;

namespace HyperscaleSdk.Cli.Commands;

/// <summary><c>policy check</c>: what is wrong with a policy, at line and column.</summary>
internal sealed class PolicyCheckCommand(CliConsole console)
{
    private const string OldRulePack = "HSAI0028";

    private readonly Argument<string?> _file = new("file") { Description = "The policy; default: hyperscale.policy.json here or above, up to the root of the repository.", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<string?> _date = new("--date") { Description = "The day by which things expire; default: today in Korea.", HelpName = "yyyy-MM-dd" };
    private readonly Option<string> _failOn = new("--fail-on") { Description = "The least severity that makes the exit code 1: error, warning or never.", DefaultValueFactory = static _ => "warning" };
    private readonly Option<bool> _json = new("--json") { Description = "Print one JSON document." };

    public Command Build()
    {
        _failOn.AcceptOnlyFromAmong("error", "warning", "never");
        _date.Validators.Add(static result =>
        {
            if (result.GetValueOrDefault<string?>() is { } text && !PolicyDate.TryParse(text, out _))
            {
                result.AddError($"'{text}' is no date. Write it as yyyy-MM-dd.");
            }
        });
        var command = new Command("check", "Says what is wrong with a policy, at its line.") { _file, _date, _failOn, _json };
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var path = parsed.GetValue(_file) ?? PolicyLocation.Find(Directory.GetCurrentDirectory())
            ?? throw new CliException(ExitCodes.Input, $"There is no {Policy.FileName} here or above, up to the root of the repository. 'hyperscale policy init' writes one.");
        var today = PolicyDate.TryParse(parsed.GetValue(_date), out var day) ? day : PolicyDate.InKorea(TimeProvider.System.GetUtcNow());
        var (policy, problems) = PolicyReader.Read(await PolicyText.ReadAsync(path, cancellationToken), today);
        var report = new PolicyReport(path, [.. problems, .. RulePack(policy, today)]);
        if (parsed.GetValue(_json))
        {
            JsonOutput.Write(console.Out, report.WriteJson);
        }
        else
        {
            report.Write(console.Out);
            await console.Out.FlushAsync(cancellationToken);
        }

        report.WriteSummary(console.Error);
        return parsed.GetRequiredValue(_failOn) switch
        {
            "error" when report.Errors > 0 => ExitCodes.Findings,
            "warning" when report.Errors + report.Warnings > 0 => ExitCodes.Findings,
            _ => ExitCodes.Ok,
        };
    }

    private static IEnumerable<PolicyProblem> RulePack(Policy? policy, PolicyDate today)
    {
        if (policy?.RulePack is { } pack && LawChanges.Between(pack, today) is { Count: > 0 } changes)
        {
            yield return new PolicyProblem(
                OldRulePack,
                PolicySeverity.Warning,
                policy.RulePackPlace,
                $"The policy knows the law of {pack}; since then: {string.Join("; ", changes.Select(change => $"{change.English} ({change.Date})"))}. Review the policy, then move 'rulePack' to today.",
                $"정책은 {pack} 기준입니다. 그 뒤 달라진 것: {string.Join("; ", changes.Select(change => $"{change.Korean}({change.Date})"))}. 정책을 검토한 뒤 'rulePack'을 오늘로 바꾸십시오.");
        }
    }
}
