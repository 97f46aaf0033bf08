using System;

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

    /// <summary>What the body looks like; for <c>text/event-stream</c> what the data of one event looks like. Null when the document does not say.</summary>
    public ApiSchema? Schema { get; }

    public bool IsJson
    {
        get
        {
            var type = MediaType;
            var end = type.IndexOf(';');
            if (end >= 0)
            {
                type = type.Substring(0, end);
            }

            type = type.Trim();
            return type.Equals("application/json", StringComparison.OrdinalIgnoreCase)
                || type.EndsWith("+json", StringComparison.OrdinalIgnoreCase)
                || type.Equals("text/json", StringComparison.OrdinalIgnoreCase)
                || type.Equals("*/*", StringComparison.Ordinal)
                || type.Equals("application/*", StringComparison.Ordinal);
        }
    }

    public bool IsEventStream => MediaType.StartsWith("text/event-stream", StringComparison.OrdinalIgnoreCase);

    public bool IsText => MediaType.StartsWith("text/", StringComparison.OrdinalIgnoreCase) && !IsEventStream && !IsJson;
}
