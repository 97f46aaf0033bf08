using System;
using System.Collections.Generic;

namespace HyperscaleSdk.Specification.OpenApi;

/// <summary>A body in one media type.</summary>
public sealed class ApiContent
{
    public ApiContent(string mediaType, ApiSchema? schema)
    {
        MediaType = mediaType;
        Schema = schema;
    }

    public string MediaType { get; }

    /// <summary>What the body looks like; for a stream of events or lines what one of them looks like. Null when the document does not say.</summary>
    public ApiSchema? Schema { get; }

    /// <summary>How members of a form are written where that is not the usual way, by member name.</summary>
    public Dictionary<string, ApiEncoding> Encodings { get; } = new(StringComparer.Ordinal);

    public bool IsJson => Type is "application/json" or "text/json" or "*/*" or "application/*" || Type.EndsWith("+json", StringComparison.Ordinal);

    public bool IsEventStream => Type == "text/event-stream";

    /// <summary>One JSON value a line.</summary>
    public bool IsJsonLines => Type is "application/x-ndjson" or "application/ndjson" or "application/jsonl" or "application/x-jsonlines" or "application/jsonlines"
        or "application/json-seq" or "application/stream+json" or "application/x-json-stream";

    public bool IsUrlEncoded => Type == "application/x-www-form-urlencoded";

    public bool IsMultipart => Type.StartsWith("multipart/", StringComparison.Ordinal);

    public bool IsText => (Type.StartsWith("text/", StringComparison.Ordinal) && !IsEventStream && !IsJson)
        || Type is "application/xml" or "application/yaml" or "application/x-yaml" or "application/sdp" || Type.EndsWith("+xml", StringComparison.Ordinal);

    private string Type
    {
        get
        {
            var end = MediaType.IndexOf(';');
            return (end >= 0 ? MediaType.Substring(0, end) : MediaType).Trim().ToLowerInvariant();
        }
    }
}
