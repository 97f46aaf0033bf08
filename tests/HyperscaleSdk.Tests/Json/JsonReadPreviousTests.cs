using System.Text;
using System.Text.Json;
using HyperscaleSdk.OpenAICompatible;
using HyperscaleSdk.Runtime;

namespace HyperscaleSdk.Tests.Json;

public sealed class JsonReadPreviousTests
{
    private const string First = """{"id":"chat-1","model":"m","created":7,"choices":[{"index":0,"delta":{"role":"assistant","content":"a"}}],"tier":"x","note":"n","count":1}""";

    private delegate T Reading<T>(ref Utf8JsonReader reader);

    [Fact]
    public void String_SameText_IsThePreviousOne()
    {
        var previous = new string('가', 3);

        Assert.Same(previous, Read("\"가가가\"", (ref Utf8JsonReader reader) => JsonRead.String(ref reader, previous)));
        Assert.Same(previous, Read("\"\\uAC00가가\"", (ref Utf8JsonReader reader) => JsonRead.String(ref reader, previous)));
    }

    [Theory]
    [InlineData("\"b\"", "b")]
    [InlineData("\"\"", "")]
    [InlineData("\"aa\"", "aa")]
    public void String_OtherText_IsThatText(string json, string expected)
        => Assert.Equal(expected, Read(json, static (ref Utf8JsonReader reader) => JsonRead.String(ref reader, "a")));

    [Fact]
    public void String_NotAString_IsRefused()
        => Assert.Throws<JsonException>(() => Read("1", static (ref Utf8JsonReader reader) => JsonRead.String(ref reader, "1")));

    [Fact]
    public void Event_LikeTheOneBefore_SharesItsTextsAndNothingThatChanges()
    {
        var first = Chunk(First, previous: null);

        var next = Chunk(First.Replace("\"a\"", "\"b\"", StringComparison.Ordinal), first);

        Assert.Same(first.Id, next.Id);
        Assert.Same(first.Model, next.Model);
        Assert.Equal("b", next.Choices![0].Delta!.Content);
        Assert.NotSame(first.Choices, next.Choices);
        Assert.NotSame(first.Choices![0], next.Choices[0]);
        Assert.NotSame(first.AdditionalProperties, next.AdditionalProperties);
        Assert.Equal("a", first.Choices[0].Delta!.Content);
    }

    [Theory]
    [InlineData(First)]
    [InlineData("{}")]
    [InlineData("""{"id":"chat-2","model":"other","choices":[],"tier":null,"note":2}""")]
    [InlineData("""{"choices":[{"index":0,"delta":{}},{"index":1,"delta":{"content":"c"},"logprobs":{"content":[{"token":"c","logprob":-0.5}]}}],"tier":"y","more":{"note":"n"}}""")]
    [InlineData("""{"id":"chat-1","tier":"\u0078","usage":{"prompt_tokens":1,"completion_tokens":2}}""")]
    public void Event_AfterAnyOther_ReadsAsItWouldAlone(string json)
        => Assert.Equal(Written(Chunk(json, previous: null)), Written(Chunk(json, Chunk(First, previous: null))));

    [Fact]
    public void List_ItemsAlike_ShareTheirTexts()
    {
        var items = Read("""[{"id":"x"},{"id":"x"},{"id":"y"}]""", static (ref Utf8JsonReader reader) => JsonRead.List<ChatCompletionChunk>(ref reader, previous: null));

        Assert.Equal(["x", "x", "y"], items.Select(item => item.Id));
        Assert.Same(items[0].Id, items[1].Id);
    }

    [Fact]
    public void Singles_Base64WithEscapes_IsRead()
        => Assert.Equal([-0.5f, 1f], Read("\"AAAAvwAAgD8\\u003D\"", JsonRead.Singles));

    [Theory]
    [InlineData("\"AAAA\"")]
    [InlineData("\"****\"")]
    public void Singles_NotAVector_IsRefused(string json) => Assert.Throws<JsonException>(() => Read(json, JsonRead.Singles));

    private static ChatCompletionChunk Chunk(string json, ChatCompletionChunk? previous)
        => Read(json, (ref Utf8JsonReader reader) => JsonRead.Model(ref reader, previous));

    private static string Written(ChatCompletionChunk chunk)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            chunk.WriteJson(writer);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static T Read<T>(string json, Reading<T> read)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        reader.Read();
        return read(ref reader);
    }
}
