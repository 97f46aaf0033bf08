using System.Text.Json;
using HyperscaleSdk.Emulator.Text;

namespace HyperscaleSdk.Emulator.Tools;

/// <summary>Strings that fit a schema: by format first, then by what the property is called.</summary>
internal static class SchemaStrings
{
    private static readonly string[] Places =
        ["서울", "부산", "대구", "인천", "광주", "대전", "울산", "세종", "제주", "수원", "성남", "Seoul", "Busan", "Daegu", "Incheon", "Jeju", "Tokyo", "Paris", "London", "New York"];

    public static string Create(JsonElement schema, string name, PromptHints hints)
        => ByFormat(SchemaReading.Text(schema, "format")) ?? Fit(schema, ByName(name, hints));

    /// <summary>Stretches or cuts a text to <c>minLength</c> and <c>maxLength</c>.</summary>
    public static string Fit(JsonElement schema, string text)
    {
        if (SchemaReading.Count(schema, "maxLength") is { } maximum && text.Length > maximum)
            text = text[..(maximum > 0 && char.IsHighSurrogate(text[maximum - 1]) ? maximum - 1 : maximum)];
        if (SchemaReading.Count(schema, "minLength") is { } minimum and <= 10_000 && text.Length < minimum)
            text = text.PadRight(minimum, '.');
        return text;
    }

    private static string? ByFormat(string? format) => format switch
    {
        "date-time" => "2026-01-02T09:00:00+09:00",
        "date" => "2026-01-02",
        "time" => "09:00:00+09:00",
        "duration" => "PT30M",
        "email" => "hello@example.com",
        "hostname" => "example.com",
        "ipv4" => "192.0.2.1",
        "ipv6" => "2001:db8::1",
        "uuid" => "6f9619ff-8b86-4011-b42d-00c04fc964ff",
        "uri" or "url" => "https://example.com/",
        _ => null,
    };

    private static string ByName(string name, PromptHints hints)
    {
        if (Contains(name, "city") || Contains(name, "location") || Contains(name, "place") || Contains(name, "region"))
        {
            var place = Places.FirstOrDefault(place => hints.Text.Contains(place, StringComparison.OrdinalIgnoreCase));
            if (place is not null)
                return place;
        }

        if (Contains(name, "query") || Contains(name, "text") || Contains(name, "summary") || Contains(name, "answer") || Contains(name, "description"))
            return hints.Text;
        var index = (int)(StableHash.Of(name) % (ulong)Math.Max(1, hints.Keywords.Count));
        return hints.Keywords.Count == 0 ? hints.Text : hints.Keywords[Contains(name, "name") || Contains(name, "title") || Contains(name, "city") ? 0 : index];
    }

    private static bool Contains(string name, string part) => name.Contains(part, StringComparison.OrdinalIgnoreCase);
}
