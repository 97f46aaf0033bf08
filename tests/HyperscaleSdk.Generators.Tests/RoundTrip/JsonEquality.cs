using System.Globalization;
using System.Text.Json;

namespace HyperscaleSdk.Generators.Tests.RoundTrip;

/// <summary>
/// Whether two JSON values say the same: the same members in any order, numbers, points in time and GUIDs by value. A null is as good as no member:
/// models do not keep the two apart.
/// </summary>
internal static class JsonEquality
{
    // Points in time are kept to 100 nanoseconds.
    private static readonly TimeSpan OneTick = TimeSpan.FromTicks(1);

    public static bool Same(JsonElement left, JsonElement right)
    {
        if (left.ValueKind != right.ValueKind)
        {
            return false;
        }

        return left.ValueKind switch
        {
            JsonValueKind.Object => SameMembers(left, right) && SameMembers(right, left),
            JsonValueKind.Array => left.GetArrayLength() == right.GetArrayLength() && left.EnumerateArray().Zip(right.EnumerateArray()).All(pair => Same(pair.First, pair.Second)),
            JsonValueKind.Number => JsonElement.DeepEquals(left, right) || left.GetSingle().Equals(right.GetSingle()),
            JsonValueKind.String => SameText(left.GetString()!, right.GetString()!),
            _ => true,
        };
    }

    private static bool SameMembers(JsonElement left, JsonElement right)
        => left.EnumerateObject().All(member => right.TryGetProperty(member.Name, out var other) ? Same(member.Value, other) : member.Value.ValueKind == JsonValueKind.Null);

    private static bool SameText(string left, string right)
        => left == right
            || (DateTimeOffset.TryParse(left, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var before) && DateTimeOffset.TryParse(right, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var after) && before.Offset == after.Offset && (before - after).Duration() <= OneTick)
            || (Guid.TryParseExact(left, "D", out var id) && Guid.TryParseExact(right, "D", out var same) && id == same);
}
