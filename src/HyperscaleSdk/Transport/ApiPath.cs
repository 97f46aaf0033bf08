using System.Globalization;
using System.Text.Json;

namespace HyperscaleSdk.Runtime;

/// <summary>Turns values into segments of a path. For generated code.</summary>
public static class ApiPath
{
    /// <summary>Escapes a value so that it stays one segment: no value can add a segment or climb to a parent.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The escaped segment.</returns>
    /// <exception cref="ArgumentException">The value is empty, <c>.</c> or <c>..</c>: servers would see another path.</exception>
    public static string Escape(string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(value);
        if (value is "." or "..")
        {
            // Escaped dots are dots again for a URI parser, so there is no way to send them as a name.
            throw new ArgumentException("A path segment cannot be '.' or '..'.", nameof(value));
        }

        return Uri.EscapeDataString(value);
    }

    /// <summary>A list or an object as one segment of a path.</summary>
    /// <param name="name">The parameter's name, for <see cref="ApiParameterStyle.Matrix"/>.</param>
    /// <param name="style">How it is written.</param>
    /// <param name="value">Writes the value as JSON.</param>
    /// <returns>The escaped segment.</returns>
    /// <exception cref="ArgumentException">The segment would be empty, <c>.</c> or <c>..</c>: servers would see another path.</exception>
    public static string Escape(string name, ApiParameterStyle style, Action<Utf8JsonWriter> value)
    {
        var segment = Plain(name, style, value, Uri.EscapeDataString);
        return segment is "" or "." or ".." ? throw new ArgumentException($"The path parameter '{name}' cannot be empty, '.' or '..'.", nameof(value)) : segment;
    }

    /// <summary>The invariant text of a number.</summary>
    /// <param name="value">The number.</param>
    /// <returns>The text.</returns>
    public static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>The invariant text of a number.</summary>
    /// <param name="value">The number.</param>
    /// <returns>The text.</returns>
    public static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>The invariant text of a number.</summary>
    /// <param name="value">The number.</param>
    /// <returns>The text.</returns>
    public static string Text(decimal value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary><c>true</c> or <c>false</c>.</summary>
    /// <param name="value">The boolean.</param>
    /// <returns>The text.</returns>
    public static string Text(bool value) => value ? "true" : "false";

    /// <summary>The 36-character form of a GUID.</summary>
    /// <param name="value">The GUID.</param>
    /// <returns>The text.</returns>
    public static string Text(Guid value) => value.ToString("D", CultureInfo.InvariantCulture);

    /// <summary>A point in time (RFC 3339).</summary>
    /// <param name="value">The point in time.</param>
    /// <returns>The text.</returns>
    public static string Text(DateTimeOffset value) => value.ToString("O", CultureInfo.InvariantCulture);

    /// <summary>A date as <c>yyyy-MM-dd</c>.</summary>
    /// <param name="value">The date.</param>
    /// <returns>The text.</returns>
    public static string Text(DateOnly value) => value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The text itself.</summary>
    /// <param name="value">The text.</param>
    /// <returns>The same text.</returns>
    public static string Text(string value) => value;

    /// <summary>A URI as it was given.</summary>
    /// <param name="value">The URI.</param>
    /// <returns>The text.</returns>
    public static string Text(Uri value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value.OriginalString;
    }

    /// <summary>A value in one piece: the form that paths and headers share.</summary>
    internal static string Plain(string name, ApiParameterStyle style, Action<Utf8JsonWriter> value, Func<string, string> escape)
    {
        using var written = ParameterValue.Of(value);
        var root = written.Root;
        if (style == ApiParameterStyle.Json)
        {
            return escape(root.GetRawText());
        }

        var exploded = style is ApiParameterStyle.SimpleExploded or ApiParameterStyle.LabelExploded or ApiParameterStyle.MatrixExploded;
        var parts = root.ValueKind == JsonValueKind.Object
            ? ParameterValue.Members(root).Select(member => escape(member.Name) + (exploded ? "=" : ",") + escape(ParameterValue.Text(member.Value)))
            : ParameterValue.Items(root).Select(item => escape(ParameterValue.Text(item)));
        return style switch
        {
            ApiParameterStyle.Label => "." + string.Join(',', parts),
            ApiParameterStyle.LabelExploded => "." + string.Join('.', parts),
            ApiParameterStyle.Matrix => $";{escape(name)}={string.Join(',', parts)}",
            ApiParameterStyle.MatrixExploded when root.ValueKind == JsonValueKind.Object => ";" + string.Join(';', parts),
            ApiParameterStyle.MatrixExploded => string.Concat(parts.Select(part => $";{escape(name)}={part}")),
            _ => string.Join(',', parts),
        };
    }
}
