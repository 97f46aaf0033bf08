using HyperscaleSdk.TestKit;
using HyperscaleSdk.Tests.Providers;

namespace HyperscaleSdk.Tests.Documentation;

/// <summary>The tables of docs/providers and of the first pages are written from the descriptors and from the conformance facts.</summary>
public sealed class ProviderTablesTests
{
    private const string Project = "HyperscaleSdk.Tests --filter FullyQualifiedName~ProviderTables";

    public static TheoryData<string> Languages => ["en", "ko"];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Abilities_InTheReadmeOfProviders_AreThoseOfDescriptorsAndFacts(string language)
        => GeneratedDocument.ShouldHold(Readme(language), "capability matrix", ProviderMatrix.Abilities(Of(language)), Project);

    [Theory]
    [MemberData(nameof(Languages))]
    public void Terms_InTheReadmeOfProviders_AreThoseOfDescriptors(string language) => GeneratedDocument.ShouldHold(Readme(language), "terms", ProviderTerms.Terms(Of(language)), Project);

    [Theory]
    [MemberData(nameof(Languages))]
    public void Unavailable_InTheReadmeOfProviders_AreThoseOfTheList(string language)
        => GeneratedDocument.ShouldHold(Readme(language), "suppliers without an API", ProviderTerms.Unavailable(Of(language)), Project);

    [Theory]
    [MemberData(nameof(Languages))]
    public void Providers_InTheFirstPages_AreAll(string language) => GeneratedDocument.ShouldHold(Name(language), "providers", ProviderMatrix.Short(Of(language)), Project);

    [Fact]
    public void Conformance_Document_IsTheTableOfTheFactsThatAreRun() => GeneratedDocument.ShouldHold("docs/providers/conformance.md", "conformance table", ConformanceDocument.Text(), Project);

    [Fact]
    public void Reasons_InKorean_AreThoseThatTheSubjectsGive()
        => Assert.Equal(
            ChatSubjects.All.SelectMany(subject => subject.Lacks.Values).Concat(EmbeddingSubjects.All.SelectMany(subject => subject.Lacks.Values)).Select(lack => lack.Reason).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
            ConformanceReasons.Korean.Keys.Order(StringComparer.Ordinal));

    private static Language Of(string language) => language is "ko" ? Language.Korean : Language.English;

    private static string Name(string language) => language is "ko" ? "README.ko.md" : "README.md";

    private static string Readme(string language) => "docs/providers/" + Name(language);
}
