using Microsoft.CodeAnalysis;

namespace HyperscaleSdk.Analyzers.Tests.UnlabelledOutput;

public sealed class UnlabelledOutputTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("text of a lambda", """app.MapPost("/ask", async (string q) => [|(await chat.GetResponseAsync(q)).Text|]);""")]
    [InlineData("Results.Ok", """app.MapPost("/ask", async (string q) => Results.Ok([|(await chat.GetResponseAsync(q)).Text|]));""")]
    [InlineData("Results.Text", """app.MapGet("/ask", async (string q) => { var r = await chat.GetResponseAsync(q); return Results.Text([|r.Text|]); });""")]
    [InlineData("TypedResults", """app.MapGet("/ask", async (string q) => TypedResults.Ok([|$"답: {await chat.GetResponseAsync(q)}"|]));""")]
    [InlineData("object", """app.MapGet("/ask", async (string q) => { var r = await chat.GetResponseAsync(q); var text = r.ToString().Trim(); return Results.Json([|new { answer = text }|]); });""")]
    [InlineData("own type", """app.MapGet("/ask", async (string q) => { var r = await chat.GetResponseAsync(q); return [|new Answer { Text = r.Text }|]; });""")]
    [InlineData("own type filled later", """app.MapGet("/ask", async (string q) => { var a = new Answer(); a.Text = (await chat.GetResponseAsync(q)).Text; return [|a|]; });""")]
    [InlineData("response itself", """app.MapGet("/ask", async (string q) => [|await chat.GetResponseAsync(q)|]);""")]
    [InlineData("typed result", """app.MapGet("/ask", async (string q) => { var r = await chat.GetResponseAsync(q); return Results.Ok([|JsonSerializer.Deserialize<Answer>(r.Text)|]); });""")]
    [InlineData("method group", """app.MapPost("/ask", HandleAsync);""", """(IChatClient chat, string q) => [|(await chat.GetResponseAsync(q)).Text|];""")]
    [InlineData("local function", """async Task<string> Handle(string t) { var r = await chat.GetResponseAsync(t); return [|r.Text|]; } app.MapPost("/ask", Handle);""")]
    [InlineData("helper", """app.MapPost("/ask", async (string t) => Results.Ok([|await AskAsync(chat, t)|]));""")]
    [InlineData("stream of texts", """app.MapGet("/ask", (string q) => { async IAsyncEnumerable<string> Stream() { await foreach (var u in chat.GetStreamingResponseAsync(q)) yield return u.Text; } return [|Stream()|]; });""")]
    [InlineData("written", """await foreach (var u in chat.GetStreamingResponseAsync(q)) { await http.Response.WriteAsync([|u.Text|]); }""")]
    [InlineData("written as JSON", """var r = await chat.GetResponseAsync(q); await http.Response.WriteAsJsonAsync([|new { r.Text }|]);""")]
    [InlineData("SignalR", """var r = await chat.GetResponseAsync(q); await caller.SendAsync("answer", [|r.Text|]);""")]
    [InlineData("export", """var r = await chat.GetResponseAsync(q); await File.WriteAllTextAsync("report.txt", [|r.Text|]);""")]
    [InlineData("export of a builder", """var b = new StringBuilder(); await foreach (var u in chat.GetStreamingResponseAsync(q)) b.Append(u); File.WriteAllText("report.txt", [|b.ToString()|]);""")]
    [InlineData("export through a writer", """using var w = new StreamWriter("report.txt"); await foreach (var u in chat.GetStreamingResponseAsync(q)) { w.Write([|u.Text|]); }""")]
    [InlineData("prompt that speaks of AI", """var r = await chat.GetResponseAsync("AI가 생성한 글처럼 작성하세요"); await http.Response.WriteAsJsonAsync([|new { r.Text }|]);""")]
    [InlineData("bytes", """app.MapGet("/file", async (string q) => Results.File([|Encoding.UTF8.GetBytes((await chat.GetResponseAsync(q)).Text)|], "text/plain"));""")]
    public async Task Output_WithoutLabel_IsReported(string variant, string body, string? handler = null)
    {
        var source = LabelSnippets.InProgram(body);
        if (handler is not null)
        {
            source = source.Replace("HandleAsync(IChatClient chat, string q) => (await chat.GetResponseAsync(q)).Text;", "HandleAsync" + handler, StringComparison.Ordinal);
        }

        var diagnostics = await LabelSnippets.Test(source).RunAsync(Cancellation);

        Assert.True(diagnostics.Count == 1 && diagnostics[0].Diagnostic.Severity == DiagnosticSeverity.Warning, variant);
    }

    [Theory]
    [InlineData("""[HttpPost] public async Task<string> Ask(string q) => [|(await chat.GetResponseAsync(q)).Text|];""")]
    [InlineData("""[HttpPost] public async Task<IActionResult> Ask(string q) { var r = await chat.GetResponseAsync(q); return Ok([|r.Text|]); }""")]
    [InlineData("""[HttpPost] public async Task<ActionResult<Answer>> Ask(string q) { var r = await chat.GetResponseAsync(q); return [|new Answer { Text = r.Text }|]; }""")]
    [InlineData("""[HttpPost] public async Task<IActionResult> Ask(string q) { var r = await chat.GetResponseAsync(q); return [|new JsonResult(r.Text)|]; }""")]
    [InlineData("""[HttpPost] public async Task<IActionResult> Ask(string q) => Content([|await AskAsync(q)|]); private async Task<string> AskAsync(string q) => (await chat.GetResponseAsync(q)).Text;""")]
    [InlineData("""[HttpGet] public async IAsyncEnumerable<string> Ask(string q) { await foreach (var u in chat.GetStreamingResponseAsync(q)) { yield return [|u.Text|]; } }""")]
    public async Task Action_WithoutLabel_IsReported(string action) => await LabelSnippets.Test(LabelSnippets.InController(action)).RunAsync(Cancellation);

    [Theory]
    [InlineData("[|(await chat.GetResponseAsync(q)).Text + SUM|]")]
    [InlineData("(await chat.GetResponseAsync(q)).Text + SUM + AiLabel.Default")]
    [InlineData("AiLabel.Default + SUM + (await chat.GetResponseAsync(q)).Text")]
    public async Task Action_SumOfThousands_IsFollowedToItsEnds(string answer) => await LabelSnippets.Test(LabelSnippets.InController(
        "[HttpPost] public async Task<string> Ask(string q) => " + answer.Replace("SUM", string.Join(" + ", Enumerable.Repeat("q", 2_000)), StringComparison.Ordinal) + ";")).RunAsync(Cancellation);

    [Theory]
    [InlineData("""[HttpPost] public async Task<AiGenerated<string>> Ask(string q) => (await chat.GetResponseAsync(q)).WithAiLabel();""")]
    [InlineData("""[HttpPost] public async Task<IActionResult> Ask(string q) { Response.Headers["X-AI-Generated"] = "true"; return Ok((await chat.GetResponseAsync(q)).Text); }""")]
    [InlineData("""[AiLabelled] [HttpPost] public async Task<string> Ask(string q) => (await chat.GetResponseAsync(q)).Text;""")]
    [InlineData("""[NonAction] public async Task<string> Ask(string q) => (await chat.GetResponseAsync(q)).Text;""")]
    [InlineData("""private async Task<string> Ask(string q) => (await chat.GetResponseAsync(q)).Text; [HttpGet] public string Echo(string q) => q;""")]
    [InlineData("""[HttpPost] public async Task<int> Ask(string q) => (await chat.GetResponseAsync(q)).Text.Length;""")]
    [InlineData("""[HttpGet] public async IAsyncEnumerable<string> Ask(string q) { yield return AiLabel.Default; await foreach (var u in chat.GetStreamingResponseAsync(q)) { yield return u.Text; } }""")]
    public async Task Action_LabelledOrNone_IsNotReported(string action) => await LabelSnippets.Test(LabelSnippets.InController(action)).RunAsync(Cancellation);

    [Theory]
    [InlineData("AiGenerated", """app.MapPost("/ask", async (string q) => (await chat.GetResponseAsync(q)).WithAiLabel());""")]
    [InlineData("AiGenerated of text", """app.MapPost("/ask", async (string q) => Results.Ok(new AiGenerated<string>((await chat.GetResponseAsync(q)).Text)));""")]
    [InlineData("label beside", """app.MapPost("/ask", async (string q) => Results.Json(new { answer = (await chat.GetResponseAsync(q)).Text, aiLabel = "AI" }));""")]
    [InlineData("flag beside", """app.MapPost("/ask", async (string q) => Results.Json(new { answer = (await chat.GetResponseAsync(q)).Text, isAiGenerated = true }));""")]
    [InlineData("type with label", """app.MapPost("/ask", async (string q) => new LabelledAnswer { Text = (await chat.GetResponseAsync(q)).Text, Label = "x" });""")]
    [InlineData("type with flag", """app.MapPost("/ask", async (string q) => Results.Ok(new MarkedAnswer { Text = (await chat.GetResponseAsync(q)).Text }));""")]
    [InlineData("label in the text", """app.MapPost("/ask", async (string q) => $"{await chat.GetResponseAsync(q)}\n\nAI가 생성한 답변입니다.");""")]
    [InlineData("label in the text, English", """app.MapPost("/ask", async (string q) => (await chat.GetResponseAsync(q)).Text + " (generated by AI)");""")]
    [InlineData("label constant", """var r = await chat.GetResponseAsync(q); await File.WriteAllTextAsync("report.txt", r.Text + "\n\n" + AiLabel.Default);""")]
    [InlineData("label in the builder", """var b = new StringBuilder(); b.AppendLine(AiLabel.Default); await foreach (var u in chat.GetStreamingResponseAsync(q)) b.Append(u.Text); File.WriteAllText("report.txt", b.ToString());""")]
    [InlineData("label beside the stream", """await http.Response.WriteAsync(AiLabel.Default); await foreach (var u in chat.GetStreamingResponseAsync(q)) { await http.Response.WriteAsync(u.Text); }""")]
    [InlineData("label through a writer", """using var w = new StreamWriter("report.txt"); w.WriteLine(AiLabel.Default); await foreach (var u in chat.GetStreamingResponseAsync(q)) { w.Write(u.Text); }""")]
    [InlineData("standard output", """await foreach (var u in chat.GetStreamingResponseAsync(q)) { Console.Out.Write(u.Text); }""")]
    [InlineData("endpoint filter", """app.MapPost("/ask", async (string q) => (await chat.GetResponseAsync(q)).Text).AddEndpointFilter<AiLabelFilter>();""")]
    [InlineData("own text", """app.MapPost("/ask", (string q) => Results.Ok(q)); await File.WriteAllTextAsync("q.txt", q);""")]
    [InlineData("console", """var r = await chat.GetResponseAsync(q); Console.WriteLine(r.Text);""")]
    [InlineData("counts only", """app.MapPost("/ask", async (string q) => { var r = await chat.GetResponseAsync(q); return Results.Ok(new { r.Usage?.TotalTokenCount, r.ModelId, Length = r.Text.Length }); });""")]
    [InlineData("decision", """app.MapPost("/ask", async (string q) => Results.Ok((await chat.GetResponseAsync(q)).Text.Contains("예")));""")]
    [InlineData("chosen text", """app.MapPost("/ask", async (string q) => Results.Ok((await chat.GetResponseAsync(q)).Text == "y" ? "접수" : "반려"));""")]
    [InlineData("to the model", """var r = await chat.GetResponseAsync(q); var s = await chat.GetResponseAsync(r.Text); Console.WriteLine(s);""")]
    public async Task Output_LabelledOrNotHandedOut_IsNotReported(string variant, string body)
    {
        var diagnostics = await LabelSnippets.Test(LabelSnippets.InProgram(body)).RunAsync(Cancellation);

        Assert.True(diagnostics.Count == 0, variant);
    }

    [Theory]
    [InlineData("HyperscaleRole", "None")]
    [InlineData("HyperscaleRole", "Internal")]
    [InlineData("HyperscaleRole", "")]
    [InlineData("IsTestProject", "true")]
    public async Task Output_NotOfAService_IsNotReported(string property, string value)
        => await LabelSnippets.Test(LabelSnippets.InProgram("""app.MapPost("/ask", async (string q) => (await chat.GetResponseAsync(q)).Text);""")).WithProperty(property, value).RunAsync(Cancellation);

    [Fact]
    public async Task Output_ProjectUsesLabelMiddleware_IsNotReported()
        => await LabelSnippets.Test(LabelSnippets.InProgram("""app.MapPost("/ask", async (string q) => (await chat.GetResponseAsync(q)).Text);""")).WithSource("""
            using Microsoft.AspNetCore.Builder;

            public static class Setup
            {
                public static void UseAiLabel(this WebApplication app) { }

                public static void Configure(WebApplication app) => app.UseAiLabel();
            }
            """).RunAsync(Cancellation);

    [Theory]
    [InlineData("ko", "'MapPost'에서 모델의 결과물을 AI 표시 없이 내보냅니다(인공지능기본법 제31조제2항, 2026-01-22 시행)")]
    [InlineData("en", "'MapPost' hands out a model's output without a label (AI Basic Act Art. 31(2), in force since 2026-01-22)")]
    public async Task Message_NamesTheArticle(string culture, string expected)
    {
        var diagnostics = await LabelSnippets.Test(LabelSnippets.InProgram("""app.MapPost("/ask", async (string q) => [|(await chat.GetResponseAsync(q)).Text|]);""")).WithCulture(culture).RunAsync(Cancellation);

        Assert.StartsWith(expected, Assert.Single(diagnostics).Message, StringComparison.Ordinal);
    }
}
