using System.CommandLine;
using System.CommandLine.Invocation;
using HyperscaleSdk.Cli.Commands;
using HyperscaleSdk.Cli.Output;

namespace HyperscaleSdk.Cli;

/// <summary>The command tree and how it is run: every way out is an exit code of <see cref="ExitCodes"/>.</summary>
internal static class CommandLine
{
    public static async Task<int> RunAsync(string[] args, CliConsole console, CancellationToken cancellationToken)
    {
        var verbose = new Option<bool>("--verbose") { Description = "Show the stack trace of a failure.", Recursive = true };
        var parsed = Build(console, verbose).Parse(args, new ParserConfiguration
        {
            // A prompt may begin with '@'; it must not be read as the name of a response file.
            ResponseFileTokenReplacer = null,
            EnablePosixBundling = false,
        });
        if (parsed.Action is ParseErrorAction)
        {
            foreach (var error in parsed.Errors)
            {
                await console.Error.WriteLineAsync(TerminalText.OneLine(error.Message));
            }

            return ExitCodes.Usage;
        }

        try
        {
            return await parsed.InvokeAsync(
                new InvocationConfiguration
                {
                    EnableDefaultExceptionHandler = false,
                    ProcessTerminationTimeout = null,
                    Output = console.Out,
                    Error = console.Error,
                },
                cancellationToken);
        }
        catch (Exception exception)
        {
            return ErrorReport.Write(console, exception, parsed.GetValue(verbose), cancellationToken);
        }
    }

    private static RootCommand Build(CliConsole console, Option<bool> verbose) => new("Korean AI suppliers from the command line: chat, embeddings, emulator, client generation, policy, usage ledger.")
    {
        verbose,
        new ChatCommand(console).Build(),
        new EmbedCommand(console).Build(),
        new EmulatorCommand(console).Build(),
        new Command("spec", "Works with OpenAPI documents.") { new SpecLintCommand(console).Build(), new SpecGenerateCommand(console).Build(), new SpecDocsCommand(console).Build(), new SpecTestCommand(console).Build() },
        new Command("policy", "Works with hyperscale.policy.json.") { new PolicyInitCommand(console).Build(), new PolicyCheckCommand(console).Build() },
        new Command("usage", "Reads a usage ledger.") { new UsageStatusCommand(console).Build() },
    };
}
