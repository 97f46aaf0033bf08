using HyperscaleSdk.Policies;

namespace HyperscaleSdk.Cli.Policies;

/// <summary>Where the policy of a repository is.</summary>
internal static class PolicyLocation
{
    /// <summary>The nearest policy from a folder upward to the root of its repository; null when there is none.</summary>
    public static string? Find(string folder)
    {
        for (var current = new DirectoryInfo(folder); current is not null; current = current.Parent)
        {
            var file = Path.Combine(current.FullName, Policy.FileName);
            if (File.Exists(file))
            {
                return file;
            }

            if (IsRepository(current.FullName))
            {
                return null;
            }
        }

        return null;
    }

    // In a worktree .git is a file.
    private static bool IsRepository(string folder) => Directory.Exists(Path.Combine(folder, ".git")) || File.Exists(Path.Combine(folder, ".git"));
}
