using System.Text.Json;
using HyperscaleSdk.Emulator.Http;

namespace HyperscaleSdk.Emulator.ClovaStudio;

/// <summary>Content parts: text, or an image by URL or as Base64.</summary>
internal static class ClovaParts
{
    private const int MaximumImageBytes = 20 * 1024 * 1024;

    public static (string Text, int Images) Read(JsonElement parts, RequestFields message, ClovaModel model)
    {
        List<string> texts = [];
        var images = 0;
        foreach (var element in parts.EnumerateArray())
        {
            if (element.ValueKind != JsonValueKind.Object)
                throw ClovaErrors.InvalidParameter("content", "a part must be an object.");
            var part = message.Inner(element);
            switch (part.Text("type"))
            {
                case "text":
                    texts.Add(part.Text("text") ?? throw ClovaErrors.InvalidParameter("text", "a text part needs text."));
                    break;
                case "image_url":
                    if (!model.SeesImages)
                        throw ClovaErrors.Unsupported("the model does not read images.");
                    CheckImage(part);
                    images++;
                    break;
                default:
                    throw ClovaErrors.InvalidParameter("type", "a part is text or image_url.");
            }
        }

        return texts.Count + images == 0
            ? throw ClovaErrors.InvalidParameter("content", "content has no part.")
            : (string.Join('\n', texts), images);
    }

    private static void CheckImage(RequestFields part)
    {
        var url = part.Object("imageUrl");
        var data = part.Object("dataUri");
        if ((url is null) == (data is null))
            throw ClovaErrors.InvalidParameter("imageUrl", "exactly one of imageUrl and dataUri is needed.");
        if (url is { } link)
        {
            if (!Uri.TryCreate(part.Inner(link).Text("url"), UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
                throw ClovaErrors.ImageUrl();
            return;
        }

        CheckData(part.Inner(data!.Value).Text("data") ?? "");
    }

    // Observed clients send the Base64 both with and without the data: prefix.
    private static void CheckData(string data)
    {
        var comma = data.StartsWith("data:", StringComparison.Ordinal) ? data.IndexOf(',', StringComparison.Ordinal) : -1;
        var base64 = data[(comma + 1)..];
        if (base64.Length / 4 * 3L > MaximumImageBytes + 2)
            throw ClovaErrors.ImageFileSize();
        var bytes = new byte[(base64.Length / 4 * 3) + 3];
        if (!Convert.TryFromBase64String(base64, bytes, out var length) || !IsKnownFormat(bytes.AsSpan(0, length)))
            throw ClovaErrors.ImageFormat();
    }

    private static bool IsKnownFormat(ReadOnlySpan<byte> image)
        => image.StartsWith("BM"u8)
            || image.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G'])
            || image.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])
            || (image.StartsWith("RIFF"u8) && image.Length >= 12 && image[8..].StartsWith("WEBP"u8));
}
