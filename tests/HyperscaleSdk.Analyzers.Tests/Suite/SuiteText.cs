using System.Globalization;

namespace HyperscaleSdk.Analyzers.Tests.Suite;

/// <summary>Places as text, for messages.</summary>
internal static class SuiteText
{
    public static string Listed(IEnumerable<(string Path, int Line, string Id)> places) =>
        string.Join(", ", places.Select(place => string.Create(CultureInfo.InvariantCulture, $"{place.Path}({place.Line}) {place.Id}")));
}
