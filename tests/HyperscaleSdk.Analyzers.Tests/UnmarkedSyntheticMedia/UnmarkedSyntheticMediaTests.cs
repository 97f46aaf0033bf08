using Microsoft.CodeAnalysis;

namespace HyperscaleSdk.Analyzers.Tests.UnmarkedSyntheticMedia;

public sealed class UnmarkedSyntheticMediaTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("file", """var r = await painter.GenerateImagesAsync(q); var image = r.Contents.OfType<DataContent>().First(); await File.WriteAllBytesAsync("a.png", [|image.Data.ToArray()|]);""")]
    [InlineData("save", """var r = await painter.GenerateImagesAsync(q); await [|r.Contents.OfType<DataContent>().First()|].SaveToAsync("a.png");""")]
    [InlineData("pattern", """var r = await painter.GenerateImagesAsync(q); if (r.Contents[0] is DataContent image) { await [|image|].SaveToAsync("a.png"); }""")]
    [InlineData("voice", """var r = await speaker.GetAudioAsync(q); foreach (var part in r.Contents) { if (part is DataContent audio) { File.WriteAllBytes("a.mp3", [|audio.Data.ToArray()|]); } }""")]
    [InlineData("picture in an answer", """var r = await chat.GetResponseAsync(q); var image = r.Messages.SelectMany(m => m.Contents).OfType<DataContent>().First(); File.WriteAllBytes("a.png", [|image.Data.ToArray()|]);""")]
    [InlineData("endpoint", """app.MapGet("/image", async (string q) => { var r = await painter.GenerateImagesAsync(q); var image = (DataContent)r.Contents[0]; return Results.File([|image.Data.ToArray()|], "image/png"); });""")]
    [InlineData("endpoint as text", """app.MapGet("/image", async (string q) => { var r = await painter.GenerateImagesAsync(q); return [|((DataContent)r.Contents[0]).Uri|]; });""")]
    [InlineData("flag only", """app.MapGet("/image", async (string q) => { var r = await painter.GenerateImagesAsync(q); return Results.Json([|new { image = ((DataContent)r.Contents[0]).Uri, isAiGenerated = true }|]); });""")]
    [InlineData("response body", """var r = await painter.GenerateImagesAsync(q); await http.Response.Body.WriteAsync([|((DataContent)r.Contents[0]).Data|]);""")]
    [InlineData("provider's picture", """var i = await images.GenerateImageAsync(q); File.WriteAllBytes("a.png", [|i.ImageBytes.ToArray()|]);""")]
    [InlineData("provider's voice", """var v = voices.GenerateSpeech(q); await File.WriteAllBytesAsync("a.mp3", [|v.ToArray()|]);""")]
    [InlineData("upload", """var i = await images.GenerateImageAsync(q); await bucket.UploadAsync([|i.ImageBytes|]);""")]
    public async Task Media_WithoutMark_IsReported(string variant, string body)
    {
        var diagnostics = await MediaSnippets.Test(MediaSnippets.InMethod(body)).RunAsync(Cancellation);

        Assert.True(diagnostics.Count == 1 && diagnostics[0].Diagnostic.Severity == DiagnosticSeverity.Error, variant);
    }

    [Theory]
    [InlineData("marked", """var r = await painter.GenerateImagesAsync(q); await r.Contents.OfType<DataContent>().First().MarkSynthetic(c => new DataContent(Watermarks.Draw(c), "image/png")).SaveToAsync("a.png");""")]
    [InlineData("own watermark", """var r = await painter.GenerateImagesAsync(q); File.WriteAllBytes("a.png", Watermarks.Draw((DataContent)r.Contents[0]));""")]
    [InlineData("caption beside", """app.MapGet("/image", async (string q) => { var r = await painter.GenerateImagesAsync(q); return Results.Json(new { image = ((DataContent)r.Contents[0]).Uri, caption = "AI가 생성한 이미지입니다." }); });""")]
    [InlineData("draft", """var r = await painter.GenerateImagesAsync(q); File.WriteAllBytes("drafts/a.png", ((DataContent)r.Contents[0]).Data.ToArray()); File.WriteAllBytes(Path.GetTempFileName(), ((DataContent)r.Contents[0]).Data.ToArray());""")]
    [InlineData("user's picture", """await upload.SaveToAsync("a.png"); await File.WriteAllBytesAsync("b.png", upload.Data.ToArray());""")]
    [InlineData("kept", """var r = await painter.GenerateImagesAsync(q); using var memory = new MemoryStream(); memory.Write(((DataContent)r.Contents[0]).Data.Span);""")]
    [InlineData("text", """var r = await chat.GetResponseAsync(q); await File.WriteAllTextAsync("a.txt", r.Text);""")]
    [InlineData("usage", """var r = await painter.GenerateImagesAsync(q); await File.WriteAllTextAsync("a.txt", $"{r.Contents.Count} {r.Usage?.TotalTokenCount}");""")]
    public async Task Media_MarkedOrKept_IsNotReported(string variant, string body)
    {
        var diagnostics = await MediaSnippets.Test(MediaSnippets.InMethod(body)).RunAsync(Cancellation);

        Assert.True(diagnostics.Count == 0, variant);
    }

    [Theory]
    [InlineData("HyperscaleRole", "Internal")]
    [InlineData("HyperscaleRole", "None")]
    [InlineData("IsTestProject", "true")]
    public async Task Media_NotOfAService_IsNotReported(string property, string value)
        => await MediaSnippets.Test(MediaSnippets.InMethod("""var i = await images.GenerateImageAsync(q); File.WriteAllBytes("a.png", i.ImageBytes.ToArray());""")).WithProperty(property, value).RunAsync(Cancellation);

    [Fact]
    public async Task Media_OfAWorkOfArt_IsNotReported()
        => await MediaSnippets.Test(MediaSnippets.InMethod("""var i = await images.GenerateImageAsync(q); File.WriteAllBytes("a.png", i.ImageBytes.ToArray());""", "[ArtisticWork]")).RunAsync(Cancellation);

    [Fact]
    public async Task Fix_Content_IsSentThroughMarkSynthetic()
        => await MediaSnippets.Fix(MediaSnippets.InMethod("""var r = await painter.GenerateImagesAsync(q); var image = (DataContent)r.Contents[0]; File.WriteAllBytes("a.png", image.Data.ToArray());"""))
            .WithFixed(MediaSnippets.InMethod("""var r = await painter.GenerateImagesAsync(q); var image = (DataContent)r.Contents[0]; File.WriteAllBytes("a.png", image.MarkSynthetic(content => throw new System.NotImplementedException("Draw or speak a mark that people notice.")).Data.ToArray());"""))
            .RunAsync(Cancellation);

    [Fact]
    public async Task FixAll_Contents_AreAllSentThroughMarkSynthetic()
        => await MediaSnippets.Fix(MediaSnippets.InMethod("""var r = await painter.GenerateImagesAsync(q); var image = (DataContent)r.Contents[0]; await image.SaveToAsync("a.png"); await image.SaveToAsync("b.png");"""))
            .WithFixed(MediaSnippets.InMethod("""var r = await painter.GenerateImagesAsync(q); var image = (DataContent)r.Contents[0]; await image.MarkSynthetic(content => throw new System.NotImplementedException("Draw or speak a mark that people notice.")).SaveToAsync("a.png"); await image.MarkSynthetic(content => throw new System.NotImplementedException("Draw or speak a mark that people notice.")).SaveToAsync("b.png");"""))
            .RunFixAllAsync(Cancellation);

    [Fact]
    public async Task Fix_OtherForms_AreNotOffered()
        => await MediaSnippets.Fix(MediaSnippets.InMethod("""var i = await images.GenerateImageAsync(q); File.WriteAllBytes("a.png", i.ImageBytes.ToArray());""")).RunNoFixAsync(Cancellation);
}
