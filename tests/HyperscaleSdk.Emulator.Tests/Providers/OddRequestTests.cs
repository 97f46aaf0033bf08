using System.Text.Json.Nodes;
using HyperscaleSdk.Emulator.Tests.Support;

namespace HyperscaleSdk.Emulator.Tests.Providers;

/// <summary>Whatever stands in a field of any provider: a success or a refusal in its envelope, never a crash.</summary>
public sealed class OddRequestTests : ProviderTest
{
    private static readonly string[] Values = ["null", "0", "-1", "1e308", "\"x\"", "\"\"", "[]", "{}", "[1]", "[null]", "[{}]", "true", """{"type":{},"json":[],"choice":1,"effort":2}"""];

    private static readonly string[] Fields =
    [
        "model", "messages", "stream", "stream_options", "temperature", "top_p", "max_tokens", "max_completion_tokens", "tools", "tool_choice", "parallel_tool_calls", "response_format",
        "structured_outputs", "reasoning_effort", "reasoning", "chat_template_kwargs", "parse_reasoning", "include_reasoning", "stop", "n", "modelIds", "contents", "llmConfig",
        "isStream", "systemPrompt", "prompt", "argument",
    ];

    public static TheoryData<string, string> Operations => ProviderCases.Operations;

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task OddValues_NeverCrashTheEmulator(string id, string operation)
    {
        var provider = ProviderCases.Get(id);
        if (operation is "stream")
            return;
        var (path, valid) = operation is "embedding"
            ? (provider.Embeddings!, provider.Shape == WireShape.Clova ? """{"text":"안녕"}""" : $$"""{"model":"{{provider.EmbeddingModel}}","input":"안녕"}""")
            : (provider.Chat, provider.Body("안녕"));
        foreach (var value in Values)
        {
            foreach (var field in operation is "embedding" ? (string[])["model", "input", "text", "encoding_format", "dimensions"] : Fields)
            {
                var body = JsonNode.Parse(valid)!;
                body[field] = JsonNode.Parse(value);

                var answer = await SendAsync(provider.Post(Host, path, body.ToJsonString(RelaxedJson.Options)));

                Assert.True(answer.Status is 200 or 400 or 404 or 422, $"{answer.Status} {body}");
                Assert.True(answer.Status is 200 || answer.Body.Length > 10, $"{answer.Status} {body}");
            }
        }
    }
}
