namespace HyperscaleSdk.Runtime;

/// <summary>A part of a message: text or an image. For generated code.</summary>
public sealed class WirePart
{
    private WirePart(string kind) => Kind = kind;

    /// <summary><c>text</c>, <c>imageUrl</c> or <c>imageData</c>.</summary>
    public string Kind { get; }

    /// <summary>The text; <see langword="null"/> unless the part is text.</summary>
    public string? Text { get; private init; }

    /// <summary>The image's address; <see langword="null"/> unless the part is an image by address.</summary>
    public string? Url { get; private init; }

    /// <summary>The image as <c>data:image/png;base64,…</c>; <see langword="null"/> unless the part is an image by value.</summary>
    public string? DataUri { get; private init; }

    /// <summary>The image as base64 without the prefix; <see langword="null"/> unless the part is an image by value.</summary>
    public string? Base64 => DataUri is null ? null : field ??= DataUri[(DataUri.IndexOf(',', StringComparison.Ordinal) + 1)..];

    /// <summary>The image's media type; <see langword="null"/> for text.</summary>
    public string? MediaType { get; private init; }

    internal static WirePart OfText(string text) => new("text") { Text = text };

    internal static WirePart OfImageUrl(string url, string? mediaType) => new("imageUrl") { Url = url, MediaType = mediaType };

    internal static WirePart OfImageData(string dataUri, string mediaType) => new("imageData") { DataUri = dataUri, MediaType = mediaType };
}
