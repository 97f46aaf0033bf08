using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace HyperscaleSdk.Runtime;

/// <summary>A body of several parts (<c>multipart/form-data</c>). For generated code.</summary>
public sealed class ApiMultipart : MultipartContent
{
    /// <summary>Makes an empty body.</summary>
    /// <param name="mediaType">The media type, such as <c>multipart/form-data</c>.</param>
    public ApiMultipart(string mediaType = "multipart/form-data")
        : base((mediaType ?? throw new ArgumentNullException(nameof(mediaType)))[(mediaType.IndexOf('/', StringComparison.Ordinal) + 1)..])
    {
        // File names of parts are sent as UTF-8, as browsers do.
        HeaderEncodingSelector = static (_, _) => Encoding.UTF8;
    }

    /// <summary>The body, or <see langword="null"/> when it has no part: a body of no parts has no form that servers agree on, and some stop at it.</summary>
    public ApiMultipart? OrNothing => this.Any() ? this : null;

    /// <summary>Adds a text.</summary>
    /// <param name="name">The part's name.</param>
    /// <param name="value">The text; <see langword="null"/> adds nothing.</param>
    public void AddText(string name, string? value)
    {
        if (value is not null)
        {
            Add(name, new ByteArrayContent(Encoding.UTF8.GetBytes(value)), contentType: null, fileName: null);
        }
    }

    /// <summary>Adds a value that is written as JSON: a list as one part for each item, and texts in them without quotes.</summary>
    /// <param name="name">The part's name.</param>
    /// <param name="value">Writes the value.</param>
    /// <param name="contentType">The media type of the parts; <see langword="null"/> means plain text for simple values and JSON for objects.</param>
    public void AddValue(string name, Action<Utf8JsonWriter> value, string? contentType = null)
    {
        using var written = ParameterValue.Of(value);
        var whole = contentType?.Contains("json", StringComparison.OrdinalIgnoreCase) == true;
        foreach (var item in whole ? [written.Root] : ParameterValue.Items(written.Root))
        {
            var isObject = item.ValueKind is JsonValueKind.Object or JsonValueKind.Array;
            var text = whole || isObject ? item.GetRawText() : ParameterValue.Text(item);
            Add(name, new ByteArrayContent(Encoding.UTF8.GetBytes(text)), contentType ?? (isObject ? "application/json" : null), fileName: null);
        }
    }

    /// <summary>Adds a file.</summary>
    /// <param name="name">The part's name.</param>
    /// <param name="file">The file; <see langword="null"/> adds nothing.</param>
    /// <param name="contentType">The media type for a file that names none.</param>
    public void AddFile(string name, ApiFile? file, string? contentType = null)
    {
        if (file is not null)
        {
            Add(name, new StreamContent(file.Content), file.ContentType ?? contentType ?? "application/octet-stream", file.FileName);
        }
    }

    private void Add(string name, HttpContent part, string? contentType, string? fileName)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (contentType is not null)
        {
            part.Headers.TryAddWithoutValidation("Content-Type", contentType);
        }

        part.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"{Quoted(name)}\"" + (fileName is null ? "" : $"; filename=\"{Quoted(fileName)}\""));
        Add(part);
    }

    // As HTML's form submission escapes them.
    private static string Quoted(string text)
        => text.Replace("\"", "%22", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);
}
