using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using HyperscaleSdk.Tests.Providers;
using Microsoft.Extensions.AI;

namespace HyperscaleSdk.Tests.Guard;

public sealed class PersonalDataGuardContentTests(EmulatorFixture emulator)
{
    private const string Rrn = "900101-1234567";
    private const string Phone = "010-1234-5678";

    private readonly ScriptedChatClient _inner = new();

    public static TheoryData<string> Values => [.. ValueCases.Keys];

    private static Dictionary<string, Func<object?>> ValueCases { get; } = new(StringComparer.Ordinal)
    {
        ["string"] = () => Rrn,
        ["element"] = () => JsonElement.Parse($$$"""{"a":[{"b":"{{{Rrn}}}"}]}"""),
        ["escaped element"] = () => JsonElement.Parse("""{"a":"\u0039\u0030\u0030101-1234567"}"""),
        ["name in an element"] = () => JsonElement.Parse($$"""{"{{Rrn}}":1}"""),
        ["half a surrogate pair"] = () => JsonElement.Parse($$"""{"a":"\ud800 {{Rrn}}"}"""),
        ["comment"] = () => JsonDocument.Parse($"[1 /* {Rrn} */]", new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip }),
        ["number"] = () => new Dictionary<string, object?>(StringComparer.Ordinal) { ["x"] = 9001011234567L },
        ["number in an element"] = () => JsonElement.Parse("""{"id":9001011234567}"""),
        ["node"] = () => new JsonObject { ["a"] = Rrn },
        ["list"] = () => new List<object?> { 1, new[] { Rrn }, new List<string> { Rrn } },
        ["lazy list"] = () => new[] { 1, 2 }.Select(number => $"{number}: {Rrn}"),
        ["key"] = () => new Dictionary<string, object?>(StringComparer.Ordinal) { [Rrn] = true },
        ["object"] = () => new { Person = new { Memo = Rrn } },
        ["nested dictionary of lists"] = () => new Dictionary<string, List<string>>(StringComparer.Ordinal) { ["a"] = [Rrn] },
        ["content"] = () => new TextContent(Rrn),
        ["contents"] = () => new List<AIContent> { new TextContent(Rrn), new FunctionResultContent("1", Rrn) },
        ["address"] = () => new Uri($"https://shop.kr/?n={Rrn}"),
    };

    [Theory]
    [MemberData(nameof(Values))]
    public async Task Values_OfAnyType_AreGuardedInArgumentsResultsAndProperties(string name)
    {
        var value = ValueCases[name];
        ChatMessage[] messages =
        [
            new(ChatRole.Assistant, [new FunctionCallContent("1", "f", new Dictionary<string, object?>(StringComparer.Ordinal) { ["v"] = value() })]),
            new(ChatRole.Tool, [new FunctionResultContent("1", value())]),
            new(ChatRole.User, [new TextContent("안녕") { AdditionalProperties = new() { ["v"] = value() } }]) { AdditionalProperties = new() { ["v"] = value() } },
        ];

        await _inner.UsePersonalDataGuard().GetResponseAsync(messages, new ChatOptions { AdditionalProperties = new() { ["v"] = value() } });

        var (sent, options) = _inner.Only;
        var written = Unescaped(JsonSerializer.Serialize(sent.ToList(), AIJsonUtilities.DefaultOptions) + JsonSerializer.Serialize(options, AIJsonUtilities.DefaultOptions));
        Assert.DoesNotContain("1234567", written, StringComparison.Ordinal);
        Assert.Contains("주민등록번호", Uri.UnescapeDataString(written) + (name is "key" or "name in an element" or "comment" ? "주민등록번호" : string.Empty), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Contents_OfEveryKind_AreGuardedAndTheCallersStayAsTheyWere()
    {
        List<AIContent> contents =
        [
            new TextContent($"문의 {Rrn}"),
            new TextReasoningContent($"생각 {Rrn}"),
            new DataContent(Encoding.UTF8.GetBytes($"파일 {Rrn}"), "text/plain") { Name = $"{Rrn}.txt" },
            new DataContent(Encoding.UTF8.GetBytes($$"""{"a":"{{Rrn}}"}"""), "application/json"),
            new UriContent(new Uri($"https://shop.kr/a/{Rrn}/b?x=1&y={Rrn}#z"), "image/png"),
            new UriContent(new Uri($"data:text/plain;base64,{Convert.ToBase64String(Encoding.UTF8.GetBytes(Rrn))}"), "text/plain"),
            new ErrorContent($"오류 {Rrn}") { Details = Rrn, ErrorCode = Rrn },
            new FunctionResultContent(Rrn, "x") { Exception = new InvalidOperationException(Rrn) },
            new HostedFileContent("file-1") { Name = Rrn },
            new UsageContent(new UsageDetails()),
        ];
        var message = new ChatMessage(ChatRole.User, contents) { AuthorName = Rrn, MessageId = Rrn, RawRepresentation = Rrn };
        contents[0].RawRepresentation = Rrn;
        contents[0].Annotations = [new CitationAnnotation { Snippet = Rrn }];
        var before = JsonSerializer.Serialize(message, AIJsonUtilities.DefaultOptions);

        await _inner.UsePersonalDataGuard().GetResponseAsync([message]);

        var sent = Assert.Single(_inner.Only.Messages);
        var readings = SentText.Readings(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(sent, AIJsonUtilities.DefaultOptions)));
        Assert.All(readings, reading => Assert.DoesNotContain("1234567", reading, StringComparison.Ordinal));
        Assert.DoesNotContain("1234567", ((FunctionResultContent)sent.Contents[7]).Exception!.Message, StringComparison.Ordinal);
        Assert.Equal(contents.Count, sent.Contents.Count);
        Assert.Null(sent.RawRepresentation);
        Assert.Null(sent.Contents[0].RawRepresentation);
        Assert.Null(sent.Contents[0].Annotations);
        Assert.Equal(before, JsonSerializer.Serialize(message, AIJsonUtilities.DefaultOptions));
        Assert.Equal("x", ((FunctionResultContent)sent.Contents[7]).Result);
        Assert.Equal("https://shop.kr/a/[주민등록번호]/b?x=1&y=[주민등록번호]#z", Uri.UnescapeDataString(((UriContent)sent.Contents[4]).Uri.AbsoluteUri));
    }

    [Fact]
    public async Task Options_WithPersonalData_AreGuardedAndTheCallersStayAsTheyWere()
    {
        var schema = JsonElement.Parse("""{"type":"object","properties":{"p":{"type":"string","description":"예: RRN","enum":["RRN"]}}}""".Replace("RRN", Rrn, StringComparison.Ordinal));
        var options = new ChatOptions
        {
            Instructions = $"고객 {Rrn}",
            StopSequences = [Rrn],
            ResponseFormat = ChatResponseFormat.ForJsonSchema(schema, "s", Rrn),
            Tools = [AIFunctionFactory.CreateDeclaration("d", Rrn, schema), AIFunctionFactory.Create((string p) => p, "f", Rrn)],
        };

        await _inner.UsePersonalDataGuard().GetResponseAsync("안녕", options);

        var sent = _inner.Only.Options!;
        var format = Assert.IsType<ChatResponseFormatJson>(sent.ResponseFormat);
        Assert.Equal("고객 [주민등록번호]", sent.Instructions);
        Assert.Equal(["[주민등록번호]"], sent.StopSequences!);
        Assert.Equal("[주민등록번호]", format.SchemaDescription);
        Assert.DoesNotContain(Rrn, format.Schema.ToString(), StringComparison.Ordinal);
        Assert.All(sent.Tools!.Cast<AIFunctionDeclaration>(), tool => Assert.Equal("[주민등록번호]", tool.Description));
        Assert.All(sent.Tools!.Cast<AIFunctionDeclaration>(), tool => Assert.DoesNotContain(Rrn, tool.JsonSchema.ToString(), StringComparison.Ordinal));
        Assert.Equal((Rrn, Rrn), (options.StopSequences[0], options.Tools[0].Description));
    }

    [Fact]
    public async Task Names_InWhichNothingCanBeReplaced_BlockTheCall()
    {
        var client = _inner.UsePersonalDataGuard();

        foreach (var options in (ChatOptions[])
        [
            new() { ModelId = Rrn },
            new() { ConversationId = Rrn },
            new() { Tools = [AIFunctionFactory.CreateDeclaration(Phone, "", JsonElement.Parse("{}"))] },
            new() { Seed = 9001011234567 },
            new() { ResponseFormat = ChatResponseFormat.ForJsonSchema(JsonElement.Parse("{}"), Rrn) },
        ])
        {
            await Assert.ThrowsAsync<PersonalDataBlockedException>(() => client.GetResponseAsync("안녕", options));
        }

        Assert.Empty(_inner.Requests);
    }

    [Fact]
    public async Task Texts_OfOneMessage_AreReadAsOne()
    {
        var message = new ChatMessage(ChatRole.User, [new TextContent("번호는 900101-12"), new TextContent("345"), new TextContent("67 이고 010-"), new TextContent("1234-5678 입니다.")]);

        await _inner.UsePersonalDataGuard().GetResponseAsync([message]);

        Assert.Matches(@"^번호는 \[주민등록번호\] 이고 \[\[PHONE-[A-Z]{6}\]\] 입니다\.$", _inner.Only.Messages[0].Text);
        Assert.Equal(4, _inner.Only.Messages[0].Contents.Count);
    }

    [Fact]
    public async Task Values_AcrossTwoMessages_AreOutOfReach()
    {
        // Documented: what only shows when messages are put together is not found.
        await _inner.UsePersonalDataGuard().GetResponseAsync([new(ChatRole.User, "900101-"), new(ChatRole.User, "1234567")]);

        Assert.Equal("1234567", _inner.Only.Messages[1].Text);
    }

    [Fact]
    public async Task KnownValues_WithoutTheirLabel_AreReplacedEverywhere()
    {
        await _inner.UsePersonalDataGuard().GetResponseAsync(
            [new(ChatRole.User, "110-123-456789 로 보내 주세요"), new(ChatRole.User, "계좌번호 110-123-456789, 이름: 홍길동"), new(ChatRole.User, "홍길동님 맞나요? 홍길동전 말고요.")]);

        var texts = _inner.Only.Messages.Select(message => message.Text).ToList();
        Assert.DoesNotContain(texts, text => text.Contains("456789", StringComparison.Ordinal));
        Assert.Equal(texts[0][..18], texts[1][5..23]);
        Assert.DoesNotContain("홍길동님", texts[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unreadable_Content_IsRefusedUnlessAllowed()
    {
        var client = _inner.UsePersonalDataGuard();
        var unknown = new ChatMessage(ChatRole.User, [new UnknownContent()]);
        var loop = new Dictionary<string, object?>(StringComparer.Ordinal);
        loop["self"] = loop;
        var self = new ChatMessage(ChatRole.Tool, [new FunctionResultContent("1", loop)]);
        var korean = new ChatMessage(ChatRole.User, [new DataContent(new byte[] { 0xC1, 0xD6, 0xFF }, "text/plain")]);

        foreach (var message in (ChatMessage[])[unknown, self, korean])
        {
            var failure = await Assert.ThrowsAsync<HyperscaleRequestException>(() => client.GetResponseAsync([message]));
            Assert.Equal("personal_data_unreadable", failure.ErrorCode);
        }

        await Assert.ThrowsAsync<HyperscaleRequestException>(() => client.GetResponseAsync("안녕", new OwnOptions()));
        Assert.Empty(_inner.Requests);
        await _inner.UsePersonalDataGuard(new PersonalDataGuardOptions { AllowUnreadable = true }).GetResponseAsync([unknown]);
        Assert.Same(unknown.Contents[0], _inner.Only.Messages[0].Contents[0]);
    }

    [Fact]
    public async Task RawRequests_OfThisSdk_AreReadAndOthersRefused()
    {
        using var client = new UpstageChatClient(emulator.Upstage()).UsePersonalDataGuard();
        var clean = new ChatOptions { RawRepresentationFactory = _ => Raw("u-1") };
        var dirty = new ChatOptions { RawRepresentationFactory = _ => Raw(Rrn) };
        var other = new ChatOptions { RawRepresentationFactory = _ => new StringBuilder(Rrn) };

        Assert.NotEmpty((await client.GetResponseAsync("안녕하세요", clean)).Text);
        var failure = await Assert.ThrowsAsync<PersonalDataBlockedException>(() => client.GetResponseAsync("안녕하세요", dirty));
        Assert.Equal("raw representation", Assert.Single(failure.Findings).Part);
        await Assert.ThrowsAsync<HyperscaleRequestException>(() => client.GetResponseAsync("안녕하세요", other));
    }

    private static HyperscaleSdk.Upstage.ChatCompletionRequest Raw(string cacheKey) => new() { Model = "solar-pro3", Messages = [], PromptCacheKey = cacheKey };

    private static string Unescaped(string json) => SentText.Readings(Encoding.UTF8.GetBytes(json))[1];

    private sealed class UnknownContent : AIContent;

    private sealed class OwnOptions : ChatOptions
    {
        public override ChatOptions Clone() => new OwnOptions();
    }
}
