using System;
using System.Collections.Generic;
using HyperscaleSdk.Specification.OpenApi;
using HyperscaleSdk.Specification.Text;

namespace HyperscaleSdk.Specification.Lint;

/// <summary>Which security schemes a document requires, and where.</summary>
internal sealed class SecurityUse
{
    private SecurityUse()
    {
    }

    /// <summary>The schemes required somewhere, with the first place of each.</summary>
    public Dictionary<string, SourceSpan> Required { get; } = new(StringComparer.Ordinal);

    /// <summary>The document says something about security, be it that none is needed.</summary>
    public bool IsStated { get; private set; }

    public static SecurityUse Of(ApiDocument document)
    {
        var use = new SecurityUse();
        use.Add(document.Root["security"]);
        foreach (var operation in document.Operations)
        {
            use.Add(operation.Node["security"]);
        }

        return use;
    }

    private void Add(SpecNode? requirements)
    {
        IsStated |= requirements is not null;
        foreach (var requirement in requirements?.Items ?? Array.Empty<SpecNode>())
        {
            foreach (var member in requirement.Members)
            {
                if (!Required.ContainsKey(member.Name))
                {
                    Required.Add(member.Name, member.NameSpan);
                }
            }
        }
    }
}
