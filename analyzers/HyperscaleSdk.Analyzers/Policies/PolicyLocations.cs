using HyperscaleSdk.Policies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace HyperscaleSdk.Analyzers.Policies;

/// <summary>Places in the policy as the compiler has them.</summary>
internal static class PolicyLocations
{
    /// <summary>Key of a diagnostic's property: what a fix has to add to the policy. See <c>PolicyStub</c> in the fixes.</summary>
    public const string StubProperty = "PolicyStub";

    /// <summary>Key of a diagnostic's property: the id that the stub is for.</summary>
    public const string SubjectProperty = "PolicySubject";

    /// <summary>Key of a diagnostic's property: the members that the stub has to add, with commas between.</summary>
    public const string MembersProperty = "PolicyMembers";

    public static Location Create(string path, PolicySpan place) => Location.Create(
        path,
        new TextSpan(place.Start, place.Length),
        new LinePositionSpan(new LinePosition(place.StartLine, place.StartColumn), new LinePosition(place.EndLine, place.EndColumn)));
}
