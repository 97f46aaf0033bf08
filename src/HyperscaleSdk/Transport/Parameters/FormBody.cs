using System.Text;
using System.Text.Json;

namespace HyperscaleSdk.Runtime;

/// <summary>Writes a JSON object as <c>application/x-www-form-urlencoded</c>.</summary>
internal static class FormBody
{
    public const string MediaType = "application/x-www-form-urlencoded";

    /// <summary>The body's text.</summary>
    /// <param name="value">The object.</param>
    /// <param name="style">How its lists are written; its objects are always written with brackets unless a member says otherwise.</param>
    /// <param name="styles">Members that are written in another way.</param>
    public static string Of(JsonElement value, ApiParameterStyle style, IReadOnlyList<(string Member, ApiParameterStyle Style)> styles)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            throw new InvalidOperationException("A form has named members: its body has to be an object.");
        }

        var text = new StringBuilder();
        foreach (var member in ParameterValue.Members(value))
        {
            foreach (var (name, written) in ParameterPairs.Of(member.Name, member.Value, StyleOf(member, style, styles), Escape))
            {
                text.Append(text.Length == 0 ? "" : "&").Append(name).Append('=').Append(written);
            }
        }

        return text.ToString();
    }

    // Exploding an object would mix its members with those of the form.
    private static ApiParameterStyle StyleOf(JsonProperty member, ApiParameterStyle style, IReadOnlyList<(string Member, ApiParameterStyle Style)> styles)
    {
        foreach (var (name, own) in styles)
        {
            if (member.NameEquals(name))
            {
                return own;
            }
        }

        return member.Value.ValueKind == JsonValueKind.Object ? ApiParameterStyle.DeepObject : style;
    }

    private static string Escape(string text) => Uri.EscapeDataString(text).Replace("%20", "+", StringComparison.Ordinal);
}
