using HyperscaleSdk.Conformance;

namespace HyperscaleSdk.Tests.Providers;

/// <summary>Every fact of the unified contract on every provider, over the emulator: the cells of <c>docs/providers/conformance.md</c>.</summary>
public sealed class ConformanceTests(EmulatorFixture emulator)
{
    public static TheoryData<string, string> ChatCells
    {
        get
        {
            TheoryData<string, string> cells = [];
            foreach (var subject in ChatSubjects.All)
            {
                foreach (var fact in ChatClientConformance.Facts)
                {
                    cells.Add(subject.Name, fact.Name);
                }
            }

            return cells;
        }
    }

    public static TheoryData<string, string> EmbeddingCells
    {
        get
        {
            TheoryData<string, string> cells = [];
            foreach (var subject in EmbeddingSubjects.All)
            {
                foreach (var fact in EmbeddingGeneratorConformance.Facts)
                {
                    cells.Add(subject.Provider, fact.Name);
                }
            }

            return cells;
        }
    }

    [Theory(Timeout = ChatClientConformance.Limit)]
    [MemberData(nameof(ChatCells))]
    public Task Chat(string provider, string fact)
        => ChatClientConformance.Facts.Single(one => one.Name == fact)
            .CheckAsync(new ChatClientConformance(ChatSubjects.All.Single(subject => subject.Name == provider).At(emulator)));

    [Theory(Timeout = EmbeddingGeneratorConformance.Limit)]
    [MemberData(nameof(EmbeddingCells))]
    public Task Embeddings(string provider, string fact)
        => EmbeddingGeneratorConformance.Facts.Single(one => one.Name == fact)
            .CheckAsync(new EmbeddingGeneratorConformance(EmbeddingSubjects.All.Single(subject => subject.Provider == provider).At(emulator)));

    [Fact]
    public void Provider_OfTheSdk_HasItsSubjects()
    {
        Assert.Equal(
            HyperscaleProviders.All.Where(clients => clients.HasChat).Select(clients => clients.Descriptor.Id).Order(StringComparer.Ordinal),
            ChatSubjects.All.Select(subject => subject.Provider).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        Assert.Equal(
            HyperscaleProviders.All.Where(clients => clients.HasEmbeddings).Select(clients => clients.Descriptor.Id).Order(StringComparer.Ordinal),
            EmbeddingSubjects.All.Select(subject => subject.Provider).Order(StringComparer.Ordinal));
    }
}
