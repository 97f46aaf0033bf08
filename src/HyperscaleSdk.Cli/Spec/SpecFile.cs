using System.Text;

namespace HyperscaleSdk.Cli.Spec;

/// <summary>Reads the files of a document.</summary>
internal static class SpecFile
{
    /// <summary>The text of a file.</summary>
    /// <exception cref="CliException">The file cannot be read.</exception>
    public static async Task<string> ReadAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            return await File.ReadAllTextAsync(path, Encoding.UTF8, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new CliException(ExitCodes.Input, $"'{path}' cannot be read. Check that the file exists and may be read.", exception);
        }
    }
}
