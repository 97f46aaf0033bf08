using System.Text;

namespace HyperscaleSdk.Cli.Spec;

/// <summary>Reads documents and bindings from disk; what reads them further is pure.</summary>
internal static class SpecInput
{
    /// <returns>The text without its byte order mark.</returns>
    /// <exception cref="CliException">The file cannot be read.</exception>
    public static async Task<string> ReadTextAsync(string path, CancellationToken cancellationToken)
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
