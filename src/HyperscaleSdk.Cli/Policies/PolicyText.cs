using System.Text;
using HyperscaleSdk.Policies;

namespace HyperscaleSdk.Cli.Policies;

/// <summary>Reads the text of a policy file, no more of it than a policy may have.</summary>
internal static class PolicyText
{
    public static async Task<string> ReadAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            using var reader = new StreamReader(path, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true));
            var buffer = new char[PolicyReader.MaximumLength + 1];
            var length = await reader.ReadBlockAsync(buffer, cancellationToken);
            return new string(buffer, 0, length);
        }
        catch (DecoderFallbackException exception)
        {
            throw new CliException(ExitCodes.Input, $"'{path}' is not UTF-8. Save it as UTF-8.", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new CliException(ExitCodes.Input, $"The policy '{path}' cannot be read. Check that it exists and may be read.", exception);
        }
    }
}
