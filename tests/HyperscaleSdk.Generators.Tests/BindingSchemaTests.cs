using HyperscaleSdk.Specification.Diagnostics;
using HyperscaleSdk.Specification.Text;
using HyperscaleSdk.TestKit;

namespace HyperscaleSdk.Generators.Tests;

/// <summary>The schema of the binding language (docs/spec-binding.schema.json) says what the compiler of bindings says.</summary>
public sealed class BindingSchemaTests
{
    private const string Unknown = "qqqqqqqqqqqqqqqq";

    private static readonly SpecNode Schema = SpecReader.Read("schema", Text("docs/spec-binding.schema.json")).Root!;

    public static TheoryData<string> Providers()
        => [.. Directory.EnumerateDirectories(Path.Combine(RepositoryPaths.Root, "specs")).Select(folder => "specs/" + Path.GetFileName(folder)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Providers))]
    [InlineData("tests/HyperscaleSdk.Generators.Tests/Bindings/vllm")]
    public void Binding_OfAProvider_FollowsTheSchemaAndCompiles(string folder)
    {
        var binding = Text(folder + "/binding.yaml");

        Assert.Empty(JsonSchemaCheck.Problems(Schema, Extension(binding)));
        var outcome = Compile(folder, binding);
        Assert.Empty(outcome.Diagnostics);
        Assert.Equal(binding.Contains("\n        chat:", StringComparison.Ordinal), outcome.Plan!.ChatRoutes.Count > 0);
        Assert.Equal(folder.StartsWith("specs/", StringComparison.Ordinal) ? Path.GetFileName(folder) : outcome.Plan.Provider.Id, outcome.Plan.Provider.Id);
    }

    [Theory]
    [InlineData("version: 1", "version: 2")]
    [InlineData("telemetry: upstage", "telemetri: upstage")]
    [InlineData("perCall: 100", "perCall: 0")]
    [InlineData("topK: /top_k", "topK: top_k")]
    [InlineData("when: images", "when: pictures")]
    [InlineData("asOf: 2026-09-19", "asOf: yesterday")]
    public void Binding_WithAMistake_IsRefusedBySchemaAndCompiler(string right, string wrong)
    {
        var binding = Text("specs/upstage/binding.yaml").Replace(right, wrong, StringComparison.Ordinal);

        Assert.NotEmpty(JsonSchemaCheck.Problems(Schema, Extension(binding)));
        Assert.NotEmpty(Compile("specs/upstage", binding).Diagnostics);
    }

    // '|' marks where an unknown key is put: the compiler answers with the keys that it knows there.
    [Theory]
    [InlineData("binding", "clova", "x-hyperscale:|")]
    [InlineData("provider", "clova", "        provider:|")]
    [InlineData("key", "clova", "key: {| scheme")]
    [InlineData("data", "clova", "        data:|")]
    [InlineData("model", "clova", "- {| id: clir-emb-dolphin")]
    [InlineData("limits", "clova", "limits: {| requestsPerMinute: 60")]
    [InlineData("price", "clova", "prices: [{| from: 2026-09-19, currency: KRW, input: 200")]
    [InlineData("errors", "clova", "        errors:|")]
    [InlineData("chat", "kogpt", "        chat:|")]
    [InlineData("modelPlace", "clova", "model: {| path: modelName }")]
    [InlineData("rule", "clova", "- {| when: [reasoning, tools]")]
    [InlineData("chatRequest", "clova", "            request:|")]
    [InlineData("optionSlot", "clova", "temperature: {| at: /temperature, min: 0")]
    [InlineData("messages", "clova", "              messages:|")]
    [InlineData("parts", "clova", "                parts:|")]
    [InlineData("part", "clova", "imageUrl: {| type")]
    [InlineData("requestToolCalls", "clova", "toolCalls: {| at: /toolCalls, id: /id, type")]
    [InlineData("toolResult", "clova", "toolResult: {| id")]
    [InlineData("transcript", "fabrix", "transcript: {| at")]
    [InlineData("tools", "clova", "              tools:|")]
    [InlineData("toolChoice", "clova", "              toolChoice:|")]
    [InlineData("specificTool", "clova", "specific: {| name")]
    [InlineData("responseFormat", "clova", "              responseFormat:|")]
    [InlineData("jsonSchema", "clova", "jsonSchema: {| type")]
    [InlineData("answer", "clova", "            response:|")]
    [InlineData("answer", "clova", "                token:|")]
    [InlineData("answerToolCalls", "clova", "toolCalls: {| at: /result/message/toolCalls")]
    [InlineData("finish", "clova", "finish: {| at: /result/finishReason")]
    [InlineData("chatUsage", "clova", "              usage:|")]
    [InlineData("fail", "clova", "fail: {| code: /status/code, message: /status/message, unless")]
    [InlineData("stream", "clova", "            stream:|")]
    [InlineData("embeddings", "upstage", "        embeddings:|")]
    [InlineData("embeddingInput", "upstage", "input: {| perCall")]
    [InlineData("embeddingAnswer", "clova", "            response:|", "        embeddings:")]
    [InlineData("vectors", "vllm", "vectors: {| at: /data }", "        embeddings:")]
    [InlineData("embeddingUsage", "clova", "usage: {| input: /result/inputTokens }")]
    public void Schema_KeysOfAMapping_AreThoseThatTheCompilerKnows(string definition, string provider, string place, string after = "")
    {
        var folder = Folder(provider);
        var binding = WithUnknownKey(Prepared(provider, Text(folder + "/binding.yaml")), place, after);

        var message = Assert.Single(Compile(folder, binding).Diagnostics, diagnostic => diagnostic.Message.Contains(Unknown, StringComparison.Ordinal)).Message;

        var known = message[(message.IndexOf(" are ", StringComparison.Ordinal) + 5)..].TrimEnd('.').Split(", ");
        var described = Schema["$defs"]![definition]!["properties"]!.Members.Select(member => member.Name);
        Assert.Equal(known.Order(StringComparer.Ordinal), described.Order(StringComparer.Ordinal), StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("HSAI1101", "descriptionRequired: true", "descriptionRequred: true", "Did you mean 'descriptionRequired'?")]
    [InlineData("HSAI1102", "stop: /stop\n", "stop: /stops\n", "there is no 'stops' here")]
    [InlineData("HSAI1103", "operation: createChatCompletionV3", "operation: createChat", "The document has no operation 'createChat'")]
    [InlineData("HSAI1104", "temperature: { at: /temperature, min: 0, max: 1 }", "temperature: /messages", "a number cannot be put into it")]
    public void Binding_WithAMistake_IsReportedAtItsPlace(string id, string right, string wrong, string says)
    {
        // One place only: two routes of the binding share these lines.
        var text = Text(Folder("clova") + "/binding.yaml");
        var at = text.IndexOf(right, StringComparison.Ordinal);
        var binding = text[..at] + wrong + text[(at + right.Length)..];

        var diagnostic = Assert.Single(Compile(Folder("clova"), binding).Diagnostics);

        Assert.Equal(id, diagnostic.Id);
        Assert.Contains(says, diagnostic.Message, StringComparison.Ordinal);
        Assert.Equal("binding.yaml", Path.GetFileName(diagnostic.Path));
        var line = binding[..binding.IndexOf(wrong.TrimEnd('\n'), StringComparison.Ordinal)].Count(character => character == '\n');
        Assert.Equal(line, diagnostic.Start.Line);
    }

    [Fact]
    public void Binding_ThatIsMissing_IsReported()
    {
        var outcome = SpecCompiler.Compile(Request("specs/upstage", bindingText: null), TestContext.Current.CancellationToken);

        Assert.Equal(SpecIds.BindingMissing, Assert.Single(outcome.Diagnostics).Id);
    }

    private static string Folder(string provider) => provider switch
    {
        "clova" => "specs/naver-clovastudio",
        "upstage" => "specs/upstage",
        "fabrix" => "specs/samsung-fabrix",
        "kogpt" => "specs/kakao-kogpt",
        _ => "tests/HyperscaleSdk.Generators.Tests/Bindings/" + provider,
    };

    private static string Prepared(string provider, string binding)
        => provider == "vllm" ? binding + "          response: { vectors: { at: /data } }\n" : binding;

    private static string WithUnknownKey(string binding, string place, string after)
    {
        var mark = place.IndexOf('|', StringComparison.Ordinal);
        var start = binding.IndexOf(after, StringComparison.Ordinal);
        var at = binding.IndexOf(place.Remove(mark, 1), start, StringComparison.Ordinal);
        Assert.True(at >= 0, $"The binding has no '{place}'.");
        at += mark;
        if (binding[at - 1] == '{')
        {
            return binding.Insert(at, $" {Unknown}: 1,");
        }

        // A block mapping: the key stands on a line of its own, as deep as the next one.
        var next = binding.IndexOf('\n', at) + 1;
        var indent = binding[next..].Length - binding[next..].TrimStart(' ').Length;
        return binding.Insert(next, $"{new string(' ', indent)}{Unknown}: 1\n");
    }

    private static SpecNode Extension(string binding) => SpecReader.Read("binding.yaml", binding).Root!["actions"]!.Items[0]["update"]!["x-hyperscale"]!;

    private static SpecOutcome Compile(string folder, string binding) => SpecCompiler.Compile(Request(folder, binding), TestContext.Current.CancellationToken);

    private static SpecRequest Request(string folder, string? bindingText)
    {
        // A profile has no document of its own.
        var document = bindingText is not null && SpecExtends.Of(folder + "/binding.yaml", bindingText, TestContext.Current.CancellationToken) is { } extends ? extends : folder + "/openapi.yaml";
        return new(document, Text(document), folder + "/binding.yaml", bindingText, "Tests", ModelNamespace: null, "Sample");
    }

    private static string Text(string path) => File.ReadAllText(Path.Combine(RepositoryPaths.Root, path));
}
