using System;
using System.Collections.Generic;
using System.Threading;
using HyperscaleSdk.Specification.OpenApi;
using HyperscaleSdk.Specification.Text;

namespace HyperscaleSdk.Specification.Lint;

/// <summary>What all rules look at, and where they put what they find.</summary>
internal sealed class LintContext
{
    private readonly ReferenceResolver _references;
    private SchemaRepeats? _repeats;

    public LintContext(ApiDocument document, bool hasBinding, CancellationToken cancellationToken)
    {
        Document = document;
        HasBinding = hasBinding || document.Root["x-hyperscale"] is not null;
        CancellationToken = cancellationToken;

        // A reference that leads nowhere is reported by the reader; here it is only not followed.
        _references = new ReferenceResolver(new ApiDocument(document.Source, document.Root, document.Files));
        var written = document.Source.Root ?? document.Root;
        IsSwagger = written["openapi"] is null;
        HasNullType = !IsSwagger && written["openapi"]?.Scalar?.StartsWith("3.0", StringComparison.Ordinal) == false;
        Sites = SchemaSites.Collect(document, cancellationToken);
    }

    public ApiDocument Document { get; }

    /// <summary>A binding lies beside the document or stands in it.</summary>
    public bool HasBinding { get; }

    public CancellationToken CancellationToken { get; }

    /// <summary>The document is OpenAPI 2.0; its nodes are laid out as 3.0, but its author writes 2.0.</summary>
    public bool IsSwagger { get; }

    /// <summary>The document is 3.1 or later, where null is a type.</summary>
    public bool HasNullType { get; }

    /// <summary>Where schemas are declared in this version.</summary>
    public string SchemasPath => IsSwagger ? "definitions" : "components/schemas";

    /// <summary>Every schema once, where it is stated first.</summary>
    public IReadOnlyList<SchemaSite> Sites { get; }

    /// <summary>What is written several times.</summary>
    public SchemaRepeats Repeats => _repeats ??= new SchemaRepeats(Sites, CancellationToken);

    public SchemaFacts Facts { get; } = new();

    public List<LintFinding> Findings { get; } = new();

    /// <summary>Adds a finding with the rule's severity.</summary>
    public void Report(string id, SourceSpan span, string message, string koreanMessage, string fix, string koreanFix)
        => Report(id, LintRules.Find(id)!.Severity, span, message, koreanMessage, fix, koreanFix);

    public void Report(string id, SpecSeverity severity, SourceSpan span, string message, string koreanMessage, string fix, string koreanFix)
        => Findings.Add(new LintFinding(id, severity, span, message, koreanMessage, fix, koreanFix));

    /// <summary>A node itself, or what its <c>$ref</c> leads to; null when that is nothing.</summary>
    public SpecNode? Follow(SpecNode? node) => _references.Dereference(node);

    /// <summary>The answers of an operation by status, with references followed.</summary>
    public IEnumerable<SpecMember> Answers(ApiOperation operation)
    {
        foreach (var member in operation.Node["responses"]?.Members ?? Array.Empty<SpecMember>())
        {
            if (Follow(member.Value) is { } answer)
            {
                yield return new SpecMember(member.Name, member.NameSpan, answer);
            }
        }
    }

    /// <summary>Where a key of a mapping stands; the mapping's place when it has no such key.</summary>
    public static SourceSpan KeySpan(SpecNode mapping, string key)
    {
        foreach (var member in mapping.Members)
        {
            if (member.Name == key)
            {
                return member.NameSpan;
            }
        }

        return new SourceSpan(mapping.Span.Start, 0);
    }

    /// <summary>Line of an offset, counted from 1, as text.</summary>
    public string Line(SourceSpan span) => LintText.Count(Document.Source.GetPosition(span.Start).Line + 1);
}
