using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace HyperscaleSdk.Tests.Guard;

/// <summary>Conversations with every content of the interface against a model that repeats them: what it received, and what comes back.</summary>
/// <remarks><c>HYPERSCALE_GUARD_ECHOES</c> sets another number than 4,000.</remarks>
public sealed class GuardEchoTests(ITestOutputHelper output)
{
    private const int Workers = 2;

    private static int Conversations =>
        int.TryParse(Environment.GetEnvironmentVariable("HYPERSCALE_GUARD_ECHOES"), CultureInfo.InvariantCulture, out var number) ? number : 4_000;

    [Fact]
    public async Task Conversations_WithEveryContent_ComeBackAsTheyWereAndNeverReachTheServer()
    {
        var placeholders = await Task.WhenAll(Enumerable.Range(0, Workers).Select(worker => Task.Run(() => RunAsync(worker))));

        output.WriteLine($"{Conversations} conversations, {placeholders.Sum()} placeholders put back");
        Assert.True(placeholders.Sum() > Conversations);
    }

    private static async Task<int> RunAsync(int worker)
    {
        await using var server = await EchoServer.StartAsync();
        using var http = new HttpClient();
        using var inner = new EchoChatClient(server.Address, http);
        var placeholders = 0;
        for (var seed = worker; seed < Conversations; seed += Workers)
        {
            // Everything is put back: only so can the answer be compared letter by letter. Registration numbers are not written.
            var conversation = new ConversationGenerator(100_000 + seed, everything: true).Next(static (options, _) =>
            {
                foreach (var kind in PersonalValues.Kinds)
                {
                    options.Actions[kind] = kind == PersonalDataKind.ResidentRegistrationNumber ? PersonalDataAction.Mask : PersonalDataAction.Placeholder;
                }
            });
            var before = Written(conversation.Messages);
            var client = inner.UsePersonalDataGuard(conversation.Guard);

            var response = seed / Workers % 2 == 0
                ? await client.GetResponseAsync(conversation.Messages, conversation.Options)
                : await client.GetStreamingResponseAsync(conversation.Messages, conversation.Options).ToChatResponseAsync();

            Assert.Equal(before, Written(conversation.Messages));
            CheckReceived(seed, conversation, server.Take());
            CheckAnswer(seed, conversation, response);
            placeholders += conversation.Values.Count(value => value.Kind != PersonalDataKind.ResidentRegistrationNumber);
        }

        return placeholders;
    }

    private static void CheckReceived(int seed, Conversation conversation, byte[] received)
    {
        Assert.NotEmpty(received);
        foreach (var reading in SentText.Readings(received))
        {
            foreach (var secret in conversation.Secrets)
            {
                var at = reading.IndexOf(secret.Value, StringComparison.Ordinal);
                Assert.True(at < 0, at < 0 ? null : $"Seed {seed}: the server received a {secret.Kind}: {reading[Math.Max(0, at - 80)..Math.Min(reading.Length, at + 40)]}");
            }
        }
    }

    private static void CheckAnswer(int seed, Conversation conversation, ChatResponse response)
    {
        var said = conversation.Messages.SelectMany(message => message.Contents).ToList();
        var answered = response.Messages.SelectMany(message => message.Contents).ToList();
        Assert.True(
            string.Equals(Masked(conversation, Text<TextContent>(said)), Text<TextContent>(answered), StringComparison.Ordinal),
            $"Seed {seed}:\n{Masked(conversation, Text<TextContent>(said))}\n{Text<TextContent>(answered)}");
        Assert.Equal(Masked(conversation, Text<TextReasoningContent>(said)), Text<TextReasoningContent>(answered));
        Assert.Equal(Masked(conversation, Arguments(said)), Arguments(answered));
    }

    private static string Text<T>(IEnumerable<AIContent> contents)
        where T : AIContent => string.Concat(contents.OfType<T>().Select(content => content switch
        {
            TextContent text => text.Text,
            TextReasoningContent reasoning => reasoning.Text,
            _ => string.Empty,
        }));

    private static string Arguments(IEnumerable<AIContent> contents) =>
        string.Concat(contents.OfType<FunctionCallContent>().Select(call => JsonElement.Parse(JsonSerializer.Serialize(call.Arguments, AIJsonUtilities.DefaultOptions)))
            .Select(static element => string.Join('\n', Strings(element))));

    private static IEnumerable<string> Strings(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Strings(property.Value).Prepend(property.Name)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Strings),
        JsonValueKind.String => [element.GetString()!],
        _ => [element.GetRawText()],
    };

    // What the caller gets back where a registration number stood.
    private static string Masked(Conversation conversation, string text)
    {
        foreach (var value in conversation.Values.Where(value => value.Kind == PersonalDataKind.ResidentRegistrationNumber).OrderByDescending(value => value.Value.Length))
        {
            text = text.Replace(value.Value, "[주민등록번호]", StringComparison.Ordinal);
        }

        return text;
    }

    private static string Written(IList<ChatMessage> messages) => JsonSerializer.Serialize(messages, AIJsonUtilities.DefaultOptions);
}
