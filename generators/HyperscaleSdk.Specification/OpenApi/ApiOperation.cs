using System.Collections.Generic;
using HyperscaleSdk.Specification.Text;

namespace HyperscaleSdk.Specification.OpenApi;

/// <summary>One operation: a method on a path.</summary>
public sealed class ApiOperation
{
    public ApiOperation(string id, string method, string path, SpecNode node, SourceSpan nameSpan)
    {
        Id = id;
        Method = method;
        Path = path;
        Node = node;
        NameSpan = nameSpan;
    }

    /// <summary>The operation id, or one made of method and path where the document has none.</summary>
    public string Id { get; }

    /// <summary>The HTTP method in upper case.</summary>
    public string Method { get; }

    /// <summary>The path template as written, for example <c>/v3/chat-completions/{modelName}</c>.</summary>
    public string Path { get; }

    public SpecNode Node { get; }

    /// <summary>Where the method stands in the document: diagnostics about the whole operation point here.</summary>
    public SourceSpan NameSpan { get; }

    /// <summary>The first tag; null when there is none.</summary>
    public string? Tag { get; set; }

    public string? Summary { get; set; }

    public string? Description { get; set; }

    public bool Deprecated { get; set; }

    /// <summary>Where this operation is served when that is not where the document says; null otherwise.</summary>
    public string? ServerUrl { get; set; }

    public List<ApiParameter> Parameters { get; } = new();

    public bool BodyRequired { get; set; }

    public string? BodyDescription { get; set; }

    /// <summary>The request bodies by media type; empty when the operation takes none.</summary>
    public List<ApiContent> Body { get; } = new();

    /// <summary>The success answers (2xx, or default when there is no 2xx) by media type; empty when there is no body.</summary>
    public List<ApiContent> Success { get; } = new();

    /// <summary>A success answer without a body is possible beside those with one (204 beside 200).</summary>
    public bool SuccessMayBeEmpty { get; set; }
}
