namespace HyperscaleSdk.Runtime;

/// <summary>
/// A rough count of tokens from a size. The rule: three UTF-8 bytes make a token. Korean syllables take three bytes and about a
/// token each; English takes four to five bytes a token, and the JSON around the text makes up for the difference.
/// </summary>
internal static class TokenEstimate
{
    private const int BytesPerToken = 3;

    public static long FromBytes(long utf8Bytes) => (Math.Max(utf8Bytes, 0) + BytesPerToken - 1) / BytesPerToken;
}
