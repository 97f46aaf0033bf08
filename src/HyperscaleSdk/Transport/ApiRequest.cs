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

    /// <summary>A body that is not JSON. It is sent once: never repeated after it may have been sent. The caller disposes it.</summary>
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

        _query ??= new StringBuilder();
        _query.Append(_query.Length == 0 && !Path.Contains('?', StringComparison.Ordinal) ? '?' : '&')
            .Append(Uri.EscapeDataString(name)).Append('=').Append(Uri.EscapeDataString(value));
    }

    /// <summary>Adds a header.</summary>
    /// <param name="name">The header's name.</param>
    /// <param name="value">The value; <see langword="null"/> leaves the header out.</param>
    /// <exception cref="ArgumentException">The value holds a line break.</exception>
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

        (_headers ??= []).Add(new KeyValuePair<string, string>(name, value));
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
}
