using HyperscaleSdk.Analyzers.Rules;
using HyperscaleSdk.CodeFixes;
using HyperscaleSdk.TestKit.Analyzers;

namespace HyperscaleSdk.Analyzers.Tests.PersonalDataFlow;

public sealed class RedactPersonalDataCodeFixTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("""await chat.GetResponseAsync($"a {patient.Number} b");""", """await chat.GetResponseAsync($"a {PersonalDataRedactor.Redact(patient.Number)} b");""")]
    [InlineData("""await chat.GetResponseAsync("a " + patient.Number);""", """await chat.GetResponseAsync("a " + PersonalDataRedactor.Redact(patient.Number));""")]
    [InlineData("""var text = patient.Number; await chat.GetResponseAsync(text);""", """var text = patient.Number; await chat.GetResponseAsync(PersonalDataRedactor.Redact(text));""")]
    [InlineData(
        """await chat.GetResponseAsync($"{patient.Number} {person.Number}");""",
        """await chat.GetResponseAsync($"{PersonalDataRedactor.Redact(patient.Number)} {PersonalDataRedactor.Redact(person.Number)}");""")]
    [InlineData(
        """await chat.GetResponseAsync(new ChatMessage(ChatRole.User, patient.Number));""",
        """await chat.GetResponseAsync(new ChatMessage(ChatRole.User, PersonalDataRedactor.Redact(patient.Number)));""")]
    [InlineData(
        """await chat.GetResponseAsync(patient.Guardian?.Number ?? note);""",
        """await chat.GetResponseAsync(PersonalDataRedactor.Redact(patient.Guardian?.Number ?? note));""")]
    [InlineData(
        """var juminNo = Console.ReadLine(); await chat.GetResponseAsync($"{juminNo}");""",
        """var juminNo = Console.ReadLine(); await chat.GetResponseAsync($"{PersonalDataRedactor.Redact(juminNo ?? string.Empty)}");""")]
    public async Task Carrier_IsText_IsWrapped(string before, string after)
    {
        await Test(FlowSnippets.InMethod(before)).WithFixed(FlowSnippets.InMethod(after)).RunAsync(Cancellation);
    }

    [Fact]
    public async Task Calls_FixAll_AreAllWrapped()
    {
        await Test(FlowSnippets.InMethod("""await chat.GetResponseAsync(patient.Number); await chat.GetResponseAsync($"x {person.Number}");"""))
            .WithFixed(FlowSnippets.InMethod(
                """await chat.GetResponseAsync(PersonalDataRedactor.Redact(patient.Number)); await chat.GetResponseAsync($"x {PersonalDataRedactor.Redact(person.Number)}");"""))
            .RunFixAllAsync(Cancellation);
    }

    [Fact]
    public async Task Using_Missing_IsAdded()
    {
        await Test("""
            using Microsoft.Extensions.AI;

            public sealed class Desk(IChatClient chat)
            {
                public Task RunAsync(Patient patient) => chat.GetResponseAsync(patient.Number);
            }
            """).WithFixed("""
            using HyperscaleSdk;
            using Microsoft.Extensions.AI;

            public sealed class Desk(IChatClient chat)
            {
                public Task RunAsync(Patient patient) => chat.GetResponseAsync(PersonalDataRedactor.Redact(patient.Number));
            }
            """).RunAsync(Cancellation);
    }

    [Theory]
    [InlineData("""var messages = new List<ChatMessage> { new(ChatRole.User, note) }; messages.Add(new(ChatRole.User, patient.Number)); await chat.GetResponseAsync(messages);""")]
    [InlineData("""await typed.CreateAsync(new Request { Patient = patient });""")]
    public async Task Carrier_IsNotText_OffersNoFix(string body)
    {
        await Test(FlowSnippets.InMethod(body)).RunNoFixAsync(Cancellation);
    }

    [Theory]
    [InlineData("HSAI0002", "PassportNumber")]
    [InlineData("HSAI0007", "Phone")]
    [InlineData("HSAI0007", "Email")]
    public async Task Kind_WithForm_IsWrapped(string rule, string kind)
    {
        await Kinds(kind).WithOnly(rule).WithFixed(Card("""await chat.GetResponseAsync($"a {PersonalDataRedactor.Redact(card.Value)}");""")).RunAsync(Cancellation);
    }

    [Theory]
    [InlineData("HSAI0004", "Health")]
    [InlineData("HSAI0007", "Location")]
    [InlineData("HSAI0007", "Other")]
    public async Task Kind_WithoutForm_OffersNoFix(string rule, string kind)
    {
        await Kinds(kind).WithOnly(rule).RunNoFixAsync(Cancellation);
    }

    private static string Card(string body) => FlowSnippets.InMethod(body).Replace("string note, bool flag", "Card card", StringComparison.Ordinal);

    private static CodeFixTest<PersonalDataFlowAnalyzer, RedactPersonalDataCodeFixProvider> Kinds(string kind) =>
        Test(Card("""await chat.GetResponseAsync($"a {card.Value}");"""))
            .WithSource($$"""public sealed class Card { [HyperscaleSdk.PersonalData(HyperscaleSdk.PersonalDataKind.{{kind}})] public string Value { get; set; } = ""; }""");

    private static CodeFixTest<PersonalDataFlowAnalyzer, RedactPersonalDataCodeFixProvider> Test(string source) =>
        CodeFixTest.For<PersonalDataFlowAnalyzer, RedactPersonalDataCodeFixProvider>().WithSource(source).WithSource(FlowSnippets.Types);
}
