using System.ComponentModel;
using System.Diagnostics;

namespace HyperscaleSdk.Wire.Tests.Mock;

/// <summary>Runs a program of the machine to its end.</summary>
internal static class Tool
{
    /// <summary>What it printed; null when there is no such program, it failed, or it took too long.</summary>
    public static async Task<string?> RunAsync(string program, string[] arguments, string folder, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        try
        {
            using var process = Process.Start(start)!;
            try
            {
                var errors = process.StandardError.ReadToEndAsync(cancellationToken);
                var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
                await errors;
                await process.WaitForExitAsync(cancellationToken);
                return process.ExitCode == 0 ? output : null;
            }
            finally
            {
                if (!process.HasExited)
                {
                    process.Kill(entireProcessTree: true);
                }
            }
        }
        catch (Win32Exception)
        {
            return null;
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }
}
