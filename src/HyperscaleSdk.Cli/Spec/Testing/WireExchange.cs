using System.Net.Http.Headers;
using System.Text;

namespace HyperscaleSdk.Cli.Spec.Testing;

/// <summary>A request as it was sent, and what came back.</summary>
internal sealed class WireExchange(string method, string path, string sent)
{
    private const int Kept = 1024 * 1024;

    private readonly MemoryStream _received = new();

    /// <summary>The body of the request.</summary>
    public string Sent { get; } = sent;

    /// <summary>The request line without its query, which may hold a key.</summary>
    public string Path { get; } = path;

    /// <summary>The status; null when no answer came.</summary>
    public int? Status { get; private set; }

    public MediaTypeHeaderValue? ContentType { get; private set; }

    /// <summary>The headers of the answer.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; private set; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>What was read of the answer's body, as text; what is not UTF-8 shows as U+FFFD.</summary>
    public string Received => Encoding.UTF8.GetString(_received.ToArray());

    /// <summary>Whether what was read of the body is UTF-8. A sequence that the end cuts is not.</summary>
    public bool IsUtf8 => System.Text.Unicode.Utf8.IsValid(_received.ToArray());

    /// <summary>Request and status, for people.</summary>
    public override string ToString() => $"{method} {Path} → {(Status is { } status ? status.ToString(System.Globalization.CultureInfo.InvariantCulture) : "no answer")}";

    public void Answered(HttpResponseMessage response)
    {
        Status = (int)response.StatusCode;
        ContentType = response.Content.Headers.ContentType;
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, values) in response.Headers.Concat(response.Content.Headers))
        {
            headers[name] = string.Join(", ", values);
        }

        Headers = headers;
    }

    public void Read(ReadOnlySpan<byte> bytes)
    {
        if (_received.Length < Kept)
        {
            _received.Write(bytes);
        }
    }
}
