using System.Collections.Generic;
using HyperscaleSdk.Specification.Text;

namespace HyperscaleSdk.Specification.OpenApi;

/// <summary>An OpenAPI document, read: operations and schemas with the nodes they stand on.</summary>
public sealed class ApiDocument
{
    public ApiDocument(SourceDocument source, SpecNode root, ReferencedFiles files)
    {
        Source = source;
        Root = root;
        Files = files;
    }

    public SourceDocument Source { get; }

    /// <summary>The outermost value, with overlays applied and a 2.0 document laid out as 3.0.</summary>
    public SpecNode Root { get; }

    /// <summary>The files that it may refer to.</summary>
    public ReferencedFiles Files { get; }

    public string? Title { get; set; }

    public string? Version { get; set; }

    public string? Description { get; set; }

    /// <summary>The first server with its variables replaced by their defaults; null when the document names none or a relative one.</summary>
    public string? ServerUrl { get; set; }

    public List<ApiOperation> Operations { get; } = new();

    /// <summary>What the provider sends by itself: bodies of webhooks and callbacks, by name.</summary>
    public List<ApiPayload> Payloads { get; } = new();

    /// <summary>The component schemas in the order of the document, then those of other files as references led to them.</summary>
    public List<ApiSchema> Schemas { get; } = new();

    /// <summary>The security schemes; those that most operations ask for come first.</summary>
    public List<ApiSecurityScheme> SecuritySchemes { get; } = new();

    public List<SpecDiagnostic> Diagnostics { get; } = new();
}
