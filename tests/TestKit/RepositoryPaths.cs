namespace HyperscaleSdk.TestKit;

/// <summary>Where the repository and the material beside it lie on the machine that runs the tests.</summary>
public static class RepositoryPaths
{
    /// <summary>The folder that holds <c>HyperscaleSdk.sln</c>.</summary>
    /// <exception cref="DirectoryNotFoundException">The tests do not run from within the repository.</exception>
    public static string Root { get; } = FindRoot();

    /// <summary>The folder of shared material beside the repository; null when it is absent.</summary>
    public static string? Shared { get; } = ExistingFolder(Path.Combine(Root, "..", "shared"));

    /// <summary>The folder of public API descriptions; null when it is absent, in which case a test that needs it says that it is skipped.</summary>
    public static string? Corpus { get; } = Shared is null ? null : ExistingFolder(Path.Combine(Shared, "corpus"));

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "HyperscaleSdk.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException("No folder above " + AppContext.BaseDirectory + " holds HyperscaleSdk.sln.");
    }

    private static string? ExistingFolder(string path)
    {
        var full = Path.GetFullPath(path);
        return Directory.Exists(full) ? full : null;
    }
}
