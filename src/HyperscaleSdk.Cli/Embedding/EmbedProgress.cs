using System.Globalization;
using HyperscaleSdk.Cli.Output;
using Spectre.Console;

namespace HyperscaleSdk.Cli.Embedding;

/// <summary>Shows on standard error how far a file is: a bar on a terminal, else a line for each tenth of a long file.</summary>
internal sealed class EmbedProgress(CliConsole console, long total)
{
    private const long LongFile = 1000;

    /// <summary>Runs work that reports how many texts are done.</summary>
    public async Task<T> RunAsync<T>(Func<Action<long>, Task<T>> work)
    {
        if (console.OpenProgress() is not { } terminal)
        {
            return await work(Lines());
        }

        return await terminal.Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(async context =>
            {
                var bar = context.AddTask("embed", maxValue: Math.Max(total, 1));
                return await work(done => bar.Value = done);
            });
    }

    private Action<long> Lines()
    {
        var shown = 0L;
        return done =>
        {
            var tenth = total < LongFile ? 0 : done * 10 / total;
            if (tenth > shown)
            {
                shown = tenth;
                console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"embed: {done} of {total} texts ({tenth * 10}%)"));
            }
        };
    }
}
