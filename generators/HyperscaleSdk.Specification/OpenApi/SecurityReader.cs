using System;
using System.Linq;
using HyperscaleSdk.Specification.Text;

namespace HyperscaleSdk.Specification.OpenApi;

/// <summary>Reads how calls prove who makes them.</summary>
internal static class SecurityReader
{
    /// <summary>Reads the schemes, those first that the document itself asks for.</summary>
    public static void Read(ApiDocument document, SpecNode root, ReferenceResolver references)
    {
        var wanted = (root["security"]?.Items ?? Array.Empty<SpecNode>()).SelectMany(requirement => requirement.Members).Select(member => member.Name).ToList();
        var schemes = (root["components"]?["securitySchemes"]?.Members ?? Array.Empty<SpecMember>()).Select(member => Scheme(member, references));
        document.SecuritySchemes.AddRange(schemes.OrderBy(scheme => wanted.IndexOf(scheme.Name) is var at and >= 0 ? at : int.MaxValue));
    }

    private static ApiSecurityScheme Scheme(SpecMember member, ReferenceResolver references)
    {
        var node = references.Dereference(member.Value) ?? member.Value;
        return new ApiSecurityScheme(member.Name, node["type"]?.AsString(), node["scheme"]?.AsString(), node["in"]?.AsString(), node["name"]?.AsString());
    }
}
