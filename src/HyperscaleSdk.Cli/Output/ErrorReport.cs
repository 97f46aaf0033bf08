using Microsoft.Extensions.Options;

namespace HyperscaleSdk.Cli.Output;

/// <summary>Turns what went wrong into one line on standard error and an exit code.</summary>
internal static class ErrorReport
{
    private const int LongestProviderMessage = 500;

    public static int Write(CliConsole console, Exception exception, bool verbose, CancellationToken cancellationToken)
    {
        var (code, message) = Describe(exception, cancellationToken);
        console.Error.WriteLine(TerminalText.OneLine(message));
        if (verbose)
        {
            console.Error.WriteLine(TerminalText.Clean(exception.ToString()));
        }

        return code;
    }

    private static (int Code, string Message) Describe(Exception exception, CancellationToken cancellationToken) => exception switch
    {
        OperationCanceledException when cancellationToken.IsCancellationRequested => (ExitCodes.Cancelled, "Cancelled."),
        CliException cli => (cli.ExitCode, cli.Message),
        UsageLedgerException ledger => (ExitCodes.Ledger, ledger.Message),

        // Neither was sent: what has to change is on this side.
        HyperscaleException { StatusCode: null, ErrorCode: "missing_key" or "unsupported" } own => (ExitCodes.Usage, own.Message),
        HyperscaleException provider => (ExitCodes.Provider, WithProviderMessage(provider)),
        TimeoutException or HttpRequestException => (ExitCodes.Provider, exception.Message),
        OptionsValidationException options => (ExitCodes.Usage, options.Message),
        IOException or UnauthorizedAccessException => (ExitCodes.Input, exception.Message),
        _ => (ExitCodes.Defect, $"This is a defect of the command line: {exception.GetType().Name}: {exception.Message} Run it again with --verbose and report it."),
    };

    // The provider's text may repeat the prompt; it goes only here, to the terminal of the person who wrote the prompt.
    private static string WithProviderMessage(HyperscaleException exception)
        => string.IsNullOrWhiteSpace(exception.ProviderMessage)
            ? exception.Message
            : $"{exception.Message} The provider says: {TerminalText.Shorten(exception.ProviderMessage, LongestProviderMessage)}";
}
