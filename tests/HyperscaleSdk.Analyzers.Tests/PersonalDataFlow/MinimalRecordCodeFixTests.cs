using HyperscaleSdk.Analyzers.Rules;
using HyperscaleSdk.CodeFixes;
using HyperscaleSdk.TestKit.Analyzers;

namespace HyperscaleSdk.Analyzers.Tests.PersonalDataFlow;

public sealed class MinimalRecordCodeFixTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("await chat.GetResponseAsync(JsonSerializer.Serialize(patient));", "await chat.GetResponseAsync(JsonSerializer.Serialize(new { patient.Note, patient.Age }));")]
    [InlineData("""await chat.GetResponseAsync($"Who is {person}?");""", """await chat.GetResponseAsync($"Who is {new { person.Note }}?");""")]
    [InlineData("""await chat.GetResponseAsync($"a {JsonSerializer.Serialize(person)}");""", """await chat.GetResponseAsync($"a {JsonSerializer.Serialize(new { person.Note })}");""")]
    public async Task Entity_WithUnclassifiedMembers_IsProjected(string before, string after)
    {
        await Test(before).WithFixed(FlowSnippets.InMethod(after)).RunAsync(Cancellation);
    }

    [Fact]
    public async Task Entities_FixAll_AreAllProjected()
    {
        await Test("await chat.GetResponseAsync(JsonSerializer.Serialize(patient)); await chat.GetResponseAsync(JsonSerializer.Serialize(person));")
            .WithFixed(FlowSnippets.InMethod(
                "await chat.GetResponseAsync(JsonSerializer.Serialize(new { patient.Note, patient.Age })); await chat.GetResponseAsync(JsonSerializer.Serialize(new { person.Note }));"))
            .RunFixAllAsync(Cancellation);
    }

    [Theory]
    [InlineData("await chat.GetResponseAsync(JsonSerializer.Serialize(patients[0]));")]
    [InlineData("await chat.GetResponseAsync(person.ToString());")]
    [InlineData("await chat.GetResponseAsync(JsonSerializer.Serialize<Person>(person));")]
    [InlineData("await chat.GetResponseAsync(JsonSerializer.Serialize(patient.Guardian));")]
    public async Task Entity_NotSimple_OffersNoFix(string body)
    {
        await Test(body).RunNoFixAsync(Cancellation);
    }

    [Fact]
    public async Task Entity_WithoutOtherMembers_OffersNoFix()
    {
        await TestSource(FlowSnippets.InMethod("await chat.GetResponseAsync(JsonSerializer.Serialize(bare));").Replace("string note, bool flag", "Bare bare", StringComparison.Ordinal))
            .RunNoFixAsync(Cancellation);
    }

    private static CodeFixTest<PersonalDataFlowAnalyzer, MinimalRecordCodeFixProvider> Test(string body) => TestSource(FlowSnippets.InMethod(body));

    private static CodeFixTest<PersonalDataFlowAnalyzer, MinimalRecordCodeFixProvider> TestSource(string source) =>
        CodeFixTest.For<PersonalDataFlowAnalyzer, MinimalRecordCodeFixProvider>().WithOnly("HSAI0008").WithSource(source).WithSource(FlowSnippets.Types)
            .WithSource("""public sealed class Bare { [HyperscaleSdk.PersonalData(HyperscaleSdk.PersonalDataKind.Phone)] public string Line { get; set; } = ""; }""");
}
