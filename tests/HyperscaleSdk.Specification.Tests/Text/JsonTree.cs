using System.Globalization;
using System.Text.Json;
using HyperscaleSdk.Specification.Text;

namespace HyperscaleSdk.Specification.Tests.Text;

/// <summary>Compares our reading of JSON with that of System.Text.Json.</summary>
internal static class JsonTree
{
    /// <summary>Asserts that a node is what System.Text.Json read; of equal names the last one counts.</summary>
    public static void AssertSame(JsonElement expected, SpecNode actual, string path)
    {
        switch (expected.ValueKind)
        {
            case JsonValueKind.Object:
                var members = expected.EnumerateObject().GroupBy(p => p.Name, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Last().Value, StringComparer.Ordinal);
                Assert.Equal(members.Count, actual.Members.Count);
                foreach (var member in actual.Members)
                {
                    AssertSame(members[member.Name], member.Value, path + "/" + member.Name);
                }

                break;
            case JsonValueKind.Array:
                Assert.Equal(expected.GetArrayLength(), actual.Items.Count);
                for (var i = 0; i < actual.Items.Count; i++)
                {
                    AssertSame(expected[i], actual.Items[i], path + "/" + i.ToString(CultureInfo.InvariantCulture));
                }

                break;
            case JsonValueKind.String:
                Assert.True(string.Equals(expected.GetString(), actual.AsString(), StringComparison.Ordinal), path);
                break;
            case JsonValueKind.Number:
                Assert.True(actual.Kind == SpecNodeKind.Number && string.Equals(expected.GetRawText(), actual.Scalar, StringComparison.Ordinal), path);
                break;
            case JsonValueKind.True or JsonValueKind.False:
                Assert.True(actual.TryGetBoolean(out var value) && value == expected.GetBoolean(), path);
                break;
            default:
                Assert.Equal(SpecNodeKind.Null, actual.Kind);
                break;
        }
    }
}
