using System.Text.Json;
using System.Text.Json.Nodes;
using HyperscaleSdk.Runtime;
using Microsoft.Extensions.AI;

namespace HyperscaleSdk.Tests.Chat;

public sealed class ChatCallTests
{
    [Theory]
    [InlineData(null, 1)]
    [InlineData("  ", 1)]
    [InlineData("be brief", 2)]
    public async Task Instructions_UnlessBlank_AreALeadingSystemMessage(string? instructions, int count)
    {
        var call = await Call("hi", new ChatOptions { Instructions = instructions });
        Assert.Equal(count, call.Messages.Count);
        Assert.Equal(count - 1, call.SystemMessageCount);
    }

    [Fact]
    public async Task Roles_KnownAndUnknown_AreMapped()
    {
        var call = await Call([new(ChatRole.System, "a"), new(new ChatRole("developer"), "b"), new(ChatRole.Assistant, "c"), new(new ChatRole("critic"), "d"), new(ChatRole.Tool, "e")]);
        Assert.Equal(["system", "system", "assistant", "user", "tool"], call.Messages.Select(message => message.Role), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Message_WithoutContents_IsEmptyText()
    {
        var call = await Call([new ChatMessage(ChatRole.User, [])]);
        var only = Assert.Single(call.Messages);
        Assert.Equal(string.Empty, only.Text);
        Assert.Null(only.Parts);
    }

    [Fact]
    public async Task Message_SeveralTexts_AreJoinedWithoutParts()
    {
        var call = await Call([new ChatMessage(ChatRole.User, [new TextContent("a"), new TextContent("b")]) { AuthorName = "kim", RawRepresentation = "raw" }]);
        var only = Assert.Single(call.Messages);
        Assert.Equal(("ab", null, "kim", "raw"), (only.Text, only.Parts, only.AuthorName, only.Raw));
    }

    [Fact]
    public async Task Assistant_TextReasoningAndToolCalls_StayOneMessageWithoutTheReasoning()
    {
        var call = await Call([new ChatMessage(ChatRole.Assistant, [new TextReasoningContent("hmm"), new TextContent("wait"), new FunctionCallContent("c1", "f", new Dictionary<string, object?>(StringComparer.Ordinal) { ["도시"] = "서울", ["n"] = 2, ["x"] = null })])]);
        var only = Assert.Single(call.Messages);
        Assert.Equal("wait", only.Text);
        var made = Assert.Single(only.ToolCalls);
        Assert.Equal(("c1", "f", """{"도시":"서울","n":2,"x":null}"""), (made.Id, made.Name, made.ArgumentsText));
        Assert.Equal("서울", made.ArgumentsObject.GetProperty("도시").GetString());
    }

    [Fact]
    public async Task ToolResults_InOneMessage_AreOneMessageEach()
    {
        var call = await Call(
        [
            new ChatMessage(ChatRole.Assistant, [new FunctionCallContent("c1", "weather"), new FunctionCallContent("c2", "time")]),
            new ChatMessage(ChatRole.Tool, [new FunctionResultContent("c1", "맑음"), new FunctionResultContent("c2", 12)]),
        ]);
        Assert.Equal([("c1", "weather", "맑음"), ("c2", "time", "12")], call.Messages.Skip(1).Select(message => (message.ToolCallId!, message.ToolName!, message.Text)));
        Assert.Equal("{}", call.Messages[0].ToolCalls[0].ArgumentsText);
    }

    public static TheoryData<object?, string> Results() => new()
    {
        { "plain \"text\"", "plain \"text\"" },
        { null, "" },
        { JsonElement.Parse("""{"a": [1]}"""), """{"a": [1]}""" },
        { JsonElement.Parse("\"s\""), "\"s\"" },
        { new JsonObject { ["a"] = 1 }, """{"a":1}""" },
        { true, "true" },
        { 1.5m, "1.5" },
        { new TextContent("t"), "t" },
        { new List<string> { "a", "b" }, """["a","b"]""" },
        { new MemoryStream(), "" },
        { double.NaN, "" },
    };

    [Theory]
    [MemberData(nameof(Results), DisableDiscoveryEnumeration = true)]
    public async Task ToolResult_OfAnyKind_IsText(object? result, string expected)
        => Assert.Equal(expected, Assert.Single((await Call([new ChatMessage(ChatRole.Tool, [new FunctionResultContent("c", result)])])).Messages).Text);

    [Fact]
    public async Task ToolResult_WithException_SaysOnlyThatItFailed()
    {
        var call = await Call([new ChatMessage(ChatRole.Tool, [new FunctionResultContent("c", "detail") { Exception = new InvalidOperationException("secret") }])]);
        Assert.Equal("Error: the tool failed.", call.Messages[0].Text);
    }

    [Fact]
    public async Task Images_ByValueAndAddress_AreParts()
    {
        var call = await Call([new ChatMessage(ChatRole.User, [new TextContent("see"), new DataContent(new byte[] { 1, 2, 3 }, "image/png"), new UriContent("https://example.com/a.jpg", "image/jpeg")])]);
        Assert.True(call.HasImages);
        var parts = Assert.Single(call.Messages).Parts!;
        Assert.Equal(["text", "imageData", "imageUrl"], parts.Select(part => part.Kind), StringComparer.Ordinal);
        Assert.Equal(("data:image/png;base64,AQID", "AQID", "image/png"), (parts[1].DataUri, parts[1].Base64, parts[1].MediaType));
        Assert.Equal("https://example.com/a.jpg", parts[2].Url);
    }

    public static TheoryData<AIContent, string> RefusedContents() => new()
    {
        { new DataContent(new byte[] { 1 }, "application/pdf"), "application/pdf" },
        { new UriContent("https://example.com/a.mp3", "audio/mpeg"), "audio/mpeg" },
        { new HostedFileContent("file-1"), "file kept at a provider" },
    };

    [Theory]
    [MemberData(nameof(RefusedContents), DisableDiscoveryEnumeration = true)]
    public async Task Contents_ThatCannotBeSent_AreRefusedBeforeSending(AIContent content, string words)
    {
        var handler = new StubHandler();
        using var client = StandInChatClient.Over(handler);
        var failure = await Assert.ThrowsAsync<HyperscaleRequestException>(() => client.GetResponseAsync([new ChatMessage(ChatRole.User, [content])]));
        Assert.Contains(words, failure.Message, StringComparison.Ordinal);
        Assert.Equal("unsupported", failure.ErrorCode);
        Assert.Empty(handler.Requests);
    }

    [Fact]
    public async Task Options_EveryOne_HasItsWireForm()
    {
        var call = await Call("hi", new ChatOptions
        {
            Temperature = 0.7f, TopP = 0.95f, TopK = 40, Seed = 4294967295, MaxOutputTokens = 1024, FrequencyPenalty = 0.1f, PresencePenalty = -0.2f,
            StopSequences = ["끝"], Reasoning = new ReasoningOptions { Effort = ReasoningEffort.ExtraHigh },
        });
        Assert.Equal((0.7, 0.95, 40L, 4294967295L, 1024L, 0.1, -0.2), (call.Temperature, call.TopP, call.TopK, call.Seed, call.MaxOutputTokens, call.FrequencyPenalty, call.PresencePenalty));
        Assert.Equal(["끝"], call.StopSequences);
        Assert.Equal("extraHigh", call.ReasoningEffort);
    }

    [Fact]
    public async Task Options_None_AreAllNull()
    {
        var call = await Call("hi");
        Assert.Null(call.Temperature);
        Assert.Null(call.StopSequences);
        Assert.Null(call.ReasoningEffort);
        Assert.Null(call.ToolMode);
        Assert.Null(call.ResponseFormat);
        Assert.Empty(call.Tools);
    }

    [Theory]
    [InlineData(ReasoningEffort.None, "none")]
    [InlineData(ReasoningEffort.Low, "low")]
    [InlineData(ReasoningEffort.Medium, "medium")]
    [InlineData(ReasoningEffort.High, "high")]
    public async Task ReasoningEffort_EachLevel_HasItsWord(ReasoningEffort effort, string word)
        => Assert.Equal(word, (await Call("hi", new ChatOptions { Reasoning = new ReasoningOptions { Effort = effort } })).ReasoningEffort);

    [Fact]
    public async Task Tools_Declarations_AreTakenWithSchemaAndStrictness()
    {
        var declaration = AIFunctionFactory.CreateDeclaration("pick", "Picks.", JsonElement.Parse("""{"type":"object"}"""));
        var strict = AIFunctionFactory.Create((int n) => n, new AIFunctionFactoryOptions { Name = "twice", AdditionalProperties = new Dictionary<string, object?>(StringComparer.Ordinal) { ["strict"] = true } });
        var call = await Call("hi", new ChatOptions { Tools = [declaration, strict], AllowMultipleToolCalls = false });
        Assert.Equal([("pick", "Picks.", null), ("twice", null, true)], call.Tools.Select(tool => (tool.Name, tool.Description, tool.Strict)));
        Assert.Equal("object", call.Tools[0].Parameters.GetProperty("type").GetString());
        Assert.False(call.ParallelToolCalls);
    }

    [Fact]
    public async Task Tools_Hosted_AreRefused()
    {
        using var client = StandInChatClient.Over(new StubHandler());
        await Assert.ThrowsAsync<HyperscaleRequestException>(() => client.GetResponseAsync("hi", new ChatOptions { Tools = [new HostedWebSearchTool()] }));
    }

    [Fact]
    public async Task ToolMode_EachMode_HasItsWordAndNoneKeepsTools()
    {
        var tools = new List<AITool> { AIFunctionFactory.Create(() => 1, "f") };
        Assert.Equal("auto", (await Call("hi", new ChatOptions { Tools = tools, ToolMode = ChatToolMode.Auto })).ToolMode);
        Assert.Equal("required", (await Call("hi", new ChatOptions { Tools = tools, ToolMode = ChatToolMode.RequireAny })).ToolMode);
        var specific = await Call("hi", new ChatOptions { Tools = tools, ToolMode = ChatToolMode.RequireSpecific("f") });
        Assert.Equal(("specific", "f"), (specific.ToolMode, specific.RequiredToolName));
        var none = await Call("hi", new ChatOptions { Tools = tools, ToolMode = ChatToolMode.None });
        Assert.Equal(("none", 1), (none.ToolMode, none.Tools.Count));
        Assert.Null((await Call("hi", new ChatOptions { ToolMode = ChatToolMode.RequireAny })).ToolMode);
    }

    [Fact]
    public async Task ResponseFormat_EachForm_HasItsWord()
    {
        Assert.Equal("text", (await Call("hi", new ChatOptions { ResponseFormat = ChatResponseFormat.Text })).ResponseFormat);
        Assert.Equal("json", (await Call("hi", new ChatOptions { ResponseFormat = ChatResponseFormat.Json })).ResponseFormat);
        var schema = await Call("hi", new ChatOptions { ResponseFormat = ChatResponseFormat.ForJsonSchema(JsonElement.Parse("""{"type":"array"}"""), "n", "d") });
        Assert.Equal(("jsonSchema", "n", "d", "array"), (schema.ResponseFormat, schema.JsonSchemaName, schema.JsonSchemaDescription, schema.JsonSchema!.Value.GetProperty("type").GetString()));
    }

    [Fact]
    public async Task Extras_OfSimpleTypes_BecomeJson()
    {
        var call = await Call("hi", new ChatOptions { AdditionalProperties = new() { ["a"] = "t", ["b"] = true, ["c"] = 3, ["d"] = JsonElement.Parse("[1]"), ["e"] = new JsonObject { ["k"] = 1 }, ["f"] = null, ["g"] = 0.5m, ["bad"] = new MemoryStream() } });
        Assert.Equal(["\"t\"", "true", "3", "[1]", """{"k":1}""", "0.5"], new[] { "a", "b", "c", "d", "e", "g" }.Select(name => call.TryGetExtra(name, out var value) ? value.GetRawText() : "-"), StringComparer.Ordinal);
        Assert.False(call.TryGetExtra("f", out _));
        Assert.False(call.TryGetExtra("absent", out _));
        Assert.Throws<HyperscaleRequestException>(() => call.TryGetExtra("bad", out _));
    }

    [Fact]
    public async Task Within_OutOfRange_NamesOptionValueAndRange()
    {
        using var client = StandInChatClient.Over(new StubHandler());
        var failure = await Assert.ThrowsAsync<HyperscaleRequestException>(() => client.GetResponseAsync("hi", new ChatOptions { Temperature = 1.5f }));
        Assert.Equal("stand-in (model-1): Temperature is 1.5 but must be at least 0 and at most 1.", failure.Message);
    }

    [Fact]
    public async Task Within_Bounds_AreInclusiveUnlessSaidOtherwise()
    {
        var call = await Call("hi");
        Assert.Equal(1, call.Within(1d, "x", 0, 1));
        Assert.Null(call.Within((double?)null, "x", 0, 1));
        Assert.Equal(5L, call.Within(5L, "n", 1, 5));
        Assert.Contains("more than 0 and less than 1", Assert.Throws<HyperscaleRequestException>(() => call.Within(0d, "x", 0, 1, minExclusive: true, maxExclusive: true)).Message, StringComparison.Ordinal);
        Assert.Contains("at least 1", Assert.Throws<HyperscaleRequestException>(() => call.Within(0L, "n", 1, null)).Message, StringComparison.Ordinal);
        Assert.Throws<HyperscaleRequestException>(() => call.Within(double.NaN, "x", null, null));
    }

    [Fact]
    public async Task IsModel_IgnoresCase()
    {
        var call = await Call("hi");
        Assert.True(call.IsModel("other", "MODEL-1"));
        Assert.False(call.IsModel("model"));
    }

    [Fact]
    public async Task Instruct_WithoutSystemMessage_AddsOneInFront()
    {
        var call = await Call("hi");
        call.Instruct("answer in JSON");
        Assert.Equal([("system", "answer in JSON"), ("user", "hi")], call.Messages.Select(message => (message.Role, message.Text)));
    }

    [Fact]
    public async Task JoinSystemMessages_Several_KeepTheirOrderAtTheFirstPlace()
    {
        var call = await Call([new(ChatRole.User, "u"), new(ChatRole.System, "1"), new(ChatRole.User, "v"), new(ChatRole.System, "2"), new(ChatRole.System, "3")]);
        call.JoinSystemMessages();
        Assert.Equal(["u", "1\n\n2\n\n3", "v"], call.Messages.Select(message => message.Text), StringComparer.Ordinal);
    }

    private static Task<ChatCall> Call(string text, ChatOptions? options = null) => Call([new ChatMessage(ChatRole.User, text)], options);

    private static async Task<ChatCall> Call(IEnumerable<ChatMessage> messages, ChatOptions? options = null)
    {
        ChatCall? seen = null;
        using var client = StandInChatClient.Over(new StubHandler().Answer(StubHandler.Json("""{"text":"ok"}""")), inspect: call => seen = call);
        await client.GetResponseAsync(messages, options);
        return seen!;
    }
}
