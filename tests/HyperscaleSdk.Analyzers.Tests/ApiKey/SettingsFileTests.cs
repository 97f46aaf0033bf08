using HyperscaleSdk.Analyzers.Credentials;

namespace HyperscaleSdk.Analyzers.Tests.ApiKey;

public sealed class SettingsFileTests
{
    [Theory]
    [InlineData("""{ "Hyperscale": { "upstage": { "ApiKey": "4fK82mQx91LpZ7vB3nT6" } } }""", "\"4fK82mQx91LpZ7vB3nT6\"")]
    [InlineData("""{ "Hyperscale:upstage:ApiKey": "4fK82mQx91LpZ7vB3nT6" }""", "\"4fK82mQx91LpZ7vB3nT6\"")]
    [InlineData("""{ "Whatever": ["x", "nv-4fK82mQx91LpZ7vB3nT6"] }""", "\"nv-4fK82mQx91LpZ7vB3nT6\"")]
    [InlineData("""{ "Endpoint": "https://api.upstage.ai/v1?key=4fK82mQx91LpZ7vB3nT6" }""", "\"https://api.upstage.ai/v1?key=4fK82mQx91LpZ7vB3nT6\"")]
    [InlineData("{ /* \"ApiKey\": \"4fK82mQx91LpZ7vB3nT6\" */ \"ApiKey\": \"\", // \"ApiKey\": \"4fK82mQx91LpZ7vB3nT6\"\n \"a\": 1 }", null)]
    [InlineData("""{ "ApiKey": "", "Other": { "ApiKey": "<set by the pipeline 1>" }, "ApiKeyVariable": "UPSTAGE_API_KEY1" }""", null)]
    [InlineData("""{ "ApiKey": { "Name": "4fK82mQx91LpZ7vB3nT6" } }""", null)]
    [InlineData("""{ "ApiKey": "4fK82mQx91LpZ7vB3""", "\"4fK82mQx91LpZ7vB3")]
    [InlineData("{ \"a\": \"\\", null)]
    [InlineData("/*", null)]
    public void Find_Text_GivesTheValuesOfKeys(string json, string? expected)
        => Assert.Equal(expected is null ? [] : [expected], SettingsKeys.Find(json).Select(span => json.Substring(span.Start, span.Length)));

    [Theory]
    [InlineData("/src/App/appsettings.json", true)]
    [InlineData("C:\\App\\appsettings.Production.json", true)]
    [InlineData("hyperscale.policy.json", false)]
    [InlineData("/src/appsettings.json/readme.md", false)]
    public void IsSettingsFile_Path_IsByName(string path, bool expected) => Assert.Equal(expected, SettingsKeys.IsSettingsFile(path));
}
