using System.Text.Json;
using HyperscaleSdk.Emulator.Conversation;
using HyperscaleSdk.Emulator.Http;

namespace HyperscaleSdk.Emulator.ClovaStudio;

/// <summary>Content parts: text, or an image by URL or as Base64.</summary>
internal static class ClovaParts
{
    private const int MaximumImageBytes = 20 * 1024 * 1024;

    public static (string Text, IReadOnlyList<string> Pictures) Read(JsonElement parts, RequestFields message, ClovaModel model)
    {
        List<string> texts = [];
        List<string> pictures = [];
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
                    pictures.Add(DescribeImage(part));
                    break;
                default:
                    throw ClovaErrors.InvalidParameter("type", "a part is text or image_url.");
            }
        }

        return texts.Count + pictures.Count == 0
            ? throw ClovaErrors.InvalidParameter("content", "content has no part.")
            : (string.Join('\n', texts), pictures);
    }

    private static string DescribeImage(RequestFields part)
    {
        var url = part.Object("imageUrl");
        var data = part.Object("dataUri");
        if ((url is null) == (data is null))
            throw ClovaErrors.InvalidParameter("imageUrl", "exactly one of imageUrl and dataUri is needed.");
        if (url is { } link)
        {
            if (!Uri.TryCreate(part.Inner(link).Text("url"), UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
                throw ClovaErrors.ImageUrl();
            return PictureNote.OfAddress(uri);
        }

        return DescribeData(part.Inner(data!.Value).Text("data") ?? "");
    }

    // Observed clients send the Base64 both with and without the data: prefix.
    private static string DescribeData(string data)
    {
        if (data.Length / 4 * 3L > MaximumImageBytes + 100)
            throw ClovaErrors.ImageFileSize();
        return PictureNote.Decode(data) is { } bytes && PictureNote.OfBytes(bytes) is { } note && !note.StartsWith("GIF", StringComparison.Ordinal)
            ? note
            : throw ClovaErrors.ImageFormat();
    }
}
