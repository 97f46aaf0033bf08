using HyperscaleSdk.Analyzers.Rules;
using HyperscaleSdk.TestKit.Analyzers;
using Microsoft.CodeAnalysis;

namespace HyperscaleSdk.Analyzers.Tests.PersonalDataFlow;

/// <summary>What counts as a source, and how sure it is.</summary>
public sealed class SourceTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("parameter attribute", """public Task RunAsync(IChatClient chat, [PersonalData(PersonalDataKind.ResidentRegistrationNumber)] string id) => chat.GetResponseAsync([|id|]);""")]
    [InlineData("field attribute", """[PersonalData(PersonalDataKind.ResidentRegistrationNumber)] private string _id = ""; public Task RunAsync(IChatClient chat) => chat.GetResponseAsync([|_id|]);""")]
    [InlineData("return attribute", """[return: PersonalData(PersonalDataKind.ResidentRegistrationNumber)] private string Id() => ""; public Task RunAsync(IChatClient chat) => chat.GetResponseAsync([|Id()|]);""")]
    [InlineData("async return attribute", """[return: PersonalData(PersonalDataKind.ResidentRegistrationNumber)] private Task<string> IdAsync() => Task.FromResult(""); public async Task RunAsync(IChatClient chat) => await chat.GetResponseAsync([|await IdAsync()|]);""")]
    [InlineData("static property attribute", """[PersonalData(PersonalDataKind.ResidentRegistrationNumber)] private static string Id { get; set; } = ""; public Task RunAsync(IChatClient chat) => chat.GetResponseAsync([|Id|]);""")]
    [InlineData("long", """[PersonalData(PersonalDataKind.ResidentRegistrationNumber)] public long Id { get; set; } public Task RunAsync(IChatClient chat) => chat.GetResponseAsync($"{[|Id|]}");""")]
    [InlineData("interface member", """public interface IHasId { [PersonalData(PersonalDataKind.ResidentRegistrationNumber)] string Id { get; } } public Task RunAsync(IChatClient chat, IHasId owner) => chat.GetResponseAsync([|owner.Id|]);""")]
    [InlineData("implemented interface member", """public interface IHasId { [PersonalData(PersonalDataKind.ResidentRegistrationNumber)] string Id { get; } } public class Owner : IHasId { public string Id => ""; } public Task RunAsync(IChatClient chat, Owner owner) => chat.GetResponseAsync([|owner.Id|]);""")]
    [InlineData("overridden property", """public abstract class Base { [PersonalData(PersonalDataKind.ResidentRegistrationNumber)] public virtual string Id => ""; } public class Owner : Base { public override string Id => "x"; } public Task RunAsync(IChatClient chat, Owner owner) => chat.GetResponseAsync([|owner.Id|]);""")]
    [InlineData("exact parameter name", """public Task RunAsync(IChatClient chat, string juminNo) => chat.GetResponseAsync([|juminNo|]);""")]
    [InlineData("exact property name", """public string RRNO { get; set; } = ""; public Task RunAsync(IChatClient chat) => chat.GetResponseAsync([|RRNO|]);""")]
    [InlineData("hangul name", """public Task RunAsync(IChatClient chat, string 주민등록번호) => chat.GetResponseAsync($"번호 {[|주민등록번호|]}");""")]
    [InlineData("method name", """private string GetJuminNo() => ""; public Task RunAsync(IChatClient chat) => chat.GetResponseAsync([|GetJuminNo()|]);""")]
    [InlineData("literal constant", """private const string Sample = "900101-1234567"; public Task RunAsync(IChatClient chat) => chat.GetResponseAsync([|Sample|]);""")]
    public async Task Source_Certain_IsAnError(string source, string members)
    {
        var diagnostics = await InClass(members);

        Assert.True(Assert.Single(diagnostics).Diagnostic.Severity == DiagnosticSeverity.Error, source);
    }

    [Theory]
    [InlineData("""public Task RunAsync(IChatClient chat, string customerJuminNo) => chat.GetResponseAsync([|customerJuminNo|]);""")]
    [InlineData("""public string PatientRrn { get; set; } = ""; public Task RunAsync(IChatClient chat) => chat.GetResponseAsync([|PatientRrn|]);""")]
    [InlineData("""public Task RunAsync(IChatClient chat, string 고객주민번호) => chat.GetResponseAsync([|고객주민번호|]);""")]
    public async Task Source_AliasWithinName_IsAWarning(string members)
    {
        var diagnostics = await InClass(members);

        Assert.Equal(DiagnosticSeverity.Warning, Assert.Single(diagnostics).Diagnostic.Severity);
    }

    [Theory]
    [InlineData("weak alias", """public Task RunAsync(IChatClient chat, string regNo) => chat.GetResponseAsync(regNo);""")]
    [InlineData("flag", """public Task RunAsync(IChatClient chat, bool rrn) => chat.GetResponseAsync($"{rrn}");""")]
    [InlineData("column label", """public Task RunAsync(IChatClient chat, string rrnLabel) => chat.GetResponseAsync(rrnLabel);""")]
    [InlineData("name of a person", """[PersonalData(PersonalDataKind.Name)] public string N { get; set; } = ""; public Task RunAsync(IChatClient chat) => chat.GetResponseAsync(N);""")]
    [InlineData("other classification", """[Secret] public string N { get; set; } = ""; public Task RunAsync(IChatClient chat) => chat.GetResponseAsync(N);""")]
    [InlineData("compliance redactor", """public Task RunAsync(IChatClient chat, string juminNo, Microsoft.Extensions.Compliance.Redaction.Redactor redactor) => chat.GetResponseAsync(redactor.Redact(juminNo));""")]
    [InlineData("own redactor", """public sealed class Stars : Microsoft.Extensions.Compliance.Redaction.Redactor { public override string Redact(string text) => "*"; } public Task RunAsync(IChatClient chat, string juminNo, Stars redactor) => chat.GetResponseAsync(redactor.Redact(juminNo));""")]
    [InlineData("guarded field", """private readonly IChatClient _chat; public Snippet(IChatClient chat) => _chat = chat.UsePersonalDataGuard(); public Task RunAsync(string juminNo) => _chat.GetResponseAsync(juminNo);""")]
    public async Task Source_NotThisNumber_IsNotReported(string source, string members)
    {
        var diagnostics = await InClass(members);

        Assert.True(diagnostics.Count == 0, source);
    }

    [Fact]
    public async Task Diagnostic_SourceInOtherFile_PointsToItsDeclaration()
    {
        var diagnostics = await FlowSnippets.RunAsync("""var text = {|HSAI0001/2:patient.Number|}; await chat.GetResponseAsync([|text|]);""");

        var locations = Assert.Single(diagnostics).Diagnostic.AdditionalLocations;
        Assert.Equal("Test1.cs", locations[0].SourceTree!.FilePath);
    }

    [Fact]
    public async Task Sanitizer_OfOneKind_LeavesTheOthers()
    {
        var diagnostics = await InClass("""
            [PersonalDataSanitizer(PersonalDataKind.Phone)] private static string HidePhone(string text) => text;
            [PersonalDataSanitizer(PersonalDataKind.Phone, PersonalDataKind.ResidentRegistrationNumber)] private static string HideBoth(string text) => text;
            public Task RunAsync(IChatClient chat, string juminNo) => chat.GetResponseAsync([|HidePhone(juminNo)|] + HideBoth(juminNo));
            """);

        Assert.Single(diagnostics);
    }

    [Theory]
    [InlineData("\r\n", "")]
    [InlineData("\r", "")]
    [InlineData("\n", "\uFEFF")]
    [InlineData("\r\n", "\uFEFF")]
    public async Task Source_LineEndsAndMark_ChangeNothing(string lineEnd, string mark)
    {
        var source = mark + FlowSnippets.InMethod("""var 본문 = $"한글 🙂 {patient.Number}"; await chat.GetResponseAsync([|본문|]);""").ReplaceLineEndings(lineEnd);

        Assert.Single(await FlowSnippets.RunSourceAsync(source));
    }

    [Fact]
    public async Task Message_English_NamesSourceCallAndArticle()
    {
        var diagnostics = await FlowSnippets.RunAsync("""await chat.GetResponseAsync([|patient.Number|]);""");

        Assert.Equal(
            "'Number' carries a resident registration number to 'ChatClientExtensions.GetResponseAsync' (PIPA Art. 24-2(1)): redact it or leave it out",
            Assert.Single(diagnostics).Message);
    }

    [Fact]
    public async Task Message_Korean_NamesSourceCallAndArticle()
    {
        var diagnostics = await AnalyzerTest.For<PersonalDataFlowAnalyzer>().WithCulture("ko-KR")
            .WithSource(FlowSnippets.InMethod("""await chat.GetResponseAsync([|patient.Number|]);""")).WithSource(FlowSnippets.Types).RunAsync(Cancellation);

        Assert.Equal(
            "'Number'에 담긴 주민등록번호가 'ChatClientExtensions.GetResponseAsync' 호출로 전송됩니다(개인정보 보호법 제24조의2제1항): 가리거나 빼십시오",
            Assert.Single(diagnostics).Message);
    }

    [Fact]
    public async Task Message_Literal_DoesNotRepeatTheNumber()
    {
        var diagnostics = await AnalyzerTest.For<PersonalDataFlowAnalyzer>().WithCulture("ko")
            .WithSource(FlowSnippets.InMethod("""await chat.GetResponseAsync([|"900101-1234567"|]);""")).WithSource(FlowSnippets.Types).RunAsync(Cancellation);

        var message = Assert.Single(diagnostics).Message;
        Assert.StartsWith("문자열 리터럴에 담긴", message, StringComparison.Ordinal);
        Assert.DoesNotContain("900101", message, StringComparison.Ordinal);
    }

    private static Task<IReadOnlyList<ReportedDiagnostic>> InClass(string members) => FlowSnippets.RunSourceAsync($$"""
        using HyperscaleSdk;
        using Microsoft.Extensions.AI;

        public sealed class Snippet
        {
            {{members}}
        }

        public sealed class SecretAttribute : Microsoft.Extensions.Compliance.Classification.DataClassificationAttribute;

        namespace Microsoft.Extensions.Compliance.Classification { public abstract class DataClassificationAttribute : System.Attribute; }

        namespace Microsoft.Extensions.Compliance.Redaction { public abstract class Redactor { public abstract string Redact(string text); } }
        """);
}
