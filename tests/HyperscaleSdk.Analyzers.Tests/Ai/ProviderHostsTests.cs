using System.Text.RegularExpressions;
using HyperscaleSdk.Analyzers.Ai;
using HyperscaleSdk.TestKit;

namespace HyperscaleSdk.Analyzers.Tests.Ai;

public sealed class ProviderHostsTests
{
    [Theory]
    [InlineData("https://api.upstage.ai/v1/chat/completions", "upstage")]
    [InlineData("https://API.Upstage.AI", "upstage")]
    [InlineData("api.upstage.ai", "upstage")]
    [InlineData("api.upstage.ai:443", "upstage")]
    [InlineData("https://user@api.upstage.ai:8443/v1?x=1", "upstage")]
    [InlineData("https://clovastudio.stream.ntruss.com/v3/chat-completions/HCX-005", "naver-clovastudio")]
    [InlineData("https://api.openai.com./v1", "openai")]
    [InlineData("https://my-firm.openai.azure.com/openai", "azure")]
    [InlineData("https://bedrock-runtime.ap-northeast-2.amazonaws.com", "aws-bedrock")]
    [InlineData("https://kanana-o.a2s-endpoint.kr-central-2.kakaocloud.com/v1", "kakao-kanana")]
    public void Find_AddressOfSupplier_NamesTheSupplier(string text, string provider) => Assert.Equal(provider, ProviderHosts.Find(text));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("https://")]
    [InlineData("@")]
    [InlineData("https://@/")]
    [InlineData("see https://api.upstage.ai")]
    [InlineData("https://example.kr/?next=https://api.upstage.ai")]
    [InlineData("https://api.upstage.ai.example.kr/v1")]
    [InlineData("https://myapi.upstage.ai.evil/v1")]
    [InlineData("https://api.upstage.ai@example.kr/v1")]
    [InlineData("ftp://api.upstage.ai")]
    [InlineData("https://.openai.azure.com")]
    [InlineData("/v1/chat/completions")]
    [InlineData("https://console.upstage.ai/docs")]
    public void Find_AnythingElse_FindsNothing(string? text) => Assert.Null(ProviderHosts.Find(text));

    [Theory]
    [InlineData("http://localhost:5081/v1", true)]
    [InlineData("http://127.0.0.1:5081", true)]
    [InlineData("http://[::1]:80/v1", true)]
    [InlineData("http://10.2.3.4/v1", true)]
    [InlineData("http://172.20.0.1/v1", true)]
    [InlineData("http://172.40.0.1/v1", false)]
    [InlineData("http://1.2.3.4.5/v1", false)]
    [InlineData("https://localhost.example.kr", false)]
    public void IsLocal_LoopbackAndPrivateOnly(string text, bool expected) => Assert.Equal(expected, ProviderHosts.IsLocal(text));

    public static TheoryData<string, string> HostsOfBindings()
    {
        var data = new TheoryData<string, string>();
        foreach (var binding in Directory.EnumerateFiles(Path.Combine(RepositoryPaths.Root, "specs"), "binding.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var hosts = Regex.Match(File.ReadAllText(binding), @"^ +hosts: \[(?<list>[^\]]*)\]", RegexOptions.Multiline | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5)).Groups["list"].Value;
            foreach (var host in hosts.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                data.Add(Path.GetFileName(Path.GetDirectoryName(binding)!), host);
            }
        }

        return data;
    }

    // The table is the compiler's own copy: it works in projects that know no descriptor.
    [Theory]
    [MemberData(nameof(HostsOfBindings))]
    public void Find_HostOfABinding_NamesThatProvider(string provider, string host)
        => Assert.StartsWith(ProviderHosts.Find("https://" + host + "/v1") ?? "nobody", provider, StringComparison.Ordinal);
}
