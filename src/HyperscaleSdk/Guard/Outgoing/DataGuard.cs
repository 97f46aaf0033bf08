using System.Net.Mime;
using System.Text;
using Microsoft.Extensions.AI;

namespace HyperscaleSdk;

/// <summary>Data: text is read, whatever its media type is called; images, audio and other binary data are not.</summary>
internal static class DataGuard
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly string[] TextTypes = ["json", "xml", "yaml", "csv", "javascript", "sql", "x-www-form-urlencoded", "rtf", "x-sh", "toml"];

    public static AIContent Guard(GuardSession session, UriContent uri, Place place)
    {
        try
        {
            return Guard(session, new DataContent(uri.Uri, uri.MediaType), place);
        }
        catch (Exception exception) when (exception is ArgumentException or UriFormatException or FormatException)
        {
            session.Unreadable(place.In("data"), "a data address is malformed");
            return uri;
        }
    }

    public static DataContent Guard(GuardSession session, DataContent data, Place place)
    {
        place = place.In("data");
        session.Fixed(data.MediaType, place.In("media type"));
        return new DataContent(IsText(data.MediaType) ? Bytes(session, data, place) : data.Data, data.MediaType)
        {
            Name = session.Text(data.Name, place.In("data name")),
        };
    }

    private static ReadOnlyMemory<byte> Bytes(GuardSession session, DataContent data, Place place)
    {
        if (Decode(data) is not { } text)
        {
            session.Unreadable(place, "a text is in an unknown encoding");
            return data.Data;
        }

        var guarded = session.Text(text, place);
        return ReferenceEquals(text, guarded) ? data.Data : EncodingOf(data.MediaType)!.GetBytes(guarded);
    }

    private static string? Decode(DataContent data)
    {
        try
        {
            return EncodingOf(data.MediaType)?.GetString(data.Data.Span);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static Encoding? EncodingOf(string mediaType)
    {
        try
        {
            return new ContentType(mediaType).CharSet is { Length: > 0 } name && !string.Equals(name, "utf-8", StringComparison.OrdinalIgnoreCase)
                ? Encoding.GetEncoding(name, EncoderFallback.ReplacementFallback, DecoderFallback.ExceptionFallback)
                : Strict;
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException)
        {
            return null;
        }
    }

    private static bool IsText(string mediaType)
    {
        var type = mediaType.AsSpan(0, mediaType.IndexOf(';', StringComparison.Ordinal) is var end and >= 0 ? end : mediaType.Length);
        if (type.StartsWith("text/", StringComparison.OrdinalIgnoreCase) || type.StartsWith("message/", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        // image/svg+xml is text, too.
        foreach (var text in TextTypes)
        {
            if (type.EndsWith(text, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
