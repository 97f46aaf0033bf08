using System.Buffers.Binary;

namespace HyperscaleSdk.Emulator.Conversation;

/// <summary>What the model sees of an image: enough that a test can tell one from another.</summary>
internal static class PictureNote
{
    public static string OfAddress(Uri address) => address.Host;

    /// <returns>For example <c>PNG 640×480</c>; null when it is no image of a known format.</returns>
    public static string? OfBytes(ReadOnlySpan<byte> image)
    {
        if (image.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G']))
            return image.Length < 24 ? "PNG" : Sized("PNG", BinaryPrimitives.ReadInt32BigEndian(image[16..]), BinaryPrimitives.ReadInt32BigEndian(image[20..]));
        if (image.StartsWith("BM"u8))
            return image.Length < 26 ? "BMP" : Sized("BMP", BinaryPrimitives.ReadInt32LittleEndian(image[18..]), BinaryPrimitives.ReadInt32LittleEndian(image[22..]));
        if (image.StartsWith("GIF8"u8))
            return image.Length < 10 ? "GIF" : Sized("GIF", BinaryPrimitives.ReadInt16LittleEndian(image[6..]), BinaryPrimitives.ReadInt16LittleEndian(image[8..]));
        if (image.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]))
            return "JPEG";
        return image.StartsWith("RIFF"u8) && image.Length >= 12 && image[8..].StartsWith("WEBP"u8) ? "WEBP" : null;
    }

    /// <summary>The bytes of Base64 with or without <c>data:…;base64,</c> before it; null when it is none.</summary>
    public static byte[]? Decode(string data)
    {
        var comma = data.StartsWith("data:", StringComparison.Ordinal) ? data.IndexOf(',', StringComparison.Ordinal) : -1;
        var base64 = data[(comma + 1)..];
        var bytes = new byte[(base64.Length / 4 * 3) + 3];
        return Convert.TryFromBase64String(base64, bytes, out var length) ? bytes[..length] : null;
    }

    private static string Sized(string format, int width, int height) => FormattableString.Invariant($"{format} {width}×{Math.Abs((long)height)}");
}
