using System.Collections;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;

namespace HyperscaleSdk;

/// <summary>Values of any type as they may be sent: arguments and results of tools, additional properties.</summary>
internal static class ValueGuard
{
    // Deeper than any document; an object that holds itself ends here.
    private const int MaxDepth = 100;

    public static object? Guard(GuardSession session, object? value, string? key, Place place, int depth = 0)
    {
        if (depth > MaxDepth)
        {
            session.Unreadable(place, "a value is nested too deeply, or holds itself");
            return value;
        }

        return value switch
        {
            null or bool => value,
            string text => session.Text(text, place, key),
            JsonElement element => Element(session, element, key, place),
            JsonDocument document => Element(session, document.RootElement, key, place),
            JsonNode node => Element(session, JsonElement.Parse(node.ToJsonString()), key, place),
            AIContent content => ContentGuard.Guard(session, content, place, depth + 1),
            byte[] or ReadOnlyMemory<byte> => value,
            IEnumerable<AIContent> contents => contents.Select(content => ContentGuard.Guard(session, content, place, depth + 1)).ToList(),
            IEnumerable<KeyValuePair<string, object?>> entries => Entries(session, entries, place, depth),
            IEnumerable<KeyValuePair<string, string>> entries => Entries(session, entries.Select(entry => KeyValuePair.Create(entry.Key, (object?)entry.Value)), place, depth),
            IEnumerable<string> texts => texts.Select(text => session.Text(text, place, key)).ToArray(),
            IEnumerable<object?> items => items.Select(item => Guard(session, item, key, place, depth + 1)).ToList(),
            IFormattable scalar when IsScalar(value) => Scalar(session, scalar, key, place),
            Uri uri => AddressGuard.Guard(session, uri, place),
            _ => Serialised(session, value, key, place),
        };
    }

    /// <summary>The entries of a dictionary, names included.</summary>
    public static Dictionary<string, object?> Entries(GuardSession session, IEnumerable<KeyValuePair<string, object?>> entries, Place place, int depth = 0)
    {
        var guarded = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var (name, value) in entries)
        {
            guarded[session.Text(name, place, form: TextForm.Key)] = Guard(session, value, name, place, depth + 1);
        }

        return guarded;
    }

    public static AdditionalPropertiesDictionary? Properties(GuardSession session, AdditionalPropertiesDictionary? properties, Place place) =>
        properties is null ? null : new AdditionalPropertiesDictionary(Entries(session, properties, place.In("additional properties")));

    public static JsonElement Element(GuardSession session, JsonElement element, string? key, Place place) =>
        JsonRewriter.Rewrite(element, key, (text, name, isName) => session.Text(text, place, name, isName ? TextForm.Key : TextForm.Text));

    private static bool IsScalar(object value) =>
        value is byte or sbyte or short or ushort or int or uint or long or ulong or Int128 or UInt128 or Half or float or double or decimal
            or char or Guid or DateTime or DateTimeOffset or DateOnly or TimeOnly or TimeSpan or System.Numerics.BigInteger;

    private static object Scalar(GuardSession session, IFormattable value, string? key, Place place)
    {
        var text = value switch
        {
            DateTime or DateTimeOffset => value.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture),
            DateOnly => value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            double or float or Half => value.ToString("0.################", CultureInfo.InvariantCulture),
            _ => value.ToString(null, CultureInfo.InvariantCulture),
        };
        var guarded = session.Text(text, place, key);
        return ReferenceEquals(text, guarded) ? value : guarded;
    }

    // What is read is what is sent: the object itself might be written otherwise later.
    private static object? Serialised(GuardSession session, object value, string? key, Place place)
    {
        try
        {
            if (value is not Delegate and not Stream && AIJsonUtilities.DefaultOptions.TryGetTypeInfo(value.GetType(), out var type))
            {
                return Element(session, JsonSerializer.SerializeToElement(value, type), key, place);
            }
        }
        catch (Exception exception) when (exception is not HyperscaleException)
        {
            // The caller's own getters and converters run here; whatever they throw, the value cannot be read.
        }

        session.Unreadable(place, "a value cannot be written as JSON");
        return value;
    }
}
