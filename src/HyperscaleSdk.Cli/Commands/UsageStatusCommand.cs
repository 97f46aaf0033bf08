using System.CommandLine;
using HyperscaleSdk.Cli.Output;
using HyperscaleSdk.Cli.Usage;

namespace HyperscaleSdk.Cli.Commands;

/// <summary><c>usage status</c>: what a ledger holds, and whether it is whole. Writes nothing to the ledger.</summary>
internal sealed class UsageStatusCommand(CliConsole console)
{
    private readonly Option<string> _ledger = new("--ledger") { Description = "The usage ledger (SQLite).", HelpName = "file.db", Required = true };
    private readonly Option<bool> _json = new("--json") { Description = "Print one JSON document." };

    public Command Build()
    {
        var command = new Command("status", "Sums up a usage ledger and checks its hash chain.") { _ledger, _json };
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var path = parsed.GetRequiredValue(_ledger);
        if (!File.Exists(path))
        {
            throw new CliException(ExitCodes.Input, $"There is no usage ledger '{path}'. Check the path.");
        }

        // To look is not to settle: orphans are counted here and settled by whoever calls next.
        var options = new SqliteUsageLedgerOptions { CreateIfMissing = false, RecoverOnOpen = false };
        await using var ledger = await SqliteUsageLedger.OpenAsync(path, options, cancellationToken);
        var summary = await UsageSummary.ReadAsync(ledger, cancellationToken);
        if (parsed.GetValue(_json))
        {
            JsonOutput.Write(console.Out, json => UsageStatusJson.Write(json, summary));
        }
        else
        {
            UsageStatusText.Write(console.OpenTables(), summary);
        }

        if (summary.Chain.IsIntact)
        {
            return ExitCodes.Ok;
        }

        await console.Error.WriteLineAsync(TerminalText.OneLine($"The hash chain of '{path}' is broken. {summary.Chain.Problem}"));
        return ExitCodes.Ledger;
    }
}
