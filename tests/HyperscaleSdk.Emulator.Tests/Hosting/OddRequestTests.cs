using System.Text.Json.Nodes;
using HyperscaleSdk.Emulator.Tests.Support;

namespace HyperscaleSdk.Emulator.Tests.Hosting;

/// <summary>Whatever stands in a field: the answer is a success or a refusal in the provider's envelope, never a crash.</summary>
public sealed class OddRequestTests : EmulatorTest
{
    private static readonly string[] Values =
        ["null", "0", "-1", "1e308", "99999999999999999999", "\"x\"", "\"\"", "[]", "{}", "[1]", "[null]", "[{}]", "[[[]]]", "true", """{"type":{},"function":[],"schema":1}""", """{"role":1,"content":{}}"""];

    private static readonly string[] MessageFields = ["role", "content", "toolCalls", "toolCallId", "thinkingContent", "tool_calls", "tool_call_id"];

    [Theory]
    [InlineData("HCX-005", "messages,topP,topK,maxTokens,temperature,repetitionPenalty,stop,seed,includeAiFilters,tools,toolChoice,thinking,responseFormat")]
    [InlineData("HCX-007", "maxCompletionTokens,stop,thinking,tools,responseFormat")]
    public async Task Clova_OddValues_NeverCrashTheEmulator(string model, string fields)
    {
        foreach (var body in Variations("""{"messages":[{"role":"user","content":"안녕"}]}""", fields.Split(',')))
        {
            var chat = await Clova.PostAsync($"/v3/chat-completions/{model}", body);
            var count = await Clova.PostAsync($"/v3/api-tools/chat-tokenize/{model}", body);

            Assert.True(chat.Status is 200 ? chat.ClovaCode is "20000" : chat.Status is 400 && chat.ClovaCode!.StartsWith("400", StringComparison.Ordinal), body);
            Assert.True(count.Status is 200 or 400 && count.ClovaCode is not null, body);
        }
    }

    [Fact]
    public async Task Upstage_OddValues_NeverCrashTheEmulator()
    {
        string[] fields = ["model", "messages", "max_tokens", "stream", "stream_options", "temperature", "top_p", "frequency_penalty", "presence_penalty", "reasoning_effort", "response_format", "tools", "tool_choice", "parallel_tool_calls", "prompt_cache_key", "n", "stop"];
        foreach (var body in Variations("""{"model":"solar-pro4","messages":[{"role":"user","content":"안녕"}]}""", fields))
        {
            var answer = await Upstage.PostAsync("/chat/completions", body);

            Assert.True(answer.Status is 200 || (answer.Status is 400 or 404 && answer.ErrorCode is not null), body);
        }

        foreach (var body in Variations("""{"model":"solar-embedding-2-query","input":"안녕"}""", ["model", "input", "encoding_format", "dimensions"], messages: false))
        {
            var answer = await Upstage.PostAsync("/embeddings", body);

            Assert.True(answer.Status is 200 || (answer.Status is 400 or 404 && answer.ErrorCode is not null), body);
        }
    }

    [Theory]
    [InlineData("""{"type":"integer","minimum":79228162514264337593543950335}""")]
    [InlineData("""{"type":"number","exclusiveMinimum":79228162514264337593543950335}""")]
    [InlineData("""{"type":"integer","multipleOf":0.0000001}""")]
    [InlineData("""{"type":"string","minLength":-5,"maxLength":0}""")]
    public async Task Upstage_OddSchemas_AreStillAnswered(string schema)
    {
        var answer = await Upstage.PostAsync("/chat/completions", $$"""
            {"model":"solar-pro4","messages":[{"role":"user","content":"79228162514264337593543950335"}],
            "response_format":{"type":"json_schema","json_schema":{"name":"x","schema":{"type":"object","properties":{"v":{{schema}} } } } } }
            """);

        Assert.NotNull(JsonNode.Parse((string)answer.Json["choices"]![0]!["message"]!["content"]!)!["v"]);
    }

    private static IEnumerable<string> Variations(string valid, IReadOnlyList<string> fields, bool messages = true)
    {
        foreach (var value in Values)
        {
            foreach (var field in fields)
            {
                var body = JsonNode.Parse(valid)!;
                body[field] = JsonNode.Parse(value);
                yield return body.ToJsonString();
            }

            foreach (var field in messages ? MessageFields : [])
            {
                var body = JsonNode.Parse(valid)!;
                body["messages"]![0]![field] = JsonNode.Parse(value);
                yield return body.ToJsonString();
            }
        }
    }
}
