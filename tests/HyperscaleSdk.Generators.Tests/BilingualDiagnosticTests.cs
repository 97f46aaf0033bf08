using System.Globalization;
using System.Text.RegularExpressions;
using HyperscaleSdk.Specification.Diagnostics;
using HyperscaleSdk.Specification.Text;
using HyperscaleSdk.TestKit;
using Microsoft.CodeAnalysis;

namespace HyperscaleSdk.Generators.Tests;

/// <summary>Diagnostics are English, and Korean where the compiler's messages are.</summary>
public sealed partial class BilingualDiagnosticTests
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-US");
    private static readonly CultureInfo Korean = CultureInfo.GetCultureInfo("ko-KR");

    public static TheoryData<string> Ids()
        => [.. typeof(SpecIds).GetFields().Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!)];

    [Theory]
    [InlineData("HSAI1001", "openapi: 3.1.0\ninfo: { title: Shop, version: \"1\"\npaths: {}\n", "found 'paths'", "여기 있는 것은 'paths'입니다")]
    [InlineData("HSAI1001", "openapi: 3.1.0\npaths: *gone\n", "There is no anchor '&gone'", "'&gone' 앵커가 없습니다")]
    [InlineData("HSAI1002", "openapi: 3.1.0\nx-a: 1\nx-a: 2\n", "The key 'x-a' stands in this mapping already, on line 2", "2번째 줄에 'x-a' 키가 이미 있습니다")]
    [InlineData("HSAI1010", "swagger: '1.2'", "OpenAPI 1.2 is not read", "OpenAPI 1.2 버전은 읽지 않습니다")]
    [InlineData("HSAI1010", "title: x", "the key 'openapi' is missing", "'openapi' 키가 없습니다")]
    [InlineData("HSAI1012", "openapi: 3.1.0\npaths: { '/a/{id}': { get: { operationId: getA } } }", "The operation 'getA' is left out: its path has '{id}'", "'getA' 작업은 빼고 생성합니다. 경로에 '{id}' 자리 표시가 있지만")]
    [InlineData("HSAI1014", "openapi: 3.1.0\npaths: { /a: { get: { operationId: a }, put: { operationId: a } } }", "The operation id 'a' stands twice", "'a' 작업 id가 두 번 나옵니다")]
    [InlineData("HSAI1015", "openapi: 3.1.0\ncomponents: { schemas: { A: { properties: { a: { $ref: 'b.yaml#/B' } } } } }", "The file of the reference 'b.yaml#/B' is not", "'b.yaml#/B' 참조의 파일이 프로젝트의 파일에 없습니다")]
    public void Document_WithAMistake_IsToldInBothLanguages(string id, string text, string english, string korean)
    {
        var run = new GeneratorRun(new HyperscaleGenerator(), SpecText.Spec("spec.yaml", text)).Generate();

        Verify(Assert.Single(run.Diagnostics, diagnostic => diagnostic.Id == id), english, korean);
    }

    [Theory]
    [InlineData("perCall: 100", "perCal: 100", "Did you mean 'perCall'?", "혹시 'perCall' 키를 뜻했습니까?")]
    [InlineData("topK: /top_k", "topK: /top_kk", "there is no 'top_kk' here", "여기에는 'top_kk' 멤버가 없습니다")]
    [InlineData("topK: /top_k", "topK: top_k", "'top_k' is no pointer", "'top_k' 값은 포인터가 아닙니다")]
    [InlineData("topK: /top_k", "topK: /messages", "The member here is an array: a whole number cannot be put into it.", "이 자리의 멤버 형식은 배열이므로 정수를 넣을 수 없습니다.")]
    [InlineData("operation: createChatCompletion", "operation: createChat", "no operation 'createChat'", "문서에 'createChat' 작업이 없습니다")]
    [InlineData("scheme: bearerAuth", "scheme: bearer", "no security scheme 'bearer'", "'bearer' 보안 방식이 없습니다")]
    [InlineData("from: 2026-10-23", "from: yesterday", "'yesterday' is no date", "'yesterday' 값은 날짜가 아닙니다")]
    [InlineData("when: images", "when: pictures", "'pictures' is no condition", "'pictures' 값은 조건이 아닙니다")]
    [InlineData("version: 1\n        provider", "version: 2\n        provider", "'x-hyperscale' needs 'version: 1'", "'x-hyperscale'에 'version: 1'이 필요합니다")]
    public void Binding_WithAMistake_IsToldInBothLanguages(string before, string after, string english, string korean)
    {
        var files = Specs.Upstage();

        var run = new GeneratorRun(new HyperscaleGenerator(), files[0], Specs.Edit(files[1], before, after)).Generate();

        Verify(Assert.Single(run.Diagnostics), english, korean);
    }

    [Theory]
    [InlineData("#/{0}/{")]
    [InlineData("#/{1}{{2}}")]
    [InlineData("#/}{0:N}{9999999999}")]
    public void Message_QuotingBraces_KeepsThem(string reference)
    {
        var run = new GeneratorRun(new HyperscaleGenerator(), Specs.WithSchemas($"Thing: {{ type: object, properties: {{ a: {{ $ref: '{reference}' }} }} }}")).Generate();

        Verify(Assert.Single(run.Diagnostics, diagnostic => diagnostic.Id == SpecIds.BrokenReference), $"The reference '{reference}' leads", $"'{reference}' 참조가");
    }

    [Fact]
    public void Message_WithoutALanguage_FollowsTheUserInterface()
    {
        var diagnostic = Assert.Single(new GeneratorRun(new HyperscaleGenerator(), SpecText.Spec("spec.yaml", "swagger: '1.2'")).Generate().Diagnostics);
        var previous = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = Korean;
            Assert.Equal(diagnostic.GetMessage(Korean), diagnostic.GetMessage());
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("fr-FR");
            Assert.Equal(diagnostic.GetMessage(English), diagnostic.GetMessage());
        }
        finally
        {
            CultureInfo.CurrentUICulture = previous;
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Title_OfEveryId_StandsInBothLanguagesAsInTheListOfRules(string id)
    {
        var title = TitleOf(id);
        var other = TitleOf("HSAI1999");

        Assert.DoesNotMatch(Hangul(), title.ToString(English));
        Assert.Matches(Hangul(), title.ToString(Korean));
        Assert.NotEqual(other.ToString(English), title.ToString(English));
        Assert.NotEqual(other.ToString(Korean), title.ToString(Korean));
        var english = title.ToString(English);
        Assert.Contains(
            $"| [{id}]({id}.md) | {char.ToLowerInvariant(english[0])}{english[1..]} · {title.ToString(Korean)} |",
            File.ReadAllText(Path.Combine(RepositoryPaths.Root, "docs", "rules", "README.md")),
            StringComparison.Ordinal);
    }

    private static LocalizableString TitleOf(string id)
        => SpecDescriptors.ToDiagnostic(new SpecDiagnostic(id, SpecSeverity.Error, "spec.yaml", default, default, default, "text", "글")).Descriptor.Title;

    private static void Verify(Diagnostic diagnostic, string english, string korean)
    {
        Assert.Contains(english, diagnostic.GetMessage(English), StringComparison.Ordinal);
        Assert.DoesNotMatch(Hangul(), diagnostic.GetMessage(English));
        Assert.Contains(korean, diagnostic.GetMessage(Korean), StringComparison.Ordinal);
        Assert.All(
            Quoted().Matches(diagnostic.GetMessage(English)),
            quoted => Assert.Contains(quoted.Value, diagnostic.GetMessage(Korean), StringComparison.Ordinal));
    }

    [GeneratedRegex("[가-힣]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Hangul();

    [GeneratedRegex("'[^']+'", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Quoted();
}
