using Microsoft.CodeAnalysis;

namespace HyperscaleSdk.Analyzers.Tests.UsageLedger;

public sealed class UsageLedgerTracingTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("own method", """private IChatClient Make() => new SolarChatClient(); public Task RunAsync() => [|Make().GetResponseAsync("x")|];""")]
    [InlineData("own method with local", """private static IChatClient Make() { IChatClient c = new SolarChatClient(); return c; } public Task RunAsync() => [|Make().GetResponseAsync("x")|];""")]
    [InlineData("async method", """private static async Task<IChatClient> MakeAsync() { await Task.Yield(); return new SolarChatClient(); } public async Task RunAsync() => await [|(await MakeAsync()).GetResponseAsync("x")|];""")]
    [InlineData("local function", """public Task RunAsync() { return [|Make().GetResponseAsync("x")|]; static IChatClient Make() => new SolarChatClient(); }""")]
    [InlineData("lazy", """private readonly Lazy<IChatClient> _chat = new(() => new SolarChatClient()); public Task RunAsync() => [|_chat.Value.GetResponseAsync("x")|];""")]
    [InlineData("lazy of method group", """private readonly Lazy<IChatClient> _chat = new(Make); private static IChatClient Make() => new SolarChatClient(); public Task RunAsync() => [|_chat.Value.GetResponseAsync("x")|];""")]
    [InlineData("coalesce assignment", """private IChatClient? _chat; public Task RunAsync() => [|(_chat ??= new SolarChatClient()).GetResponseAsync("x")|];""")]
    [InlineData("property", """private IChatClient? _chat; private IChatClient Chat => _chat ??= new SolarChatClient(); public Task RunAsync() => [|Chat.GetResponseAsync("x")|];""")]
    [InlineData("getter body", """private IChatClient Chat { get { return new SolarChatClient(); } } public Task RunAsync() => [|Chat.GetResponseAsync("x")|];""")]
    [InlineData("conditional access", """private IChatClient? _chat = new SolarChatClient(); public async Task RunAsync() { if (_chat?.GetService(typeof(int)) is null) { await [|_chat!.GetResponseAsync("x")|]; } }""")]
    [InlineData("parameter of private method", """private static Task AskAsync(IChatClient c) => [|c.GetResponseAsync("x")|]; public Task RunAsync() => AskAsync(new SolarChatClient());""")]
    [InlineData("wrapping method", """private static IChatClient Wrap(IChatClient inner) => new LoggingChatClient(inner); public Task RunAsync() { var c = Wrap(new SolarChatClient()); return [|c.GetResponseAsync("x")|]; }""")]
    [InlineData("array", """private readonly IChatClient[] _all = [new SolarChatClient()]; public Task RunAsync() => [|_all[0].GetResponseAsync("x")|];""")]
    [InlineData("foreach", """public async Task RunAsync() { foreach (var c in new IChatClient[] { new SolarChatClient() }) { await [|c.GetResponseAsync("x")|]; } }""")]
    [InlineData("dictionary", """private readonly Dictionary<string, IChatClient> _all = new() { ["a"] = new SolarChatClient() }; public Task RunAsync() => [|_all["a"].GetResponseAsync("x")|];""")]
    [InlineData("dictionary filled later", """private readonly Dictionary<string, IChatClient> _all = []; public Desk() { _all["a"] = new SolarChatClient(); } public Task RunAsync() => [|_all["a"].GetResponseAsync("x")|];""")]
    [InlineData("list add", """public Task RunAsync() { var all = new List<IChatClient>(); all.Add(new SolarChatClient()); return [|all[0].GetResponseAsync("x")|]; }""")]
    [InlineData("try get value", """private readonly Dictionary<string, IChatClient> _all = new() { ["a"] = new SolarChatClient() }; public async Task RunAsync() { if (_all.TryGetValue("a", out var c)) { await [|c.GetResponseAsync("x")|]; } }""")]
    [InlineData("get or add", """private readonly System.Collections.Concurrent.ConcurrentDictionary<string, IChatClient> _all = new(); public Task RunAsync() => [|_all.GetOrAdd("a", _ => new SolarChatClient()).GetResponseAsync("x")|];""")]
    [InlineData("linq", """private readonly List<IChatClient> _all = [new SolarChatClient()]; public Task RunAsync() => Task.WhenAll(_all.Select(c => [|c.GetResponseAsync("x")|]));""")]
    [InlineData("delegate field", """private readonly Func<IChatClient> _make = () => new SolarChatClient(); public Task RunAsync() => [|_make().GetResponseAsync("x")|];""")]
    [InlineData("tuple", """public Task RunAsync() { var (c, n) = (new SolarChatClient(), 1); return [|c.GetResponseAsync("x")|]; }""")]
    [InlineData("pattern", """private readonly object _chat = new SolarChatClient(); public async Task RunAsync() { if (_chat is IChatClient c) { await [|c.GetResponseAsync("x")|]; } }""")]
    [InlineData("switch expression", """public Task RunAsync(int n) { IChatClient c = n switch { 0 => new FakeChatClient(), _ => new SolarChatClient() }; return [|c.GetResponseAsync("x")|]; }""")]
    [InlineData("builder", """public Task RunAsync() { var c = new ChatClientBuilder(new SolarChatClient()).UseLogging().Build(); return [|c.GetResponseAsync("x")|]; }""")]
    [InlineData("as builder", """public Task RunAsync() { var c = new SolarChatClient().AsBuilder().UseLogging().Build(); return [|c.GetResponseAsync("x")|]; }""")]
    [InlineData("recursion", """private static IChatClient Make(int n) => n == 0 ? new SolarChatClient() : Make(n - 1); public Task RunAsync() => [|Make(3).GetResponseAsync("x")|];""")]
    [InlineData("cycle of locals", """public Task RunAsync(bool b) { IChatClient c = new SolarChatClient(); IChatClient d = c; while (b) { c = d; d = c; } return [|d.GetResponseAsync("x")|]; }""")]
    [InlineData("own client that makes another", """public Task RunAsync() => [|new Desk2().GetResponseAsync("x")|]; private sealed class Desk2() : DelegatingChatClient(new SolarChatClient());""")]
    [InlineData("one of two without", """public async Task RunAsync(bool b, IUsageLedger ledger) { var c = b ? new SolarChatClient().UseUsageLedger(ledger) : new SolarChatClient(); await [|c.GetResponseAsync("x")|]; }""")]
    public async Task Call_ClientOfThisType_IsReportedAtTheCall(string variant, string members) =>
        Assert.NotEmpty(variant + (await InDesk(members).RunAsync(Cancellation)).Single());

    [Theory]
    [InlineData("static factory", "public static class Make { public static IChatClient Chat() => [|new SolarChatClient()|]; }", "Make.Chat()")]
    [InlineData("factory with parameter", "public static class Make { public static IChatClient Chat(string url) { var c = [|new SolarChatClient(url)|]; return c; } }", """Make.Chat("https://ai.example.kr")""")]
    [InlineData("static field", "public static class Make { public static readonly IChatClient Chat = [|new SolarChatClient()|]; }", "Make.Chat")]
    [InlineData("interface", "public interface IMake { IChatClient Chat(); } public sealed class Make : IMake { public IChatClient Chat() => [|new SolarChatClient()|]; }", "((IMake)new Make()).Chat()")]
    [InlineData("abstract class", "public abstract class Base { public abstract IChatClient Chat { get; } } public sealed class Make : Base { public override IChatClient Chat { get; } = [|new SolarChatClient()|]; }", "((Base)new Make()).Chat")]
    [InlineData("settable property", "public sealed class Make { public IChatClient Chat { get; set; } = null!; } public static class Fill { public static void It(Make m) => m.Chat = [|new SolarChatClient()|]; }", "new Make().Chat")]
    [InlineData("record", "public sealed record Make(IChatClient Chat) { public static Make It() => new([|new SolarChatClient()|]); }", "Make.It().Chat")]
    [InlineData("chain of files", "public static class Make { public static IChatClient Chat() => Inner.Chat(); } public static class Inner { public static IChatClient Chat() => [|new SolarChatClient()|]; }", "Make.Chat()")]
    public async Task Call_ClientMadeInAnotherType_IsReportedOnceWhereItIsMade(string variant, string maker, string client)
    {
        var diagnostics = await LedgerSnippets.InVoucherProject("using Microsoft.Extensions.AI;" + Environment.NewLine + maker)
            .WithSource($$"""
                using Microsoft.Extensions.AI;
                public sealed class DeskA { public Task RunAsync() => {{client}}.GetResponseAsync("x"); }
                public sealed class DeskB { public Task RunAsync() => {{client}}.GetResponseAsync("y"); }
                """).RunAsync(Cancellation);

        Assert.True(diagnostics.Single().Diagnostic.Severity == DiagnosticSeverity.Error, variant);
    }

    [Theory]
    [InlineData("factory adds it", """private static IChatClient Make(IUsageLedger l) => new SolarChatClient().UseUsageLedger(l); public Task RunAsync(IUsageLedger l) => Make(l).GetResponseAsync("x");""")]
    [InlineData("another method adds it", """private static IChatClient Make() => new SolarChatClient(); private static IChatClient Account(IChatClient c, IUsageLedger l) => c.UseUsageLedger(l); public Task RunAsync(IUsageLedger l) => Account(Make(), l).GetResponseAsync("x");""")]
    [InlineData("caller of a private method adds it", """private static Task AskAsync(IChatClient c) => c.GetResponseAsync("x"); public Task RunAsync(IUsageLedger l) => AskAsync(new SolarChatClient().UseUsageLedger(l));""")]
    [InlineData("builder", """public Task RunAsync(IUsageLedger l) => new ChatClientBuilder(new SolarChatClient()).UseLogging().UseUsageLedger(l).Build().GetResponseAsync("x");""")]
    [InlineData("builder lambda", """public Task RunAsync(IUsageLedger l) => new SolarChatClient().AsBuilder().Use(inner => inner.UseUsageLedger(l)).Build().GetResponseAsync("x");""")]
    [InlineData("lazy", """private readonly Lazy<IChatClient> _chat; public Desk(IUsageLedger l) => _chat = new(() => new SolarChatClient().UseUsageLedger(l)); public Task RunAsync() => _chat.Value.GetResponseAsync("x");""")]
    [InlineData("dictionary", """private readonly Dictionary<string, IChatClient> _all = []; public Desk(IUsageLedger l) { _all["a"] = new SolarChatClient().UseUsageLedger(l); } public Task RunAsync() => _all["a"].GetResponseAsync("x");""")]
    [InlineData("linq", """public Task RunAsync(IUsageLedger l) => Task.WhenAll(new[] { new SolarChatClient() }.Select(c => c.UseUsageLedger(l)).Select(c => c.GetResponseAsync("x")));""")]
    [InlineData("own accounting client", """public Task RunAsync(IUsageLedger l) => new Accounting(new SolarChatClient(), l).GetResponseAsync("x"); private sealed class Accounting(IChatClient c, IUsageLedger l) : DelegatingChatClient(c) { public IUsageLedger Ledger => l; }""")]
    [InlineData("public method's parameter", """public Task RunAsync(IChatClient c) => c.GetResponseAsync("x");""")]
    [InlineData("list from outside", """public Task RunAsync(IReadOnlyList<IChatClient> all) => all[0].GetResponseAsync("x");""")]
    [InlineData("func from outside", """public Task RunAsync(Func<IChatClient> make) => make().GetResponseAsync("x");""")]
    [InlineData("loopback options", """public Task RunAsync() { var url = "http://localhost:5081/v1"; return new SolarChatClient(url).GetResponseAsync("x"); }""")]
    [InlineData("private address", """private const string Url = "http://10.0.0.7:8000/v1"; public Task RunAsync() => new SolarChatClient(Url).GetResponseAsync("x");""")]
    public async Task Call_LedgerOnTheWay_IsNotReported(string variant, string members) =>
        Assert.True((await InDesk(members).RunAsync(Cancellation)).Count == 0, variant);

    [Fact]
    public async Task Call_InTopLevelStatements_IsReported() =>
        await LedgerSnippets.InVoucherProject("""
            using Microsoft.Extensions.AI;

            var c = Make();
            await [|c.GetResponseAsync("x")|];

            static IChatClient Make() => new SolarChatClient();
            """).AsProgram().RunAsync(Cancellation);

    [Fact]
    public async Task Parameter_OneCallerOfTwoAddsTheLedger_OtherIsReported() =>
        await LedgerSnippets.InVoucherProject("""
            using HyperscaleSdk;
            using Microsoft.Extensions.AI;

            internal sealed class Desk(IChatClient chat) { public Task RunAsync() => chat.GetResponseAsync("x"); }

            internal static class Program1 { public static Desk Make(IUsageLedger l) => new(new SolarChatClient().UseUsageLedger(l)); }

            internal static class Program2 { public static Desk Make() => new([|new SolarChatClient()|]); }
            """).RunAsync(Cancellation);

    private static TestKit.Analyzers.AnalyzerTest<HyperscaleSdk.Analyzers.Rules.UsageLedgerAnalyzer> InDesk(string members) =>
        LedgerSnippets.InVoucherProject($$"""
            using HyperscaleSdk;
            using Microsoft.Extensions.AI;

            public sealed class Desk
            {
                {{members}}
            }
            """).WithSource(ContainerSnippets.Types);
}
