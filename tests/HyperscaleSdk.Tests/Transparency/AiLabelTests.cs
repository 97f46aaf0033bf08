using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace HyperscaleSdk.Tests.Transparency;

public sealed class AiLabelTests
{
    [Fact]
    public void WithAiLabel_Response_CarriesTextLabelAndModel()
    {
        var response = new ChatResponse(new ChatMessage(ChatRole.Assistant, "안녕하세요")) { ModelId = "solar-pro3" };

        var labelled = response.WithAiLabel("upstage");

        Assert.Equal(("안녕하세요", AiLabel.Default, "solar-pro3", "upstage"), (labelled.Content, labelled.Label, labelled.Model, labelled.Provider));
        Assert.True(labelled.IsAiGenerated);
    }

    [Theory]
    [InlineData("ko-KR", AiLabel.Korean)]
    [InlineData("en-US", AiLabel.English)]
    [InlineData("", AiLabel.English)]
    public void WithAiLabel_Text_SpeaksTheReadersLanguage(string culture, string label)
        => Assert.Equal(label, "text".WithAiLabel(culture: CultureInfo.GetCultureInfo(culture)).Label);

    [Fact]
    public void AiGenerated_AsJson_HasTheLabelBesideTheContent()
    {
        var json = JsonSerializer.SerializeToElement("text".WithAiLabel(), JsonSerializerOptions.Web);

        Assert.Equal("text", json.GetProperty("content").GetString());
        Assert.Equal(AiLabel.Default, json.GetProperty("label").GetString());
        Assert.True(json.GetProperty("isAiGenerated").GetBoolean());
        Assert.Equal("text".WithAiLabel(), json.Deserialize<AiGenerated<string>>(JsonSerializerOptions.Web));
    }
}
