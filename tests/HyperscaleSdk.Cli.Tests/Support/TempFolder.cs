namespace HyperscaleSdk.Cli.Tests.Support;

/// <summary>A folder of a test's own, deleted with all that is in it.</summary>
internal sealed class TempFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hyperscale-cli-");

    public string Path => _folder.FullName;

    public string LedgerPath => File("ledger.db");

    public string File(string name) => System.IO.Path.Combine(_folder.FullName, name);

    public string Write(string name, string text)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(File(name))!);
        System.IO.File.WriteAllText(File(name), text);
        return File(name);
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
