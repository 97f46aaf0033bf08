using System.Globalization;
using HyperscaleSdk.Analyzers.Rules;
using HyperscaleSdk.CodeFixes;
using HyperscaleSdk.TestKit.Analyzers;

namespace HyperscaleSdk.Analyzers.Tests.SensitiveTelemetry;

public sealed class SensitiveTelemetryTests
{
    private const string Types = """
        namespace Microsoft.Extensions.Tracing { public sealed class OpenTelemetryClient { public bool EnableSensitiveData { get; set; } } }
        public sealed class Other { public bool EnableSensitiveData { get; set; } }
        public sealed class Env { public bool IsDevelopment() => false; }
        """;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("[|client.EnableSensitiveData = true|];")]
    [InlineData("_ = new OpenTelemetryClient { [|EnableSensitiveData = true|] };")]
    [InlineData("""[|Environment.SetEnvironmentVariable("OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT", "true")|];""")]
    public async Task Switch_On_IsReported(string body)
    {
        var message = Assert.Single(await Test(body).RunAsync(Cancellation)).Diagnostic;

        Assert.Contains("PIPA Art. 29", message.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.Contains("제29조", message.GetMessage(CultureInfo.GetCultureInfo("ko-KR")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("client.EnableSensitiveData = false;")]
    [InlineData("client.EnableSensitiveData = flag;")]
    [InlineData("other.EnableSensitiveData = true;")]
    [InlineData("if (env.IsDevelopment()) { client.EnableSensitiveData = true; }")]
    [InlineData("""Environment.SetEnvironmentVariable("OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT", "false");""")]
    public async Task Switch_OffOrForDevelopment_IsQuiet(string body) => Assert.Empty(await Test(body).RunAsync(Cancellation));

    [Theory]
    [InlineData("IsTestProject", "true")]
    [InlineData("HyperscaleRole", "None")]
    public async Task Project_TestOrExempt_IsQuiet(string property, string value) =>
        Assert.Empty(await Test("client.EnableSensitiveData = true;").WithProperty(property, value).RunAsync(Cancellation));

    [Fact]
    public async Task LaunchSettings_WithVariable_IsReported() => Assert.Single(await Test("")
        .WithAdditionalFile("/repo/Properties/launchSettings.json", """{ "environmentVariables": { [|"OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT": "true"|], "OTHER": "true" } }""")
        .RunAsync(Cancellation));

    [Fact]
    public async Task Switch_FixAll_IsOff() =>
        await CodeFixTest.For<SensitiveTelemetryAnalyzer, SensitiveTelemetryCodeFixProvider>()
            .WithSource(Source("client.EnableSensitiveData = true; _ = new OpenTelemetryClient { EnableSensitiveData = true };"))
            .WithFixed(Source("client.EnableSensitiveData = false; _ = new OpenTelemetryClient { EnableSensitiveData = false };"))
            .WithSource(Types)
            .RunFixAllAsync(Cancellation);

    private static string Source(string body) => $$"""
        using Microsoft.Extensions.Tracing;

        public sealed class Desk { public void Run(OpenTelemetryClient client, Other other, Env env, bool flag) { {{body}} } }
        """;

    private static AnalyzerTest<SensitiveTelemetryAnalyzer> Test(string body) =>
        AnalyzerTest.For<SensitiveTelemetryAnalyzer>().WithSource(Source(body)).WithSource(Types);
}
