using System;
using System.Collections.Generic;
using System.Linq;
using HyperscaleSdk.Specification.Text;

namespace HyperscaleSdk.Specification.OpenApi;

/// <summary>Reads how calls prove who makes them.</summary>
internal static class SecurityReader
{
    /// <summary>Reads the schemes, those first that most operations ask for; an operation that says nothing asks for what the document does.</summary>
    public static void Read(ApiDocument document, SpecNode root, ReferenceResolver references)
    {
        var usual = root["security"];
        var wanted = document.Operations.Select(operation => operation.Node["security"] ?? usual).Concat(new[] { usual }).SelectMany(Names).ToList();
        var schemes = (root["components"]?["securitySchemes"]?.Members ?? Array.Empty<SpecMember>()).Select(member => Scheme(member, references));
        document.SecuritySchemes.AddRange(schemes
            .OrderByDescending(scheme => wanted.Count(name => name == scheme.Name))
            .ThenBy(scheme => wanted.IndexOf(scheme.Name)));
    }

    // Of several ways that an operation offers, the first is the one that is meant.
    private static IEnumerable<string> Names(SpecNode? requirements)
        => (requirements?.Items ?? Array.Empty<SpecNode>()).SelectMany(requirement => requirement.Members).Select(member => member.Name).Distinct(StringComparer.Ordinal);

    private static ApiSecurityScheme Scheme(SpecMember member, ReferenceResolver references)
    {
        var node = references.Dereference(member.Value) ?? member.Value;
        return new ApiSecurityScheme(member.Name, node["type"]?.AsString(), node["scheme"]?.AsString(), node["in"]?.AsString(), node["name"]?.AsString());
    }
}
