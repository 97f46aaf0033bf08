using HyperscaleSdk.Cli;
using HyperscaleSdk.Cli.Output;

using var signals = new TerminationSignals();
return await CommandLine.RunAsync(args, CliConsole.OpenStandard(), signals.Token);
