using System.Net.Http;
using System.Text.RegularExpressions;
using HyperscaleSdk.Tests.Providers;
using Microsoft.Extensions.AI;

namespace HyperscaleSdk.Tests.Guard;

/// <summary>Ten thousand conversations against the emulator: what it received, byte for byte.</summary>
/// <remarks><c>HYPERSCALE_GUARD_CONVERSATIONS</c> sets another number.</remarks>
public sealed partial class GuardWireTests(EmulatorFixture emulator, ITestOutputHelper output)
{
    private const int Workers = 4;

    private static int Conversations =>
        int.TryParse(Environment.GetEnvironmentVariable("HYPERSCALE_GUARD_CONVERSATIONS"), System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : 10_000;

    [Fact]
    public async Task Conversations_OfEveryKind_NeverGiveAValueToTheServer()
    {
        var tallies = await Task.WhenAll(Enumerable.Range(0, Workers).Select(worker => Task.Run(() => RunAsync(worker))));

        var tally = tallies.Aggregate((one, two) => one + two);
        output.WriteLine($"{tally}");
        Assert.Equal(Conversations, tally.Calls + tally.Blocked);
        Assert.True(tally.BlockedAsAnother < Conversations / 100, tally.ToString());
        Assert.True(tally.Streams > Conversations / 4 && tally.Embeddings > 0 && tally.Blocked > 0 && tally.Values > Conversations * 2, tally.ToString());
    }

    [Fact]
    public async Task Conversation_WithoutAGuard_IsSeenByTheTap()
    {
        await using var tap = new WireTap(emulator.Host.BaseAddress);
        using var client = new UpstageChatClient(emulator.Upstage(Tap<UpstageOptions>(tap)));

        await client.GetResponseAsync("주민번호 900101-1234567");

        Assert.Contains(SentText.Readings(tap.Take()), reading => reading.Contains("900101-1234567", StringComparison.Ordinal));
    }

    private async Task<Tally> RunAsync(int worker)
    {
        await using var tap = new WireTap(emulator.Host.BaseAddress);
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        using var clova = new ClovaStudioChatClient(emulator.ClovaStudio(Tap<ClovaStudioOptions>(tap)), http);
        using var upstage = new UpstageChatClient(emulator.Upstage(Tap<UpstageOptions>(tap)), http);
        using var embeddings = new UpstageEmbeddingGenerator(emulator.Upstage(Tap<UpstageOptions>(tap)), http);
        var tally = new Tally();
        for (var seed = worker; seed < Conversations; seed += Workers)
        {
            var conversation = new ConversationGenerator(seed, everything: false).Next(Configure);
            var answer = (seed / Workers % 5) switch
            {
                0 => await EmbedAsync(embeddings.UsePersonalDataGuard(conversation.Guard), conversation),
                1 => await AskAsync(clova.UsePersonalDataGuard(conversation.Guard), conversation),
                2 => await StreamAsync(clova.UsePersonalDataGuard(conversation.Guard), conversation),
                3 => await AskAsync(upstage.UsePersonalDataGuard(conversation.Guard), conversation),
                _ => await StreamAsync(upstage.UsePersonalDataGuard(conversation.Guard), conversation),
            };
            var received = tap.Take();
            tally += Check(seed, conversation, answer, received);
        }

        return tally;
    }

    private static Tally Check(int seed, Conversation conversation, string? answer, byte[] received)
    {
        Assert.True(answer is null || !conversation.IsBlocked, $"Seed {seed}: was to be blocked.");
        if (answer is null)
        {
            Assert.True(received.Length == 0, $"Seed {seed}: blocked, and {received.Length} bytes were sent.");
            return new Tally { Blocked = 1, BlockedAsAnother = conversation.IsBlocked ? 0 : 1 };
        }

        Assert.NotEmpty(received);
        foreach (var reading in SentText.Readings(received))
        {
            foreach (var secret in conversation.Secrets)
            {
                Assert.False(reading.Contains(secret.Value, StringComparison.Ordinal), $"Seed {seed}: the server received a {secret.Kind}: {Around(reading, secret.Value)}");
            }
        }

        Assert.DoesNotMatch(Placeholder(), answer);
        var kind = seed / Workers % 5;
        return new Tally { Calls = 1, Embeddings = kind == 0 ? 1 : 0, Streams = kind is 2 or 4 ? 1 : 0, Values = conversation.Secrets.Count(), Bytes = received.Length };
    }

    private static string Around(string reading, string value)
    {
        var at = reading.IndexOf(value, StringComparison.Ordinal);
        return at < 0 ? value : reading[Math.Max(0, at - 60)..Math.Min(reading.Length, at + value.Length + 40)];
    }

    private static async Task<string?> AskAsync(IChatClient client, Conversation conversation)
    {
        try
        {
            return AllText(await client.GetResponseAsync(conversation.Messages, conversation.Options));
        }
        catch (PersonalDataBlockedException)
        {
            return null;
        }
    }

    private static async Task<string?> StreamAsync(IChatClient client, Conversation conversation)
    {
        try
        {
            return AllText(await client.GetStreamingResponseAsync(conversation.Messages, conversation.Options).ToChatResponseAsync());
        }
        catch (PersonalDataBlockedException)
        {
            return null;
        }
    }

    private static async Task<string?> EmbedAsync(IEmbeddingGenerator<string, Embedding<float>> generator, Conversation conversation)
    {
        // A conversation that keeps its secrets in tools or options only would not be blocked here: all texts are inputs.
        try
        {
            await generator.GenerateAsync([.. conversation.Values.Select(value => $"문의: {value.Phrase} 입니다."), "끝"]);
            return string.Empty;
        }
        catch (PersonalDataBlockedException)
        {
            return null;
        }
    }

    private static string AllText(ChatResponse response) => string.Concat(response.Messages.SelectMany(message => message.Contents).Select(content => content switch
    {
        TextContent text => text.Text,
        FunctionCallContent call => string.Join(' ', call.Arguments?.Values ?? []),
        _ => string.Empty,
    }));

    private static void Configure(PersonalDataGuardOptions options, Random random)
    {
        foreach (var kind in PersonalValues.Kinds)
        {
            options.Actions[kind] = random.Next(12) switch
            {
                0 => random.Next(4) == 0 ? PersonalDataAction.Block : PersonalDataAction.Mask,
                1 when kind != PersonalDataKind.ResidentRegistrationNumber => PersonalDataAction.Allow,
                < 7 when kind != PersonalDataKind.ResidentRegistrationNumber => PersonalDataAction.Placeholder,
                _ => PersonalDataAction.Mask,
            };
        }
    }

    private static Action<T> Tap<T>(WireTap tap)
        where T : HyperscaleClientOptions => options => options.BaseAddress = tap.Address(options.BaseAddress!);

    [GeneratedRegex(@"\[\[[A-Z]+-[BCDFGHJKLMNPQRSTVWXZ]{6}\]\]", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Placeholder();

    private sealed record Tally
    {
        public int Calls { get; init; }

        public int Blocked { get; init; }

        /// <summary>An account number may read as a phone number: blocked all the same.</summary>
        public int BlockedAsAnother { get; init; }

        public int Streams { get; init; }

        public int Embeddings { get; init; }

        public int Values { get; init; }

        public long Bytes { get; init; }

        public static Tally operator +(Tally one, Tally two) => new()
        {
            Calls = one.Calls + two.Calls,
            Blocked = one.Blocked + two.Blocked,
            BlockedAsAnother = one.BlockedAsAnother + two.BlockedAsAnother,
            Streams = one.Streams + two.Streams,
            Embeddings = one.Embeddings + two.Embeddings,
            Values = one.Values + two.Values,
            Bytes = one.Bytes + two.Bytes,
        };
    }
}
