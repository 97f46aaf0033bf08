using System.Globalization;

namespace HyperscaleSdk.Fuzzing.Running;

/// <summary>Keeps the index of the case that runs in a file, for the case that takes the process down.</summary>
internal sealed class CaseMarker(string folder) : IDisposable
{
    private readonly FileStream _file = new(PathIn(folder), FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0);

    public void Write(int index)
    {
        _file.Position = 0;
        _file.Write(System.Text.Encoding.ASCII.GetBytes(index.ToString("D10", CultureInfo.InvariantCulture)));
    }

    public void Dispose() => _file.Dispose();

    /// <summary>The case that ran last; null when none did.</summary>
    public static int? Read(string folder)
        => File.Exists(PathIn(folder)) && int.TryParse(File.ReadAllText(PathIn(folder)), NumberStyles.Integer, CultureInfo.InvariantCulture, out var index) ? index : null;

    private static string PathIn(string folder) => Path.Combine(folder, "running.txt");
}
