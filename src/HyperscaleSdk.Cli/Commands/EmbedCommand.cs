using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using HyperscaleSdk.Cli.Calls;
using HyperscaleSdk.Cli.Embedding;
using HyperscaleSdk.Cli.Output;
using Microsoft.Extensions.AI;

namespace HyperscaleSdk.Cli.Commands;

/// <summary><c>embed</c>: turns texts into vectors, a few on the command line or many in a file.</summary>
internal sealed class EmbedCommand(CliConsole console)
{
    private const int ShownValues = 4;
    private const int ShownText = 60;

    private readonly ProviderOptions _provider = new();
    private readonly Argument<string[]> _texts = new("text") { Description = "The texts.", Arity = ArgumentArity.ZeroOrMore };
    private readonly Option<string?> _input = new("--input") { Description = "A file with one {\"id\", \"text\"} a line.", HelpName = "in.jsonl" };
    private readonly Option<string?> _output = new("--output") { Description = "The file that gets one {\"id\", \"embedding\"} a line; what an earlier run has done in it is not done again.", HelpName = "out.jsonl" };
    private readonly Option<int?> _requests = PerMinute("--requests-per-minute", "requests");
    private readonly Option<int?> _tokens = PerMinute("--tokens-per-minute", "tokens");

    public Command Build()
    {
        var command = new Command("embed", "Turns texts into vectors.") { _texts, _input, _output, _requests, _tokens };
        _provider.AddTo(command);
        command.Validators.Add(result =>
        {
            var hasTexts = result.GetResult(_texts) is { Tokens.Count: > 0 };
            var hasInput = result.GetResult(_input) is { Tokens.Count: > 0 };
            var hasOutput = result.GetResult(_output) is { Tokens.Count: > 0 };
            if (hasInput != hasOutput || hasTexts == hasInput)
            {
                result.AddError("Give one or more texts, or --input with --output.");
            }
        });
        command.SetAction(RunAsync);
        return command;
    }

    private static Option<int?> PerMinute(string name, string what)
    {
        var option = new Option<int?>(name) { Description = $"How many {what} are sent in a minute. Default: what the provider documents for its lowest tier.", HelpName = "n" };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() < 1)
            {
                result.AddError($"{name} must be at least 1.");
            }
        });
        return option;
    }

    private ProviderRequest Request(ParseResult parsed)
    {
        var (requests, tokens) = (parsed.GetValue(_requests), parsed.GetValue(_tokens));
        return _provider.Read(parsed) with { RateLimits = (requests ?? tokens) is null ? null : new ClientRateLimits { RequestsPerMinute = requests, TokensPerMinute = tokens } };
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var json = parsed.GetValue(_provider.Json);
        var texts = parsed.GetValue(_texts) ?? [];
        if (texts.Any(string.IsNullOrWhiteSpace))
        {
            throw new CliException(ExitCodes.Usage, "A text is empty.");
        }

        if (parsed.GetValue(_input) is not { } input || parsed.GetValue(_output) is not { } output)
        {
            await using var session = await ProviderSession.OpenAsync(Request(parsed), console, cancellationToken);
            return await EmbedTextsAsync(texts, json, session, cancellationToken);
        }

        // Before the session: a wrong file must not start an emulator or make a ledger.
        var total = await EmbedInput.CountAsync(input, cancellationToken);
        await using var file = await EmbedOutput.OpenAsync(output, cancellationToken);
        await using var fileSession = await ProviderSession.OpenAsync(Request(parsed), console, cancellationToken);
        return await EmbedFileAsync(input, total, output, file, json, fileSession, cancellationToken);
    }

    private async Task<int> EmbedTextsAsync(string[] texts, bool json, ProviderSession session, CancellationToken cancellationToken)
    {
        using var generator = session.CreateEmbeddingGenerator();
        var embeddings = await generator.GenerateAsync(texts, cancellationToken: cancellationToken);
        var model = embeddings[0].ModelId;
        if (json)
        {
            JsonOutput.Write(console.Out, writer =>
            {
                WriteCall(writer, session, model, embeddings[0].Vector.Length);
                WriteVectors(writer, embeddings);
            });
            return ExitCodes.Ok;
        }

        for (var i = 0; i < texts.Length; i++)
        {
            await console.Out.WriteLineAsync(Line(embeddings[i].Vector.Span, texts[i]));
        }

        await console.Error.WriteLineAsync(CallSummary.Of(session.Provider.Id, model, session.Tally));
        return ExitCodes.Ok;
    }

    private async Task<int> EmbedFileAsync(string input, long total, string output, EmbedOutput file, bool json, ProviderSession session, CancellationToken cancellationToken)
    {
        var result = await new EmbedFile(console).RunAsync(input, total, output, file, session, cancellationToken);
        var exitCode = result.Failed == 0 ? ExitCodes.Ok : ExitCodes.Provider;
        if (json)
        {
            JsonOutput.Write(console.Out, writer =>
            {
                WriteCall(writer, session, result.Model, result.Dimensions);
                writer.WriteNumber("count", result.Count);
                writer.WriteNumber("failed", result.Failed);
                writer.WriteNumber("resumed", result.Resumed);
                writer.WriteString("output", output);
            });
            return exitCode;
        }

        await console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{result.Count} vectors of {result.Dimensions} dimensions in {TerminalText.OneLine(output)}{(result.Resumed == 0 ? "" : $", {result.Resumed} were there")}"));
        if (result.Failed > 0)
        {
            await console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{result.Failed} texts failed: their lines have an \"error\". Run the same command again to try them again."));
        }

        await console.Error.WriteLineAsync(CallSummary.Of(session.Provider.Id, result.Model, session.Tally));
        return exitCode;
    }

    private static string Line(ReadOnlySpan<float> vector, string text)
    {
        var values = new List<string>();
        foreach (var value in vector[..Math.Min(ShownValues, vector.Length)])
        {
            values.Add(value.ToString("0.0000", CultureInfo.InvariantCulture));
        }

        var rest = vector.Length > ShownValues ? ", …" : "";
        return string.Create(CultureInfo.InvariantCulture, $"{vector.Length} [{string.Join(", ", values)}{rest}] {TerminalText.Shorten(text, ShownText)}");
    }

    private static void WriteCall(Utf8JsonWriter json, ProviderSession session, string? model, int dimensions)
    {
        json.WriteString("provider", session.Provider.Id);
        json.WriteString("model", model);
        json.WriteNumber("dimensions", dimensions);
        json.WriteStartObject("usage");
        json.WriteNumberOrNull("inputTokens", session.Tally.InputTokens);
        json.WriteEndObject();
        json.WriteAmountOrNull("costKrw", session.Tally.CostKrw);
        json.WriteStartArray("requestIds");
        foreach (var id in session.Tally.RequestIds)
        {
            json.WriteStringValue(id);
        }

        json.WriteEndArray();
        json.WriteBoolean("emulated", session.IsEmulated);
    }

    private static void WriteVectors(Utf8JsonWriter json, GeneratedEmbeddings<Embedding<float>> embeddings)
    {
        json.WriteStartArray("embeddings");
        for (var i = 0; i < embeddings.Count; i++)
        {
            json.WriteStartObject();
            json.WriteNumber("index", i);
            VectorJson.Write(json, embeddings[i].Vector.Span);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
