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

            JsonTree.AssertSame(expected.RootElement, Read(file).Root!, Path.GetFileName(file));
        }
    }

    [Fact]
    public void Corpus_OpenAiDescription_IsTheSameInJsonAndYaml()
    {
        var files = Files("big", "big-openai-*");

        AssertSame(Read(files.Single(f => f.EndsWith(".json", StringComparison.Ordinal))).Root!, Read(files.Single(f => f.EndsWith(".yaml", StringComparison.Ordinal))).Root!, "$");
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Corpus_YamlDocuments_ReadTheSameWithOtherLineBreaks(string lineBreak)
    {
        foreach (var file in Files("dev", "*.yaml"))
        {
            var text = File.ReadAllText(file).ReplaceLineEndings("\n");
            var changed = text.Replace("\n", lineBreak, StringComparison.Ordinal);

            AssertSame(
                SpecReader.Read(file, text, TestContext.Current.CancellationToken).Root!,
                SpecReader.Read(file, changed, TestContext.Current.CancellationToken).Root!,
                Path.GetFileName(file));
        }
    }

    private static string[] Files(string folder, string pattern)
    {
        Assert.SkipWhen(RepositoryPaths.Corpus is null, "The folder of public API descriptions (../shared/corpus) is absent.");
        var files = Directory.GetFiles(Path.Combine(RepositoryPaths.Corpus, folder), pattern);
        Assert.NotEmpty(files);
        return files;
    }

    private static SourceDocument Read(string file) => SpecReader.Read(file, File.ReadAllText(file), TestContext.Current.CancellationToken);

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
