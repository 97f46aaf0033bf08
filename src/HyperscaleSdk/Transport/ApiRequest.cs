using System.Text;
using System.Text.Json;

namespace HyperscaleSdk.Runtime;

/// <summary>One request, ready to be sent. For generated code.</summary>
public sealed class ApiRequest
{
    private StringBuilder? _query;
    private List<KeyValuePair<string, string>>? _headers;

    /// <summary>Makes a request.</summary>
    /// <param name="method">The HTTP method.</param>
    /// <param name="path">The path relative to the base address, already escaped, for example <c>/v3/chat-completions/HCX-005</c>.</param>
    public ApiRequest(HttpMethod method, string path)
    {
        ArgumentNullException.ThrowIfNull(method);
        ArgumentNullException.ThrowIfNull(path);
        Method = method;
        Path = path;
    }

    /// <summary>The HTTP method.</summary>
    public HttpMethod Method { get; }

    /// <summary>The path relative to the base address, already escaped, without the query.</summary>
    public string Path { get; }

    /// <summary>The operation id of the specification.</summary>
    public required string Operation { get; init; }

    /// <summary>The operation as the ledger names it: <c>chat</c>, <c>embeddings</c>, or the operation id (the default).</summary>
    public string WireOperation { get => field ?? Operation; init; }

    /// <summary>The model that is asked for; <see langword="null"/> when the operation has none.</summary>
    public string? Model { get; init; }

    /// <summary>The JSON body; <see langword="null"/> when there is none or another property holds it.</summary>
    public IJsonWritable? Body { get; init; }

    /// <summary>Writes a JSON body that is not a model, such as an array; <see langword="null"/> when there is none.</summary>
    public Action<Utf8JsonWriter>? BodyWriter { get; init; }

    /// <summary>
    /// Sends the JSON body as a form (<c>application/x-www-form-urlencoded</c>), its lists in this style; <see langword="null"/> sends it as JSON.
    /// Objects within it are written with brackets.
    /// </summary>
    public ApiParameterStyle? FormStyle { get; init; }

    /// <summary>Members of the form that are written in a style of their own.</summary>
    public IReadOnlyList<(string Member, ApiParameterStyle Style)> FormStyles { get; init; } = [];

    /// <summary>
    /// Where this operation is served when that is not the provider's own address; <see langword="null"/> otherwise. It gives way to an address
    /// in the options: whoever sets one (an emulator, a gateway) wants all calls to go there.
    /// </summary>
    public string? Server { get; init; }

    /// <summary>A body that is neither JSON nor a form. It is sent once: never repeated after it may have been sent. The caller disposes it.</summary>
    public HttpContent? Content { get; init; }

    /// <summary>Whether the answer is a stream of server-sent events.</summary>
    public bool Streaming { get; init; }

    /// <summary>The media type that is asked for; by default <c>text/event-stream</c> when streaming, else <c>application/json</c>.</summary>
    public string Accept { get => field ?? (Streaming ? "text/event-stream" : "application/json"); init; }

    /// <summary>The most output tokens that the request allows; <see langword="null"/> when it sets no limit. Only for the ledger.</summary>
    public long? MaxOutputTokens { get; init; }

    internal IReadOnlyList<KeyValuePair<string, string>> Headers => _headers ?? (IReadOnlyList<KeyValuePair<string, string>>)[];

    internal string PathAndQuery => _query is null ? Path : Path + _query;

    /// <summary>Adds a parameter to the query.</summary>
    /// <param name="name">The name, not escaped.</param>
    /// <param name="value">The value, not escaped; <see langword="null"/> leaves the parameter out.</param>
    public void AddQuery(string name, string? value)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (value is null)
        {
            return;
        }

        AddPair(Uri.EscapeDataString(name), Uri.EscapeDataString(value));
    }

    /// <summary>Adds a parameter to the query that is a list or an object, or whose reserved characters are sent as they are.</summary>
    /// <param name="name">The name, not escaped.</param>
    /// <param name="style">How lists and objects are written.</param>
    /// <param name="value">Writes the value as JSON.</param>
    /// <param name="allowReserved">Whether reserved characters (<c>/</c>, <c>:</c> …) stay as they are.</param>
    public void AddQuery(string name, ApiParameterStyle style, Action<Utf8JsonWriter> value, bool allowReserved = false)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        using var written = ParameterValue.Of(value);
        foreach (var (key, text) in ParameterPairs.Of(name, written.Root, style, allowReserved ? ReservedText.Escape : Uri.EscapeDataString))
        {
            AddPair(key, text);
        }
    }

    /// <summary>Adds a header.</summary>
    /// <param name="name">The header's name.</param>
    /// <param name="value">The value; <see langword="null"/> leaves the header out.</param>
    /// <exception cref="ArgumentException">The value holds a line break, or characters other than ASCII.</exception>
    public void AddHeader(string name, string? value)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (value is null)
        {
            return;
        }

        if (value.AsSpan().ContainsAny('\r', '\n', '\0'))
        {
            throw new ArgumentException($"The value of the header '{name}' holds a line break.", nameof(value));
        }

        if (!Ascii.IsValid(value))
        {
            // HTTP has no rule how others would be read; the connection would be blamed for them.
            throw new ArgumentException($"The value of the header '{name}' holds characters other than ASCII, which a header cannot carry.", nameof(value));
        }

        (_headers ??= []).Add(new KeyValuePair<string, string>(name, value));
    }

    /// <summary>Adds a header that is a list or an object.</summary>
    /// <param name="name">The header's name.</param>
    /// <param name="style"><see cref="ApiParameterStyle.Simple"/>, <see cref="ApiParameterStyle.SimpleExploded"/> or <see cref="ApiParameterStyle.Json"/>.</param>
    /// <param name="value">Writes the value as JSON.</param>
    /// <exception cref="ArgumentException">The value holds a line break, or characters other than ASCII.</exception>
    public void AddHeader(string name, ApiParameterStyle style, Action<Utf8JsonWriter> value) => AddHeader(name, ApiPath.Plain(name, style, value, static text => text));

    /// <summary>Adds a cookie that is a list or an object.</summary>
    /// <param name="name">The name.</param>
    /// <param name="style">How lists and objects are written.</param>
    /// <param name="value">Writes the value as JSON.</param>
    public void AddCookie(string name, ApiParameterStyle style, Action<Utf8JsonWriter> value)
    {
        using var written = ParameterValue.Of(value);
        foreach (var (key, text) in ParameterPairs.Of(name, written.Root, style, Uri.EscapeDataString))
        {
            AddHeader("Cookie", key + "=" + text);
        }
    }

    /// <summary>Adds a cookie.</summary>
    /// <param name="name">The name.</param>
    /// <param name="value">The value; <see langword="null"/> is left out.</param>
    public void AddCookie(string name, string? value)
    {
        if (value is not null)
        {
            AddHeader("Cookie", name + "=" + Uri.EscapeDataString(value));
        }
    }

    private void AddPair(string name, string value)
    {
        _query ??= new StringBuilder();
        _query.Append(_query.Length == 0 && !Path.Contains('?', StringComparison.Ordinal) ? '?' : '&').Append(name).Append('=').Append(value);
    }
}
