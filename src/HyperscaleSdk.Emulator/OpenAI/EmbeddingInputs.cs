using System.Text.Json;
using HyperscaleSdk.Emulator.Http;
using HyperscaleSdk.Emulator.Text;

namespace HyperscaleSdk.Emulator.OpenAI;

/// <summary>Reads and checks <c>input</c>, each with its tokens.</summary>
internal sealed class EmbeddingInputs(OpenAIProvider provider)
{
    public IReadOnlyList<(string Text, int Tokens)> Read(RequestFields body)
    {
        var input = body.Any("input") ?? throw provider.Errors.Invalid("input", "input is required.");
        var inputs = input.ValueKind == JsonValueKind.String ? [Text(input)] : ReadArray(body);
        var limit = provider.Dialect.EmbeddingInput == EmbeddingInput.OneText ? 1 : provider.Dialect.MaximumInputs;
        if (inputs.Count == 0)
            throw provider.Errors.Invalid("input", "input must not be empty.");
        return inputs.Count > limit
            ? throw provider.Errors.Invalid("input", FormattableString.Invariant($"input must not have more than {limit} elements."))
            : inputs;
    }

    private List<(string Text, int Tokens)> ReadArray(RequestFields body)
    {
        var elements = body.Array("input")!;
        if (provider.Dialect.EmbeddingInput != EmbeddingInput.TextsOrTokens || elements.All(element => element.ValueKind == JsonValueKind.String))
            return [.. elements.Select(Text)];
        // One array of token numbers, or an array of such arrays.
        return elements.All(element => element.ValueKind == JsonValueKind.Number)
            ? [Tokens(elements)]
            : [.. elements.Select(element => element.ValueKind == JsonValueKind.Array ? Tokens([.. element.EnumerateArray()]) : throw Wrong())];
    }

    private (string Text, int Tokens) Text(JsonElement element)
    {
        var text = element.ValueKind == JsonValueKind.String ? element.GetString()! : throw Wrong();
        return string.IsNullOrWhiteSpace(text) ? throw provider.Errors.Invalid("input", "input must not be empty or blank.") : (text, TokenEstimator.Count(text));
    }

    private (string Text, int Tokens) Tokens(IReadOnlyList<JsonElement> numbers)
        => numbers.Count > 0 && numbers.All(number => number.ValueKind == JsonValueKind.Number && number.TryGetInt32(out var token) && token >= 0)
            ? (string.Join(' ', numbers.Select(number => number.GetRawText())), numbers.Count)
            : throw Wrong();

    private Hosting.RefusedException Wrong() => provider.Errors.Invalid("input", "input is text or an array of texts.");
}
