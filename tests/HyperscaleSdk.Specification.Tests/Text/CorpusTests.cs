using System.Globalization;
using System.Text.Json;
using HyperscaleSdk.Specification.Text;
using HyperscaleSdk.TestKit;

namespace HyperscaleSdk.Specification.Tests.Text;

/// <summary>Public API descriptions as they are.</summary>
public sealed class CorpusTests
{
    private static readonly JsonDocumentOptions Tolerant = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        MaxDepth = 256,
    };

    [Theory]
    [InlineData("dev")]
    [InlineData("big")]
    public void Corpus_Documents_ReadWithoutErrors(string folder)
    {
        foreach (var file in Files(folder, "*.*"))
        {
            var document = Read(file);

            Assert.True(document.Diagnostics.All(d => d.Severity != SpecSeverity.Error), document.Diagnostics.Count > 0 ? document.Diagnostics[0].ToString() : file);
            Assert.Equal(SpecNodeKind.Mapping, document.Root?.Kind);
        }
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("big")]
    public void Corpus_JsonDocuments_EqualTheTreeOfSystemTextJson(string folder)
    {
        foreach (var file in Files(folder, "*.json"))
        {
            using var expected = JsonDocument.Parse(File.ReadAllText(file), Tolerant);

            AssertSame(expected.RootElement, Read(file).Root!, Path.GetFileName(file));
        }
    }

    [Fact]
    public void Corpus_OpenAiDescription_IsTheSameInJsonAndYaml()
    {
        var files = Files("big", "big-openai-*");

        AssertSame(Read(files.Single(f => f.EndsWith(".json", StringComparison.Ordinal))).Root!, Read(files.Single(f => f.EndsWith(".yaml", StringComparison.Ordinal))).Root!, "$");
    }

    private static string[] Files(string folder, string pattern)
    {
        Assert.SkipWhen(RepositoryPaths.Corpus is null, "The folder of public API descriptions (../shared/corpus) is absent.");
        var files = Directory.GetFiles(Path.Combine(RepositoryPaths.Corpus, folder), pattern);
        Assert.NotEmpty(files);
        return files;
    }

    private static SourceDocument Read(string file) => SpecReader.Read(file, File.ReadAllText(file), TestContext.Current.CancellationToken);

    private static void AssertSame(JsonElement expected, SpecNode actual, string path)
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

    private static void AssertSame(SpecNode left, SpecNode right, string path)
    {
        Assert.True(left.Kind == right.Kind, path);
        if (left.Kind == SpecNodeKind.Number)
        {
            Assert.True(left.TryGetDouble(out var one) && right.TryGetDouble(out var other) && one.Equals(other), path);
        }
        else
        {
            Assert.True(string.Equals(left.Scalar, right.Scalar, StringComparison.Ordinal), path);
        }

        Assert.True(left.Members.Count == right.Members.Count && left.Items.Count == right.Items.Count, path);
        foreach (var member in left.Members)
        {
            var other = right[member.Name];
            Assert.True(other is not null, path + "/" + member.Name);
            AssertSame(member.Value, other, path + "/" + member.Name);
        }

        for (var i = 0; i < left.Items.Count; i++)
        {
            AssertSame(left.Items[i], right.Items[i], path + "/" + i.ToString(CultureInfo.InvariantCulture));
        }
    }
}
