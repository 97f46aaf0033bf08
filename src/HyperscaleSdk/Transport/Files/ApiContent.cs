using System.Text;

namespace HyperscaleSdk.Runtime;

/// <summary>Bodies that are one text or one stream of bytes. For generated code.</summary>
public static class ApiContent
{
    /// <summary>A text.</summary>
    /// <param name="text">The text, sent as UTF-8; <see langword="null"/> sends no body.</param>
    /// <param name="contentType">The media type.</param>
    /// <returns>The content.</returns>
    public static HttpContent? Text(string? text, string contentType) => text is null ? null : Typed(new ByteArrayContent(Encoding.UTF8.GetBytes(text)), contentType);

    /// <summary>Bytes.</summary>
    /// <param name="bytes">The bytes, read once from where the stream stands; it stays the caller's to dispose. <see langword="null"/> sends no body.</param>
    /// <param name="contentType">The media type.</param>
    /// <returns>The content.</returns>
    public static HttpContent? Bytes(Stream? bytes, string contentType) => bytes is null ? null : Typed(new StreamContent(bytes), contentType);

    private static HttpContent Typed(HttpContent content, string contentType)
    {
        content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        return content;
    }
}
