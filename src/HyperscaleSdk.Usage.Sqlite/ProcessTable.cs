using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace HyperscaleSdk;

/// <summary>Knows which processes run on this machine.</summary>
internal static class ProcessTable
{
    private const char BootSeparator = '/';

    public static ReservationOwner Self()
    {
        using var process = Process.GetCurrentProcess();
        return new ReservationOwner(Environment.MachineName, BootOf(), process.Id, StartOf(process) ?? "");
    }

    public static OwnerState StateOf(ReservationOwner owner, ReservationOwner self)
    {
        if (!string.Equals(owner.Machine, self.Machine, StringComparison.OrdinalIgnoreCase))
        {
            return OwnerState.Unknown;
        }

        if (!string.Equals(owner.Boot, self.Boot, StringComparison.Ordinal))
        {
            // The same boot with another process-id namespace is another container: its processes cannot be seen from here.
            var boot = self.Boot.Split(BootSeparator)[0];
            return owner.Boot.StartsWith(boot + BootSeparator, StringComparison.Ordinal) ? OwnerState.Unknown : OwnerState.Dead;
        }

        return IsRunning(owner) ? OwnerState.Alive : OwnerState.Dead;
    }

    private static bool IsRunning(ReservationOwner owner)
    {
        try
        {
            using var process = Process.GetProcessById(owner.ProcessId);
            var start = StartOf(process);

            // A process that may not be looked at does exist: it is not this one's place to call it dead.
            return start is null || string.Equals(start, owner.Start, StringComparison.Ordinal);
        }
        catch (ArgumentException)
        {
            return false;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static string? StartOf(Process process)
    {
        if (OperatingSystem.IsLinux())
        {
            // Process.StartTime moves with the wall clock on Linux; the ticks since boot do not.
            return LinuxStartOf(process.Id);
        }

        try
        {
            return process.StartTime.ToUniversalTime().Ticks.ToString(CultureInfo.InvariantCulture);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    private static string? LinuxStartOf(int processId)
    {
        try
        {
            var stat = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{processId}/stat"));

            // The second field is the program's name in parentheses and may hold spaces; the start is field 22.
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            return fields[0] is "Z" or "X" ? "" : fields[19];
        }
        catch (IOException)
        {
            return "";
        }
        catch (UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static string BootOf()
    {
        if (!OperatingSystem.IsLinux())
        {
            return "";
        }

        try
        {
            var boot = File.ReadAllText("/proc/sys/kernel/random/boot_id").Trim();
            var processNamespace = new FileInfo("/proc/self/ns/pid").LinkTarget;
            return boot + BootSeparator + processNamespace;
        }
        catch (IOException)
        {
            return "";
        }
        catch (UnauthorizedAccessException)
        {
            return "";
        }
    }
}
