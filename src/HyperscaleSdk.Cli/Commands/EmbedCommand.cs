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
    private readonly Option<string?> _output = new("--output") { Description = "The file that gets one {\"id\", \"embedding\"} a line.", HelpName = "out.jsonl" };

    public Command Build()
    {
        var command = new Command("embed", "Turns texts into vectors.") { _texts, _input, _output };
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
            await using var session = await ProviderSession.OpenAsync(_provider.Read(parsed), console, cancellationToken);
            return await EmbedTextsAsync(texts, json, session, cancellationToken);
        }

        // Before the session: a wrong file must not start an emulator or make a ledger.
        var total = await EmbedInput.CountAsync(input, cancellationToken);
        await using var fileSession = await ProviderSession.OpenAsync(_provider.Read(parsed), console, cancellationToken);
        return await EmbedFileAsync(input, total, output, json, fileSession, cancellationToken);
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

    private async Task<int> EmbedFileAsync(string input, long total, string output, bool json, ProviderSession session, CancellationToken cancellationToken)
    {
        var result = await new EmbedFile(console).RunAsync(input, total, output, session, cancellationToken);
        if (json)
        {
            JsonOutput.Write(console.Out, writer =>
            {
                WriteCall(writer, session, result.Model, result.Dimensions);
                writer.WriteNumber("count", result.Count);
                writer.WriteString("output", output);
            });
            return ExitCodes.Ok;
        }

        await console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{result.Count} vectors of {result.Dimensions} dimensions in {TerminalText.OneLine(output)}"));
        await console.Error.WriteLineAsync(CallSummary.Of(session.Provider.Id, result.Model, session.Tally));
        return ExitCodes.Ok;
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
