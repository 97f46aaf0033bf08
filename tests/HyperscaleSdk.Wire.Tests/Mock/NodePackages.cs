using System.Globalization;
using HyperscaleSdk.TestKit;

namespace HyperscaleSdk.Wire.Tests.Mock;

/// <summary>Packages for Node.js, from the lock file in a folder beside these tests.</summary>
internal static class NodePackages
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>A folder beside these tests.</summary>
    public static string Folder(string name) => Path.Combine(RepositoryPaths.Root, "tests", "HyperscaleSdk.Wire.Tests", name);

    /// <summary>Installs the packages of a folder, unless they are there.</summary>
    /// <param name="name">The folder.</param>
    /// <param name="server">What is installed, for people.</param>
    /// <param name="oldest">The oldest major version of Node.js that it runs on.</param>
    /// <returns>Why it cannot be run; null when it can.</returns>
    public static async Task<string?> InstallAsync(string name, string server, int oldest)
    {
        using var deadline = new CancellationTokenSource(Patience);
        var folder = Folder(name);
        if (await Tool.RunAsync("node", ["--version"], folder, deadline.Token) is not { } version)
        {
            return $"Node.js is missing: {server} cannot be run.";
        }

        if (!int.TryParse(version.TrimStart('v').Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var major) || major < oldest)
        {
            return $"Node.js {version.Trim()} is too old: {server} needs {oldest.ToString(CultureInfo.InvariantCulture)} or later.";
        }

        // What npm writes last, so that a broken installation is not taken for a whole one.
        var isInstalled = File.Exists(Path.Combine(folder, "node_modules", ".package-lock.json"));
        var npm = OperatingSystem.IsWindows() ? "npm.cmd" : "npm";
        return isInstalled || await Tool.RunAsync(npm, ["ci", "--omit=dev", "--no-audit", "--no-fund"], folder, deadline.Token) is not null
            ? null
            : $"npm is missing or cannot install {server}.";
    }
}
