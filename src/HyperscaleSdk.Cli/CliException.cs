namespace HyperscaleSdk.Cli;

/// <summary>Ends a command with an exit code and one line that says what to change.</summary>
internal sealed class CliException(int exitCode, string message, Exception? innerException = null) : Exception(message, innerException)
{
    public int ExitCode { get; } = exitCode;
}
