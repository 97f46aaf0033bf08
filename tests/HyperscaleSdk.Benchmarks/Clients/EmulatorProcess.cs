using System.Diagnostics;
using HyperscaleSdk.Emulator;

namespace HyperscaleSdk.Benchmarks.Clients;

/// <summary>The emulator in a process of its own: this program again, in its mode <c>--serve</c>.</summary>
internal sealed class EmulatorProcess : IDisposable
{
    private readonly Process _process;

    private EmulatorProcess(Process process, Uri address)
    {
        _process = process;
        Address = address;
    }

    public Uri Address { get; }

    public static EmulatorProcess Start()
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
        {
            start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "HyperscaleSdk.Benchmarks.dll"));
        }

        start.ArgumentList.Add("--serve");
        var process = Process.Start(start)!;
        return new EmulatorProcess(process, new Uri(process.StandardOutput.ReadLine()!));
    }

    /// <summary>The mode <c>--serve</c>: runs until its input ends.</summary>
    public static async Task<int> ServeAsync()
    {
        await using var host = await EmulatorHost.StartAsync();
        await Console.Out.WriteLineAsync(host.GetBaseUrl("upstage").AbsoluteUri);
        await Console.In.ReadToEndAsync();
        return 0;
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }
}
