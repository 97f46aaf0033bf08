using System.Globalization;
using System.Text;

namespace HyperscaleSdk.Cli.Embedding;

/// <summary>Says where in a file of JSON lines something is wrong.</summary>
internal static class JsonLine
{
    /// <summary>The error at a byte of a line, as <c>file:line:column</c>.</summary>
    public static CliException Wrong(string path, long number, ReadOnlySpan<byte> line, long at, string problem, Exception? cause = null)
    {
        // Columns are characters, as editors count them.
        var column = Encoding.UTF8.GetCharCount(line[..(int)Math.Clamp(at, 0, line.Length)]) + 1;
        return new CliException(ExitCodes.Input, string.Create(CultureInfo.InvariantCulture, $"{path}:{number}:{column}: {problem}."), cause);
    }
}
