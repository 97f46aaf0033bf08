using HyperscaleSdk.Analyzers.Rules;
using HyperscaleSdk.TestKit.Analyzers;

namespace HyperscaleSdk.Analyzers.Tests.UsageLedger;

/// <summary>The ledger and budget rules on the ways that clients take through real programs.</summary>
public sealed class UsageRuleWaysTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("""services.AddKeyedSingleton<IChatClient>("fast", (sp, key) => new SolarChatClient());""", "AddKeyedSingleton<IChatClient>")]
    [InlineData("""services.AddKeyedSingleton<IChatClient>(Keys.Fast, (sp, key) => Make(sp));""", "AddKeyedSingleton<IChatClient>")]
    [InlineData("""services.AddSingleton<IChatClient>(sp => { var inner = new SolarChatClient(); return new LoggingChatClient(inner); });""", "AddSingleton<IChatClient>")]
    [InlineData("""services.AddSingleton<IChatClient>(Make);""", "AddSingleton<IChatClient>")]
    [InlineData("""services.AddSingleton<IChatClient>(sp => Cache.Value);""", "AddSingleton<IChatClient>")]
    [InlineData("""services.AddChatClient(sp => Factory.Create("x"));""", "AddChatClient")]
    [InlineData("""services.AddSingleton<IChatClient, SolarChatClient>();""", "AddSingleton<IChatClient, SolarChatClient>")]
    [InlineData("""Register(services);""", null, """private static void Register(IServiceCollection s) => s.[|AddSingleton<IChatClient>|](sp => new SolarChatClient());""")]
    [InlineData("""services.AddAi();""", null, "", """public static class AiRegistration { public static IServiceCollection AddAi(this IServiceCollection s) => s.[|AddSingleton<IChatClient>|](new SolarChatClient()); }""")]
    [InlineData("""services.AddAi();""", null, "", """public static class AiRegistration { public static HyperscaleBuilder AddAi(this IServiceCollection s) => s.AddHyperscale().[|AddUpstage|](); }""")]
    public async Task Registration_WithoutTheLedger_IsReportedThere(string body, string? name, string members = "", string more = "") =>
        await Run(name is null ? body : body.Replace(name, "[|" + name + "|]", StringComparison.Ordinal), members, more, reports: true);

    [Theory]
    [InlineData("""services.AddKeyedSingleton<IChatClient>("fast", (sp, key) => new SolarChatClient().UseUsageLedger(ledger));""")]
    [InlineData("""services.AddSingleton<IChatClient>(sp => { IChatClient inner = new SolarChatClient(); inner = inner.UseUsageLedger(ledger); return new LoggingChatClient(inner); });""")]
    [InlineData("""services.AddSingleton<IChatClient>(sp => Booked(new SolarChatClient(), ledger));""", """private static IChatClient Booked(IChatClient inner, IUsageLedger ledger) => inner.UseUsageLedger(ledger);""")]
    [InlineData("""services.AddChatClient(new SolarChatClient()).UseLogging().UseUsageLedger(ledger);""")]
    [InlineData("""var pipeline = services.AddChatClient(new SolarChatClient()); pipeline.UseLogging(); pipeline.UseUsageLedger(ledger);""")]
    [InlineData("""services.AddAi().UseUsageLedger(ledger);""", "", """public static class AiRegistration { public static HyperscaleBuilder AddAi(this IServiceCollection s) => s.AddHyperscale().AddUpstage(); }""")]
    [InlineData("""services.AddHyperscale().AddUpstage().WithBooks(ledger);""", "", """public static class Books { public static HyperscaleBuilder WithBooks(this HyperscaleBuilder b, IUsageLedger l) => b.UseUsageLedger(l); }""")]
    [InlineData("""services.AddSingleton<IChatClient>(sp => new BookedClient(new SolarChatClient(), ledger));""", "", """public sealed class BookedClient(IChatClient inner, IUsageLedger ledger) : DelegatingChatClient(inner) { public IUsageLedger Ledger { get; } = ledger; }""")]
    [InlineData("""services.AddSingleton<IChatClient>(sp => new FakeChatClient());""")]
    [InlineData("""services.AddKeyedSingleton<IChatClient>("local", (sp, key) => new SolarChatClient("http://localhost:8080/v1"));""")]
    public async Task Registration_WithTheLedger_IsNotReported(string body, string members = "", string more = "") => await Run(body, members, more, reports: false);

    [Theory]
    [InlineData("field", "private readonly IChatClient _chat; public Desk() { _chat = new SolarChatClient(); } public Task RunAsync() => [|_chat.GetResponseAsync(\"x\")|];")]
    [InlineData("field from a factory", "private readonly IChatClient _chat; public Desk() => _chat = Factory.Create(\"x\"); public Task RunAsync() => _chat.GetResponseAsync(\"x\");")]
    [InlineData("property", "public IChatClient Chat { get; } = new SolarChatClient(); public Task RunAsync() => [|Chat.GetResponseAsync(\"x\")|];")]
    [InlineData("computed property", "private IChatClient Chat => new SolarChatClient(); public Task RunAsync() => [|Chat.GetResponseAsync(\"x\")|];")]
    [InlineData("lazy", "private readonly Lazy<IChatClient> _chat = new(() => new SolarChatClient()); public Task RunAsync() => [|_chat.Value.GetResponseAsync(\"x\")|];")]
    [InlineData("lazily assigned", "private IChatClient? _chat; public Task RunAsync() => [|(_chat ??= new SolarChatClient()).GetResponseAsync(\"x\")|];")]
    [InlineData("wrapper", "private readonly IChatClient _chat = new LoggingChatClient(new SolarChatClient()); public Task RunAsync() => [|_chat.GetResponseAsync(\"x\")|];")]
    [InlineData("own delegating client", "private readonly Audited _chat = new(new SolarChatClient()); public Task RunAsync() => [|_chat.GetResponseAsync(\"x\")|]; private sealed class Audited(IChatClient inner) : DelegatingChatClient(inner);")]
    [InlineData("using", "public async Task RunAsync() { using var chat = new SolarChatClient(); await [|chat.GetResponseAsync(\"x\")|]; }")]
    [InlineData("using block", "public async Task RunAsync() { using (IChatClient chat = new SolarChatClient()) { await [|chat.GetResponseAsync(\"x\")|]; } }")]
    [InlineData("builder", "public async Task RunAsync() { var chat = new SolarChatClient().AsBuilder().UseLogging().Build(); await [|chat.GetResponseAsync(\"x\")|]; }")]
    [InlineData("local function", "public Task RunAsync() { return [|Make().GetResponseAsync(\"x\")|]; static IChatClient Make() => new SolarChatClient(); }")]
    [InlineData("dictionary", "private readonly Dictionary<string, IChatClient> _all = new() { [\"a\"] = new SolarChatClient() }; public Task RunAsync() => [|_all[\"a\"].GetResponseAsync(\"x\")|];")]
    [InlineData("tuple", "public async Task RunAsync() { var (chat, name) = ((IChatClient)new SolarChatClient(), \"n\"); await [|chat.GetResponseAsync(name)|]; }")]
    [InlineData("switch", "public async Task RunAsync(int n) { IChatClient chat = n switch { 1 => new SolarChatClient(), _ => new FakeChatClient() }; await [|chat.GetResponseAsync(\"x\")|]; }")]
    [InlineData("delegate", "private readonly Func<IChatClient> _make = () => new SolarChatClient(); public Task RunAsync() => [|_make().GetResponseAsync(\"x\")|];")]
    [InlineData("stream", "public async Task RunAsync() { var chat = new SolarChatClient(); await foreach (var u in [|chat.GetStreamingResponseAsync(\"x\")|]) { GC.KeepAlive(u); } }")]
    [InlineData("generic", "private readonly Box<IChatClient> _box = new([|new SolarChatClient()|]); public Task RunAsync() => _box.Value.GetResponseAsync(\"x\"); private sealed class Box<T>(T value) { public T Value { get; } = value; }")]
    public async Task Client_MadeHereWithoutTheLedger_IsReported(string variant, string members)
    {
        var diagnostics = await Test($$"""
            using HyperscaleSdk;
            using Microsoft.Extensions.AI;

            public sealed class Desk { {{members}} }

            public static class Factory { public static IChatClient Create(string name) => {{(variant is "field from a factory" ? "[|new SolarChatClient(name)|]" : "new SolarChatClient(name)")}}; }
            """).RunAsync(Cancellation);

        Assert.True(diagnostics.Count == 1, variant);
    }

    [Theory]
    [InlineData("using ledger", "public async Task RunAsync() { await using var ledger = new OwnLedger(); using var chat = new SolarChatClient().UseUsageLedger(ledger); await chat.GetResponseAsync(\"x\"); }")]
    [InlineData("ledger in a field", "private readonly IChatClient _chat; public Desk(IUsageLedger ledger) { _chat = new SolarChatClient(); _chat = _chat.UseUsageLedger(ledger); } public Task RunAsync() => _chat.GetResponseAsync(\"x\");")]
    [InlineData("lazy", "private readonly Lazy<IChatClient> _chat = new(() => new SolarChatClient().UseUsageLedger(new OwnLedger())); public Task RunAsync() => _chat.Value.GetResponseAsync(\"x\");")]
    [InlineData("conditional", "public async Task RunAsync(bool flag) { IChatClient chat = new SolarChatClient(); chat = flag ? chat.UseUsageLedger(new OwnLedger()) : chat; await chat.GetResponseAsync(\"x\"); }")]
    [InlineData("base class", "public sealed class Inner : Base { public Task RunAsync() => Chat.GetResponseAsync(\"x\"); } public abstract class Base { protected IChatClient Chat { get; } = new SolarChatClient().UseUsageLedger(new OwnLedger()); }")]
    [InlineData("virtual factory", "public abstract class Base { protected abstract IChatClient Make(); public Task RunAsync() => Make().GetResponseAsync(\"x\"); } public sealed class Inner : Base { protected override IChatClient Make() => new SolarChatClient().UseUsageLedger(new OwnLedger()); }")]
    public async Task Client_UnderTheLedger_IsNotReported(string variant, string members)
    {
        var diagnostics = await Test($$"""
            using HyperscaleSdk;
            using Microsoft.Extensions.AI;

            public sealed class Desk { {{members}} }

            public sealed class OwnLedger : IUsageLedger, IAsyncDisposable { public ValueTask DisposeAsync() => default; }
            """).RunAsync(Cancellation);

        Assert.True(diagnostics.Count == 0, variant);
    }

    [Theory]
    [InlineData("field", "private readonly IChatClient _chat; public Desk(IUsageLedger l) { _chat = new SolarChatClient().UseUsageLedger(l); } public Task RunAsync() => [|_chat.GetResponseAsync(\"x\")|];", 1)]
    [InlineData("lazy", "private readonly Lazy<IChatClient> _chat = new(() => new SolarChatClient().UseUsageLedger(null!)); public Task RunAsync() => [|_chat.Value.GetResponseAsync(\"x\")|];", 1)]
    [InlineData("wrapper", "private readonly IChatClient _chat = new LoggingChatClient(new SolarChatClient().UseUsageLedger(null!)); public Task RunAsync() => [|_chat.GetResponseAsync(\"x\")|];", 1)]
    [InlineData("budget in the constructor", "private readonly IChatClient _chat; public Desk(IUsageLedger l) { _chat = new SolarChatClient().UseUsageLedger(l).UseVoucherBudget(\"v\"); } public Task RunAsync() => _chat.GetResponseAsync(\"x\");", 0)]
    [InlineData("budget by a type", "private readonly IChatClient _chat = new VoucherBudgetClient(new SolarChatClient().UseUsageLedger(null!)); public Task RunAsync() => _chat.GetResponseAsync(\"x\"); private sealed class VoucherBudgetClient(IChatClient inner) : DelegatingChatClient(inner);", 0)]
    public async Task Budget_AlongTheWay_IsSeen(string variant, string members, int reports)
    {
        var diagnostics = await AnalyzerTest.For<VoucherBudgetAnalyzer>().WithProperty("HyperscaleVoucher", "true").WithSource($$"""
            using HyperscaleSdk;
            using Microsoft.Extensions.AI;

            public sealed class Desk { {{members}} }
            """).WithSource(LedgerSnippets.Types).RunAsync(Cancellation);

        Assert.True(diagnostics.Count == reports, variant);
    }

    private static async Task Run(string body, string members, string more, bool reports)
    {
        var diagnostics = await Test($$"""
            using HyperscaleSdk;
            using Microsoft.Extensions.AI;
            using Microsoft.Extensions.DependencyInjection;

            public static class Startup
            {
                private static readonly Lazy<IChatClient> Cache = new(() => new SolarChatClient());

                public static void Configure(IServiceCollection services, IUsageLedger ledger) { {{body}} GC.KeepAlive(Cache); }

                private static IChatClient Make(IServiceProvider services) => new SolarChatClient(services.ToString()!);

                {{members}}
            }

            public static class Keys { public const string Fast = "fast"; }

            public static class Factory { public static IChatClient Create(string name) => new SolarChatClient(name); }

            {{more}}
            """).RunAsync(Cancellation);

        Assert.Equal(reports ? 1 : 0, diagnostics.Count);
    }

    private static AnalyzerTest<UsageLedgerAnalyzer> Test(string source) => LedgerSnippets.InVoucherProject(source).WithSource(ContainerSnippets.Types);
}
