namespace HyperscaleSdk.Analyzers.Tests.UnlabelledOutput;

public sealed class UnlabelledOutputCodeFixTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("""app.MapPost("/ask", async (string q) => (await chat.GetResponseAsync(q)).Text);""", """app.MapPost("/ask", async (string q) => (await chat.GetResponseAsync(q)).Text.WithAiLabel());""")]
    [InlineData("""app.MapPost("/ask", async (string q) => Results.Ok(await AskAsync(chat, q)));""", """app.MapPost("/ask", async (string q) => Results.Ok((await AskAsync(chat, q)).WithAiLabel()));""")]
    [InlineData("""app.MapPost("/ask", async (string q) => await chat.GetResponseAsync(q));""", """app.MapPost("/ask", async (string q) => (await chat.GetResponseAsync(q)).WithAiLabel());""")]
    [InlineData("""var r = await chat.GetResponseAsync(q); File.WriteAllText("a.txt", r.Text);""", """var r = await chat.GetResponseAsync(q); File.WriteAllText("a.txt", r.Text + "\n\n" + AiLabel.Default);""")]
    [InlineData("""var r = await chat.GetResponseAsync(q); await http.Response.WriteAsJsonAsync(new { answer = r.Text });""", """var r = await chat.GetResponseAsync(q); await http.Response.WriteAsJsonAsync(new { answer = r.Text, label = AiLabel.Default });""")]
    [InlineData("""app.MapPost("/ask", async (string q) => new Answer { Text = (await chat.GetResponseAsync(q)).Text });""", """app.MapPost("/ask", async (string q) => new AiGenerated<Answer>(new Answer { Text = (await chat.GetResponseAsync(q)).Text }));""")]
    public async Task Output_WithoutLabel_IsLabelled(string before, string after)
        => await LabelSnippets.Fix(LabelSnippets.InProgram(before)).WithFixed(LabelSnippets.InProgram(after)).RunAsync(Cancellation);

    [Fact]
    public async Task Outputs_FixAll_AreAllLabelled()
        => await LabelSnippets.Fix(LabelSnippets.InProgram("""app.MapGet("/a", async (string q) => (await chat.GetResponseAsync(q)).Text); app.MapGet("/b", async (string q) => Results.Ok((await chat.GetResponseAsync(q)).Text));"""))
            .WithFixed(LabelSnippets.InProgram("""app.MapGet("/a", async (string q) => (await chat.GetResponseAsync(q)).Text.WithAiLabel()); app.MapGet("/b", async (string q) => Results.Ok((await chat.GetResponseAsync(q)).Text.WithAiLabel()));"""))
            .RunFixAllAsync(Cancellation);

    [Fact]
    public async Task Action_ReturnsText_GetsTheLabelInTheText()
        => await LabelSnippets.Fix(LabelSnippets.InController("""[HttpPost] public async Task<string> Ask(string q) => (await chat.GetResponseAsync(q)).Text;"""))
            .WithFixed(LabelSnippets.InController("""[HttpPost] public async Task<string> Ask(string q) => (await chat.GetResponseAsync(q)).Text + "\n\n" + AiLabel.Default;""")).RunAsync(Cancellation);

    [Fact]
    public async Task Action_ReturnsItsOwnType_OffersNoFix()
        => await LabelSnippets.Fix(LabelSnippets.InController("""[HttpPost] public async Task<ActionResult<Answer>> Ask(string q) { var r = await chat.GetResponseAsync(q); return new Answer { Text = r.Text }; }""")).RunNoFixAsync(Cancellation);
}
