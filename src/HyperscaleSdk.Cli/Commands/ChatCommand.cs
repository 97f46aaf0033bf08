using System.CommandLine;
using System.Text.Json;
using HyperscaleSdk.Cli.Calls;
using HyperscaleSdk.Cli.Output;
using Microsoft.Extensions.AI;

namespace HyperscaleSdk.Cli.Commands;

/// <summary><c>chat</c>: asks a provider one question.</summary>
internal sealed class ChatCommand(CliConsole console)
{
    private readonly ProviderOptions _provider = new();
    private readonly Argument<string> _prompt = new("prompt") { Description = "The question; - reads it from standard input." };
    private readonly Option<string?> _system = new("--system") { Description = "The system message.", HelpName = "text" };
    private readonly Option<bool> _stream = new("--stream") { Description = "Stream the answer." };

    public Command Build()
    {
        var command = new Command("chat", "Asks a provider a question.") { _prompt, _system, _stream };
        _provider.AddTo(command);
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var messages = Messages(parsed.GetValue(_system), await ReadPromptAsync(parsed.GetRequiredValue(_prompt), cancellationToken));
        var json = parsed.GetValue(_provider.Json);
        await using var session = await ProviderSession.OpenAsync(_provider.Read(parsed), console, cancellationToken);
        if (await session.FindModelAsync(cancellationToken) is { } model)
        {
            await console.Error.WriteLineAsync($"No model is named: {TerminalText.OneLine(model)}, the server's first, answers. · 모델을 지정하지 않아 서버의 첫 모델이 답합니다.");
        }

        using var client = session.CreateChatClient();
        var response = parsed.GetValue(_stream)
            ? await StreamAsync(client, messages, echo: !json, cancellationToken)
            : await client.GetResponseAsync(messages, cancellationToken: cancellationToken);
        if (json)
        {
            JsonOutput.Write(console.Out, writer => WriteMembers(writer, response, session));
            return ExitCodes.Ok;
        }

        if (!parsed.GetValue(_stream))
        {
            await console.Out.WriteAsync(TerminalText.Clean(response.Text));
        }

        await console.Out.WriteLineAsync();
        await WriteRefusalAsync(response);
        await console.Error.WriteLineAsync(CallSummary.Of(session.Provider.Id, response.ModelId, session.Tally));
        return ExitCodes.Ok;
    }

    private async Task<string> ReadPromptAsync(string prompt, CancellationToken cancellationToken)
    {
        var text = prompt == "-" ? (await console.ReadInputAsync(cancellationToken)).TrimEnd('\r', '\n') : prompt;
        return string.IsNullOrWhiteSpace(text) ? throw new CliException(ExitCodes.Usage, "The prompt is empty.") : text;
    }

    private static List<ChatMessage> Messages(string? system, string prompt)
    {
        var messages = new List<ChatMessage>();
        if (!string.IsNullOrWhiteSpace(system))
        {
            messages.Add(new ChatMessage(ChatRole.System, system));
        }

        messages.Add(new ChatMessage(ChatRole.User, prompt));
        return messages;
    }

    private async Task<ChatResponse> StreamAsync(IChatClient client, List<ChatMessage> messages, bool echo, CancellationToken cancellationToken)
    {
        var updates = new List<ChatResponseUpdate>();
        var isLineOpen = false;
        try
        {
            await foreach (var update in client.GetStreamingResponseAsync(messages, cancellationToken: cancellationToken))
            {
                updates.Add(update);
                if (echo && update.Text is { Length: > 0 } text)
                {
                    await console.Out.WriteAsync(TerminalText.Clean(text));
                    isLineOpen = true;
                }
            }
        }
        catch when (isLineOpen)
        {
            await console.Out.WriteLineAsync();
            throw;
        }

        return updates.ToChatResponse();
    }

    private async Task WriteRefusalAsync(ChatResponse response)
    {
        foreach (var refusal in response.Messages.SelectMany(message => message.Contents).OfType<ErrorContent>())
        {
            await console.Error.WriteLineAsync("The model refused: " + TerminalText.OneLine(refusal.Message));
        }
    }

    private static void WriteMembers(Utf8JsonWriter json, ChatResponse response, ProviderSession session)
    {
        json.WriteString("text", response.Text);
        json.WriteStartObject("usage");
        json.WriteNumberOrNull("inputTokens", response.Usage?.InputTokenCount);
        json.WriteNumberOrNull("outputTokens", response.Usage?.OutputTokenCount);
        json.WriteNumberOrNull("totalTokens", response.Usage?.TotalTokenCount);
        json.WriteNumberOrNull("cachedInputTokens", response.Usage?.CachedInputTokenCount);
        json.WriteNumberOrNull("reasoningTokens", response.Usage?.ReasoningTokenCount);
        json.WriteEndObject();
        json.WriteString("finishReason", response.FinishReason?.Value);
        json.WriteString("provider", session.Provider.Id);
        json.WriteString("model", response.ModelId);
        json.WriteAmountOrNull("costKrw", session.Tally.CostKrw);
        json.WriteString("requestId", session.Tally.RequestIds.LastOrDefault());
        json.WriteBoolean("emulated", session.IsEmulated);
    }
}
