using HyperscaleSdk.Analyzers.Rules;
using HyperscaleSdk.TestKit.Analyzers;

namespace HyperscaleSdk.Analyzers.Tests.InsecureTransport;

internal static class TransportSnippets
{
    public const string Types = """
        namespace HyperscaleSdk
        {
            public abstract class HyperscaleClientOptions { public Uri? BaseAddress { get; set; } }
            public sealed class UpstageOptions : HyperscaleClientOptions;
        }

        namespace OpenAI
        {
            public sealed class OpenAIClientOptions { public Uri? Endpoint { get; set; } }
            public sealed class OpenAIClient(Uri endpoint) { public Uri Endpoint { get; } = endpoint; }
        }

        namespace OllamaSharp { public sealed class OllamaApiClient(string uri) { public string Uri { get; } = uri; } }
        """;

    public static string InMethod(string body) => $$"""
        using System.Net.Http;
        using System.Net.Security;
        using HyperscaleSdk;
        using OllamaSharp;
        using OpenAI;

        public sealed class Desk
        {
            private static bool All(object a, object? b, object? c, SslPolicyErrors d) { return true; }

            private static bool Some(object a, object? b, object? c, SslPolicyErrors d) { if (d == SslPolicyErrors.None) return true; return false; }

            public void Run(HttpClient http, HttpClientHandler handler, System.IO.Stream stream, string given)
            {
        {{body}}
            }
        }
        """;

    public static AnalyzerTest<InsecureTransportAnalyzer> Test(string body) =>
        AnalyzerTest.For<InsecureTransportAnalyzer>().WithSource(InMethod(body)).WithSource(Types);
}
