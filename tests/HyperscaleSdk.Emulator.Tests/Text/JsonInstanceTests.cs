using System.Text.Json;
using System.Text.Json.Nodes;
using HyperscaleSdk.Emulator.Tools;

namespace HyperscaleSdk.Emulator.Tests.Text;

public sealed class JsonInstanceTests
{
    private static readonly PromptHints Hints = new("서울에서 3명이 갑니다", ["서울", "3명", "갑니다"], [3m]);

    private static JsonNode? Create(string schema, bool requiredOnly = false)
    {
        using var document = JsonDocument.Parse(schema);
        return JsonNode.Parse(JsonInstance.CreateText(document.RootElement, Hints, requiredOnly));
    }

    [Theory]
    [InlineData("""{"type":"integer","minimum":10,"maximum":20}""", "10")]
    [InlineData("""{"type":"integer"}""", "3")]
    [InlineData("""{"type":"integer","multipleOf":5}""", "5")]
    [InlineData("""{"type":"number","exclusiveMinimum":3}""", "3.5")]
    [InlineData("""{"type":["null","boolean"]}""", "true")]
    [InlineData("""{"enum":["부산","서울"]}""", "\"서울\"")]
    [InlineData("""{"const":7}""", "7")]
    [InlineData("""{"type":"string","format":"date"}""", "\"2026-01-02\"")]
    [InlineData("""{"oneOf":[{"type":"null"},{"type":"integer"}]}""", "3")]
    [InlineData("""{"allOf":[{"properties":{"a":{"const":1}},"required":["a"]}],"properties":{"b":{"const":2}}}""", """{"a":1,"b":2}""")]
    [InlineData("""{"$ref":"#/$defs/x","$defs":{"x":{"const":"y"}}}""", "\"y\"")]
    public void Create_BySchema_FitsIt(string schema, string expected)
        => Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), Create(schema)), Create(schema)?.ToJsonString());

    [Fact]
    public void Create_ArgumentsOfACall_LeavesOptionalPropertiesOut()
        => Assert.Equal(["city"], Create("""{"type":"object","properties":{"city":{"type":"string"},"days":{"type":"integer"}},"required":["city"]}""", requiredOnly: true)!.AsObject().Select(property => property.Key), StringComparer.Ordinal);

    [Theory]
    [InlineData("""{"type":"object","properties":{"l":{"$ref":"#"},"r":{"$ref":"#"},"x":{"$ref":"#"}},"required":["l","r","x"]}""")]
    [InlineData("""{"$ref":"#"}""")]
    [InlineData("""{"type":"array","items":{"$ref":"#"},"minItems":100000}""")]
    [InlineData("""{"type":"string","minLength":1000000000}""")]
    [InlineData("""{"anyOf":[],"type":42,"properties":7,"required":"x"}""")]
    public void Create_FromAHostileSchema_EndsWithSomeJson(string schema)
        => Assert.True(JsonInstance.CreateText(JsonDocument.Parse(schema).RootElement, Hints, requiredOnly: true).Length < 1_000_000);
}
