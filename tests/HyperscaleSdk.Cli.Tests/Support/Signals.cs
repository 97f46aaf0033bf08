using System.Globalization;

namespace HyperscaleSdk.Cli.Tests.Support;

/// <summary>What this process has inherited of signals: a child cannot receive what its parent's shell has told it to ignore.</summary>
internal static class Signals
{
    private const int Interrupt = 2;

    /// <summary>Skips a test of a signal that cannot arrive here: on Windows, or SIGINT below a shell that runs its commands in the background.</summary>
    public static void SkipUnlessDelivered(string signal)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Signals are sent with kill.");
        Assert.SkipWhen(signal == "INT" && IsIgnored(Interrupt), "SIGINT is ignored by the shell that runs the tests (they run in its background).");
    }

    private static bool IsIgnored(int signal)
    {
        const string status = "/proc/self/status";
        var mask = File.Exists(status) ? File.ReadLines(status).FirstOrDefault(line => line.StartsWith("SigIgn:", StringComparison.Ordinal)) : null;
        return mask is not null && (ulong.Parse(mask.AsSpan(7).Trim(), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture) >> (signal - 1) & 1) == 1;
    }
}
