using System.Buffers;
using System.Text.Json;
using HyperscaleSdk.Emulator.Hosting;
using Microsoft.AspNetCore.Http;

namespace HyperscaleSdk.Emulator.Http;

/// <summary>Reads a request body as one JSON object, bounded in size.</summary>
internal static class JsonRequestBody
{
    /// <returns>The object; disposed with the request.</returns>
    /// <exception cref="RefusedException">Made by the two factories: too large, or not one well-formed JSON object.</exception>
    public static async Task<JsonElement> ReadAsync(EmulatedCall call, long limit, Func<RefusedException> tooLarge, Func<RefusedException> notJson)
    {
        var request = call.Http.Request;
        if (request.ContentLength > limit)
            throw tooLarge();

        var buffer = new ArrayBufferWriter<byte>();
        while (true)
        {
            var read = await request.Body.ReadAsync(buffer.GetMemory(16 * 1024), call.Ended).ConfigureAwait(false);
            if (read == 0)
                break;
            buffer.Advance(read);
            if (buffer.WrittenCount > limit)
                throw tooLarge();
        }

        return Parse(call.Http, buffer.WrittenMemory) ?? throw notJson();
    }

    private static JsonElement? Parse(HttpContext http, ReadOnlyMemory<byte> body)
    {
        try
        {
            if (!HasWholeText(body.Span))
                return null;
            var document = JsonDocument.Parse(body);
            http.Response.RegisterForDispose(document);
            return document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // An escaped lone surrogate or invalid UTF-8 is syntactically fine JSON, yet no text: find it here, once, rather than wherever a string is read.
    private static bool HasWholeText(ReadOnlySpan<byte> body)
    {
        var reader = new Utf8JsonReader(body);
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && !IsPlainAscii(reader.ValueSpan))
                    reader.GetString();
            }
        }
        catch (InvalidOperationException)
        {
            return false;
        }

        return true;
    }

    private static bool IsPlainAscii(ReadOnlySpan<byte> value)
        => System.Text.Ascii.IsValid(value) && !value.Contains((byte)'\\');
}
