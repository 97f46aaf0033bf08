using System.CommandLine;
using System.Text;
using HyperscaleSdk.Cli.Output;
using HyperscaleSdk.Cli.Policies;
using HyperscaleSdk.Policies;

namespace HyperscaleSdk.Cli.Commands;

/// <summary><c>policy init</c>: writes a first policy that <c>policy check</c> has nothing against.</summary>
internal sealed class PolicyInitCommand(CliConsole console)
{
    private readonly PolicyInitOptions _options = new();
    private readonly Option<string> _output = new("--output", "-o") { Description = "The file that is written.", HelpName = "file", DefaultValueFactory = static _ => Policy.FileName };
    private readonly Option<bool> _force = new("--force") { Description = "Overwrite a file that is there." };
    private readonly Option<bool> _json = new("--json") { Description = "Print one JSON document." };

    public Command Build()
    {
        var command = new Command("init", "Writes a first hyperscale.policy.json; asks for what the options leave open, where somebody can answer.") { _output, _force, _json };
        _options.AddTo(command);
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var path = parsed.GetRequiredValue(_output);
        var mayOverwrite = parsed.GetValue(_force);
        if (!mayOverwrite && File.Exists(path))
        {
            throw new CliException(ExitCodes.Input, $"'{path}' is there already and stays as it is. Give '--force' to overwrite it, or '--output' another file.");
        }

        var draft = _options.Read(parsed);
        if (CliConsole.CanAsk && !parsed.GetValue(_json))
        {
            await new PolicyQuestions(console).CompleteAsync(draft, cancellationToken);
        }

        if (draft.Organisation is null)
        {
            throw new CliException(ExitCodes.Usage, "Whose policy is it? Give '--organisation <name>'.");
        }

        var today = PolicyDate.InKorea(TimeProvider.System.GetUtcNow());
        var text = PolicyDraftWriter.Write(draft, today);

        // The reader is the judge of every option, so that init and check cannot disagree.
        var problems = PolicyReader.Read(text, today).Problems;
        if (problems.Count > 0)
        {
            foreach (var problem in problems)
            {
                await console.Error.WriteLineAsync(TerminalText.OneLine($"{problem.Id}: {(PolicyReport.IsKorean ? problem.KoreanMessage : problem.Message)}"));
            }

            throw new CliException(ExitCodes.Usage, "Nothing was written: the options do not make a policy that 'policy check' accepts.");
        }

        await WriteAsync(path, text, mayOverwrite, cancellationToken);
        if (parsed.GetValue(_json))
        {
            JsonOutput.Write(console.Out, json => json.WriteString("path", path));
        }
        else
        {
            await console.Error.WriteLineAsync(TerminalText.OneLine($"{path} written. Next: fill in what is null, list your providers, and run 'hyperscale policy check'."));
        }

        return ExitCodes.Ok;
    }

    private static async Task WriteAsync(string path, string text, bool mayOverwrite, CancellationToken cancellationToken)
    {
        try
        {
            // CreateNew: a file that appeared since is not overwritten either.
            await using var stream = new FileStream(path, mayOverwrite ? FileMode.Create : FileMode.CreateNew, FileAccess.Write);
            await stream.WriteAsync(Encoding.UTF8.GetBytes(text), cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new CliException(ExitCodes.Input, $"'{path}' cannot be written. Check that its folder exists and may be written to.", exception);
        }
    }
}
