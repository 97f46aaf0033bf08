using HyperscaleSdk.Analyzers.Rules;
using HyperscaleSdk.TestKit.Analyzers;

namespace HyperscaleSdk.Analyzers.Tests.ApiKey;

/// <summary>The types that the key rule's snippets use. Every key here is made up.</summary>
internal static class ApiKeySnippets
{
    public const string Types = """
        namespace HyperscaleSdk
        {
            public abstract class HyperscaleClientOptions
            {
                public string? ApiKey { get; set; }
                public Uri? BaseAddress { get; set; }
                public string? Model { get; set; }
            }

            public sealed class UpstageOptions : HyperscaleClientOptions;
            public sealed class UpstageChatClient(HyperscaleClientOptions options) { public object Options { get; } = options; }
            public static class Registration { public static void AddUpstage(this object services, Action<UpstageOptions> configure) { } }
        }

        namespace System.ClientModel { public class ApiKeyCredential(string key) { public string Key { get; } = key; } }

        namespace OpenAI { public class OpenAIClient { public OpenAIClient(string apiKey) { } public OpenAIClient(System.ClientModel.ApiKeyCredential credential) { } } }

        namespace Microsoft.Extensions.Configuration
        {
            public interface IConfiguration { string? this[string key] { get; set; } }
        }

        namespace Other { public sealed class Map { public Map(string key) { } public static string GetKey(string apiKey) => apiKey; } }
        """;

    public static string InMethod(string body) => $$"""
        using System.ClientModel;
        using System.Net.Http;
        using System.Net.Http.Headers;
        using HyperscaleSdk;
        using Microsoft.Extensions.Configuration;
        using OpenAI;

        public sealed class Desk
        {
            public void Run(HttpClient http, object services, bool flag, string given)
            {
        {{body}}
            }
        }
        """;

    public static AnalyzerTest<ApiKeyAnalyzer> Test(string source) => AnalyzerTest.For<ApiKeyAnalyzer>().WithSource(source).WithSource(Types);
}
