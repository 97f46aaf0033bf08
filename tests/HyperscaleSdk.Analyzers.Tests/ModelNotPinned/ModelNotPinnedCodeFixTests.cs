using HyperscaleSdk.Analyzers.Rules;
using HyperscaleSdk.CodeFixes;
using HyperscaleSdk.TestKit.Analyzers;
using Microsoft.CodeAnalysis.CodeFixes;

namespace HyperscaleSdk.Analyzers.Tests.ModelNotPinned;

public sealed class ModelNotPinnedCodeFixTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("\"solar-pro4\"", "\"solar-pro4-260806\"")]
    [InlineData("Models.Solar", "\"solar-pro4-260806\"")]
    [InlineData("Environment.GetEnvironmentVariable(\"MODEL\") ?? \"solar-mini4\"", "Environment.GetEnvironmentVariable(\"MODEL\") ?? \"solar-mini4-260922\"")]
    public async Task Alias_OfAKnownModel_BecomesTheDatedName(string before, string after) => await Test(before).WithFixed(Bot(before: after)).RunAsync(Cancellation);

    [Theory]
    [InlineData(FixAllScope.Document)]
    [InlineData(FixAllScope.Project)]
    [InlineData(FixAllScope.Solution)]
    public async Task Aliases_FixAll_BecomeDatedNames(FixAllScope scope) =>
        await Test("Environment.ProcessorCount > 1 ? \"solar-pro4\" : \"solar-mini\"").WithFixed(Bot("Environment.ProcessorCount > 1 ? \"solar-pro4-260806\" : \"solar-mini-250422\"")).RunFixAllAsync(scope, Cancellation);

    [Theory]
    [InlineData("\"solar-latest\"")]
    [InlineData("\"syn-pro-251021\"")]
    public async Task Name_ThatNothingKnownFollows_OffersNoFix(string model) => await Test(model).RunNoFixAsync(Cancellation);

    private static CodeFixTest<ModelNotPinnedAnalyzer, ModelNotPinnedCodeFixProvider> Test(string model) => CodeFixTest.For<ModelNotPinnedAnalyzer, ModelNotPinnedCodeFixProvider>()
        .WithProperty("HyperscaleVoucher", "true").WithProperty("HyperscaleDate", "2026-11-27").WithSource(Bot(model))
        .WithSource("public static class Models { public const string Solar = \"solar-pro4\"; }");

    private static string Bot(string before) => $$"""
        using Microsoft.Extensions.AI;

        public sealed class Bot(IChatClient chat)
        {
            public Task AskAsync() => chat.GetResponseAsync("질문", new ChatOptions { ModelId = {{before}} });
        }
        """;
}
