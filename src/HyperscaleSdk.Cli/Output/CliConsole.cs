using System.Text;
using Spectre.Console;

namespace HyperscaleSdk.Cli.Output;

/// <summary>The three standard streams, in UTF-8, and what may be written to them.</summary>
internal sealed class CliConsole
{
    private const int RedirectedWidth = 160;

    private readonly bool _isOutRich;

    private CliConsole(TextWriter output, TextWriter error, bool isOutRich, bool isErrorInteractive)
    {
        Out = output;
        Error = error;
        _isOutRich = isOutRich;
        IsErrorInteractive = isErrorInteractive;
    }

    /// <summary>Data: the answer, the table, the one JSON document.</summary>
    public TextWriter Out { get; }

    /// <summary>Messages and progress.</summary>
    public TextWriter Error { get; }

    /// <summary>Whether somebody watches standard error, so that progress may be shown.</summary>
    public bool IsErrorInteractive { get; }

    public static CliConsole OpenStandard()
    {
        try
        {
            Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        }
        catch (IOException)
        {
            // A process without a console has no code page to set; its streams are UTF-8 in any case.
        }

        return new CliConsole(
            Console.Out,
            Console.Error,
            isOutRich: !Console.IsOutputRedirected && AllowsColor(),
            isErrorInteractive: !Console.IsErrorRedirected);
    }

    /// <summary>Whether somebody sits at standard input and can be asked.</summary>
    public static bool CanAsk => !Console.IsInputRedirected;

    /// <summary>Asks a question on standard error and reads one line.</summary>
    /// <returns>The answer without blanks around it; null when it is empty or when the input has ended.</returns>
    public async Task<string?> AskAsync(string question, CancellationToken cancellationToken)
    {
        await Error.WriteAsync((question + " ").AsMemory(), cancellationToken);
        await Error.FlushAsync(cancellationToken);

        // A read of a terminal cannot be cancelled: on Ctrl+C it is left behind with the process.
        var answer = await Task.Run(Console.In.ReadLine, cancellationToken).WaitAsync(cancellationToken);
        return string.IsNullOrWhiteSpace(answer) ? null : answer.Trim();
    }

    /// <summary>Reads standard input to its end, as UTF-8.</summary>
    public async Task<string> ReadInputAsync(CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(Console.OpenStandardInput(), Encoding.UTF8);

        // A read of a terminal cannot be cancelled: on Ctrl+C it is left behind with the process.
        return await Task.Run(reader.ReadToEnd, cancellationToken).WaitAsync(cancellationToken);
    }

    /// <summary>Standard output for tables: colours only on a terminal that wants them.</summary>
    public IAnsiConsole OpenTables()
    {
        var tables = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = _isOutRich ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = _isOutRich ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(Out),
        });
        tables.Profile.Capabilities.Unicode = true;
        if (Console.IsOutputRedirected)
        {
            tables.Profile.Width = RedirectedWidth;
        }

        return tables;
    }

    /// <summary>Standard error for a progress bar; null when nobody watches, or when the terminal cannot draw one.</summary>
    public IAnsiConsole? OpenProgress() => !IsErrorInteractive || IsDumb() ? null : AnsiConsole.Create(new AnsiConsoleSettings
    {
        Ansi = AnsiSupport.Yes,
        ColorSystem = AllowsColor() ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
        Interactive = InteractionSupport.Yes,
        Out = new AnsiConsoleOutput(Error),
    });

    private static bool AllowsColor() => string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) && !IsDumb();

    private static bool IsDumb() => string.Equals(Environment.GetEnvironmentVariable("TERM"), "dumb", StringComparison.Ordinal);
}
