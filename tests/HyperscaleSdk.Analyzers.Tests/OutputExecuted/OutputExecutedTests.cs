using Microsoft.CodeAnalysis;

namespace HyperscaleSdk.Analyzers.Tests.OutputExecuted;

public sealed class OutputExecutedTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("process", """Process.Start([|response.Text|]);""")]
    [InlineData("process arguments", """Process.Start("bash", [|$"-c \"{response.Text}\""|]);""")]
    [InlineData("start info", """var info = new ProcessStartInfo { FileName = "bash", Arguments = [|"-c " + response|] };""")]
    [InlineData("start info later", """var info = new ProcessStartInfo("bash"); info.Arguments = [|response.Text|];""")]
    [InlineData("local", """var text = response.Text.Trim(); Process.Start([|text|]);""")]
    [InlineData("empty check only", """var text = response.Text; if (!string.IsNullOrEmpty(text)) Process.Start([|text|]);""")]
    [InlineData("null check only", """if (response.Text is { } text && text != "" && text.Length > 0) Process.Start([|text|]);""")]
    [InlineData("assigned later", """string text; if (flag) { text = response.Text; } else { text = "ls"; } Process.Start([|text|]);""")]
    [InlineData("conditional", """Process.Start([|flag ? response.Text : "ls"|]);""")]
    [InlineData("conditional access", """Process.Start([|response?.Text ?? "ls"|]);""")]
    [InlineData("SQL", """command.CommandText = [|response.Text|];""")]
    [InlineData("SQL in parts", """command.CommandText = [|$"select * from t where {response.Text}"|];""")]
    [InlineData("command's constructor", """var c = new SqliteCommand([|response.Text|]);""")]
    [InlineData("text of a typed response", """var r = await chat.GetResponseAsync<Plan>(note); Process.Start([|r.Text|]);""")]
    [InlineData("raw SQL", """database.ExecuteSqlRaw([|response.Text|]);""")]
    [InlineData("path", """File.Delete([|Path.Combine("/data", response.Text)|]);""")]
    [InlineData("write path", """await File.WriteAllTextAsync([|response.Text + ".txt"|], "x");""")]
    [InlineData("stream", """using var s = new FileStream([|response.Text|], FileMode.Open);""")]
    [InlineData("html", """var h = new HtmlString([|response.Text|]);""")]
    [InlineData("markup", """var m = (MarkupString)[|response.Text|]; var n = new MarkupString([|$"<p>{response.Text}</p>"|]);""")]
    [InlineData("script", """await CSharpScript.EvaluateAsync([|response.Text|]);""")]
    [InlineData("assembly", """System.Reflection.Assembly.Load([|Convert.FromBase64String(response.Text)|]);""")]
    [InlineData("tool by reflection", """GetType().GetMethod([|call.Name|])!.Invoke(this, null);""")]
    [InlineData("type by name", """var t = Type.GetType([|response.Text|]);""")]
    [InlineData("tool argument", """File.Delete([|call.Arguments!["path"]!.ToString()|]!);""")]
    [InlineData("streaming", """await foreach (var update in chat.GetStreamingResponseAsync(note)) { Process.Start([|update.Text|]); }""")]
    [InlineData("builder", """var b = new StringBuilder(); await foreach (var update in chat.GetStreamingResponseAsync(note)) { b.Append(update.Text); } Process.Start([|b.ToString()|]);""")]
    [InlineData("provider client", """var c = await typed.CompleteChatAsync(note); Process.Start([|c.Content[0]|]);""")]
    [InlineData("helper", """Process.Start([|await AskAsync(note)|]);""")]
    [InlineData("through a helper", """Process.Start([|Echo(response.Text)|]);""")]
    [InlineData("lines", """foreach (var line in response.Text.Split('\n').Where(l => l.Length > 0)) { Process.Start([|line|]); }""")]
    [InlineData("deconstruction", """var (first, second) = (response.Text, 1); Process.Start([|first|]);""")]
    [InlineData("untyped JSON", """using var d = JsonDocument.Parse(response.Text); Process.Start([|d.RootElement.GetProperty("command").GetString()|]!);""")]
    [InlineData("lambda", """Action run = () => Process.Start([|response.Text|]); run();""")]
    public async Task Output_Trusted_IsReported(string variant, string body)
    {
        var diagnostics = await ExecutionSnippets.Test(body).RunAsync(Cancellation);

        Assert.True(diagnostics.Count > 0 && diagnostics.All(diagnostic => diagnostic.Diagnostic.Severity == DiagnosticSeverity.Warning), variant);
    }

    [Theory]
    [InlineData("constant", """Process.Start("ls"); command.CommandText = "select 1"; File.Delete("a.txt");""")]
    [InlineData("user's text", """Process.Start(note); command.CommandText = note;""")]
    [InlineData("parameter", """command.CommandText = "select * from t where name = @name"; var p = command.CreateParameter(); p.Value = response.Text; command.Parameters.Add(p);""")]
    [InlineData("raw SQL parameter", """database.ExecuteSqlRaw("select {0}", response.Text);""")]
    [InlineData("interpolated SQL", """database.ExecuteSql($"select {response.Text}");""")]
    [InlineData("typed result", """var plan = JsonSerializer.Deserialize<Plan>(response.Text)!; Process.Start(plan.Command);""")]
    [InlineData("structured output", """var r = await chat.GetResponseAsync<Plan>(note); Process.Start(r.Result.Command); if (r.TryGetResult(out var plan)) { Process.Start(plan.Command); }""")]
    [InlineData("number", """File.Delete($"/data/{int.Parse(response.Text)}.txt"); if (int.TryParse(response.Text, out var n)) { File.Delete($"/data/{n}.txt"); }""")]
    [InlineData("length", """File.Delete($"/data/{response.Text.Length}.txt");""")]
    [InlineData("usage", """File.Delete($"/data/{response.Usage?.InputTokenCount}-{response.ModelId}.txt");""")]
    [InlineData("content of a file", """File.WriteAllText("answer.txt", response.Text);""")]
    [InlineData("allow-list around", """var text = response.Text; if (Allowed.Contains(text)) { Process.Start(text); }""")]
    [InlineData("allow-list before", """var text = response.Text; if (!Allowed.Contains(text)) { throw new InvalidOperationException(); } Process.Start(text);""")]
    [InlineData("allow-list of the expression", """if (Allowed.Contains(response.Text)) Process.Start(response.Text);""")]
    [InlineData("comparison", """var text = response.Text; if (text == "ls" || text == "date") Process.Start(text);""")]
    [InlineData("pattern", """var text = response.Text; if (text is "ls" or "date") Process.Start(text);""")]
    [InlineData("switch", """switch (response.Text) { case "ls": Process.Start("ls"); break; }""")]
    [InlineData("switch expression", """Process.Start(response.Text switch { "list" => "ls", _ => "date" });""")]
    [InlineData("conditional allow-list", """var text = response.Text; Process.Start(Allowed.Contains(text) ? text : "ls");""")]
    [InlineData("validator call", """var text = response.Text; Guards.EnsureAllowed(text); Process.Start(text);""")]
    [InlineData("lookup", """Process.Start(Guards.Lookup(response.Text));""")]
    [InlineData("regex", """var text = response.Text; if (System.Text.RegularExpressions.Regex.IsMatch(text, "^[a-z]+$")) { File.Delete(text); }""")]
    [InlineData("file name", """File.Delete(Path.Combine("/data", Path.GetFileName(response.Text)));""")]
    [InlineData("root check", """var path = Path.GetFullPath(Path.Combine("/data", response.Text)); if (!path.StartsWith("/data/")) { return; } File.Delete(path);""")]
    [InlineData("encoded", """var h = new HtmlString(System.Net.WebUtility.HtmlEncode(response.Text)); var i = new HtmlString(System.Text.Encodings.Web.HtmlEncoder.Default.Encode(response.Text));""")]
    [InlineData("sanitised", """var h = new HtmlString(Guards.SanitizeHtml(response.Text));""")]
    [InlineData("tool table", """if (tools.TryGetValue(call.Name, out var tool)) { await tool.RunAsync(); } await tools[call.Name].RunAsync();""")]
    [InlineData("replaced", """var text = response.Text; Console.WriteLine(text); text = "ls"; Process.Start(text);""")]
    [InlineData("printed", """Console.WriteLine(response.Text);""")]
    [InlineData("exists", """if (File.Exists(response.Text)) { Console.WriteLine("yes"); }""")]
    public async Task Output_CheckedOrNotTrusted_IsNotReported(string variant, string body)
    {
        var diagnostics = await ExecutionSnippets.Test(body).RunAsync(Cancellation);

        Assert.True(diagnostics.Count == 0, variant);
    }

    [Fact]
    public async Task Output_InTestProject_IsNotReported()
        => await ExecutionSnippets.Test("""Process.Start(response.Text);""").WithProperty("IsTestProject", "true").RunAsync(Cancellation);

    [Theory]
    [InlineData("ko", "모델 출력을 검증 없이 SQL(으)로 사용합니다(개인정보 보호법 제29조)")]
    [InlineData("en", "A model's output is used as SQL without a check (PIPA Art. 29)")]
    public async Task Message_SaysAsWhat(string culture, string expected)
    {
        var diagnostics = await ExecutionSnippets.Test("""command.CommandText = [|response.Text|];""").WithCulture(culture).RunAsync(Cancellation);

        Assert.StartsWith(expected, Assert.Single(diagnostics).Message, StringComparison.Ordinal);
    }
}
