using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;

namespace HyperscaleSdk.Tests.Guard;

/// <summary>Makes conversations with personal data in every place that is sent. The same seed makes the same conversation.</summary>
/// <param name="seed">The seed.</param>
/// <param name="everything">All contents of the interface; otherwise those that our clients send.</param>
internal sealed class ConversationGenerator(int seed, bool everything)
{
    // No words that label a number as something else (an order, a product, a ticket): the recogniser believes them.
    private static readonly string[] Sentences =
    [
        "안녕하세요, 진행 상태를 알려 주세요.", "다음 고객의 문의를 정리해 줘.", "배송이 사흘째 오지 않습니다.", "오늘 회의는 15시 30분입니다.", "환불은 3~5일 걸립니다.",
        "문서는 AB-2024-11 입니다.", "Please summarise the enquiry.", "{\"status\": \"열림\", \"items\": [1, 2, 3]}", "총 1,234,500원입니다.", "[[NOTE]] 확인 바랍니다.", "한글🙂이모지!",
    ];

    private readonly Random _random = new(seed);
    private readonly PersonalValues _values = new(new Random(seed ^ 0x5EED));
    private readonly List<PersonalValue> _used = [];

    public Conversation Next(Action<PersonalDataGuardOptions, Random> configure)
    {
        var guard = new PersonalDataGuardOptions();
        configure(guard, _random);
        var options = Options();
        var messages = new List<ChatMessage>();
        if (Chance(3))
        {
            messages.Add(new ChatMessage(ChatRole.System, Text()));
        }

        for (var turn = _random.Next(3); turn > 0; turn--)
        {
            messages.Add(User());
            messages.AddRange(Chance(2) && options.Tools is not null ? ToolTurn() : [new ChatMessage(ChatRole.Assistant, Text())]);
        }

        messages.Add(User());
        return new Conversation(messages, options, _used, guard);
    }

    private ChatOptions Options()
    {
        var options = new ChatOptions();
        if (Chance(3))
        {
            options.Instructions = Text();
        }

        if (Chance(2))
        {
            options.Tools = [AIFunctionFactory.CreateDeclaration("lookup", $"고객을 찾습니다. 예: {Phrase()}", Schema())];
        }

        if (everything && Chance(3))
        {
            options.StopSequences = [Phrase(), "끝"];
            options.AdditionalProperties = new() { ["note"] = Text(), ["nested"] = new Dictionary<string, object?>(StringComparer.Ordinal) { ["list"] = new List<object?> { Phrase(), 1, null } } };
            options.ResponseFormat = Chance(2) ? ChatResponseFormat.ForJsonSchema(Schema(), "answer", Phrase()) : null;
        }

        return options;
    }

    private JsonElement Schema()
    {
        var schema = new JsonObject
        {
            ["type"] = "object",
            ["properties"] = new JsonObject
            {
                ["query"] = new JsonObject { ["type"] = "string", ["description"] = Phrase(), ["enum"] = new JsonArray(Phrase(), "기타") },
            },
        };
        return JsonElement.Parse(schema.ToJsonString());
    }

    private ChatMessage User()
    {
        var message = new ChatMessage(ChatRole.User, Contents());
        if (everything && Chance(4))
        {
            message.AuthorName = _values.Next(PersonalDataKind.Name) is var name && Use(name) ? name.Value : null;
            message.AdditionalProperties = new() { ["메모"] = Phrase() };
        }

        return message;
    }

    private List<AIContent> Contents()
    {
        if (Chance(4))
        {
            return Split(Text());
        }

        List<AIContent> contents = [new TextContent(Text())];
        if (!everything)
        {
            return contents;
        }

        for (var more = _random.Next(3); more > 0; more--)
        {
            contents.Add(_random.Next(5) switch
            {
                0 => new TextReasoningContent(Text()),
                1 => new DataContent(Encoding.UTF8.GetBytes(Text()), _random.Next(2) == 0 ? "text/plain" : "application/json") { Name = Phrase() },
                2 => new UriContent(new Uri($"https://files.shop.kr/{Uri.EscapeDataString(Phrase())}?q={Uri.EscapeDataString(Phrase())}"), "image/png"),
                3 => new ErrorContent(Text()) { Details = Phrase() },
                _ => new TextContent(Text()),
            });
        }

        return contents;
    }

    // One text in several contents, cut anywhere: also inside of a value.
    private List<AIContent> Split(string text)
    {
        var contents = new List<AIContent>();
        for (var position = 0; position < text.Length;)
        {
            var length = Math.Min(text.Length - position, _random.Next(1, 30));
            if (position + length < text.Length && char.IsLowSurrogate(text[position + length]))
            {
                length++;
            }

            contents.Add(new TextContent(text.Substring(position, length)));
            position += length;
        }

        return contents;
    }

    private IEnumerable<ChatMessage> ToolTurn()
    {
        var id = $"call_{_random.Next(100000)}";
        var arguments = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["query"] = Phrase(),
            ["deep"] = new Dictionary<string, object?>(StringComparer.Ordinal) { ["a"] = new List<object?> { Phrase(), new Dictionary<string, object?>(StringComparer.Ordinal) { ["b"] = JsonElement.Parse(JsonSerializer.Serialize(Phrase())) } } },
        };
        if (Chance(3))
        {
            // A registration number as a number, as databases keep it.
            var digits = _values.Next(PersonalDataKind.ResidentRegistrationNumber).Value.Replace("-", string.Empty, StringComparison.Ordinal);
            if (long.TryParse(digits, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) && number > 1_000_000_000_000)
            {
                _used.Add(new PersonalValue(PersonalDataKind.ResidentRegistrationNumber, digits, "주민번호"));
                arguments["juminNo"] = number;
            }
        }

        yield return new ChatMessage(ChatRole.Assistant, [new FunctionCallContent(id, "lookup", arguments)]);
        object result = _random.Next(4) switch
        {
            0 => Text(),
            1 => JsonElement.Parse(JsonSerializer.Serialize(new { rows = new[] { Phrase(), Phrase() }, more = false })),
            2 => new Dictionary<string, object?>(StringComparer.Ordinal) { ["text"] = Phrase(), ["count"] = 3 },
            _ => JsonNode.Parse(JsonSerializer.Serialize(new { note = Phrase() }))!,
        };
        yield return new ChatMessage(ChatRole.Tool, [new FunctionResultContent(id, result)]);
    }

    private string Text()
    {
        var text = new StringBuilder();
        for (var sentences = _random.Next(1, 4); sentences > 0; sentences--)
        {
            text.Append(text.Length == 0 ? string.Empty : " ").Append(Chance(2) ? Phrase() : Sentences[_random.Next(Sentences.Length)]);
        }

        return text.ToString();
    }

    private string Phrase()
    {
        var value = _used.Count > 0 && Chance(4) ? _used[_random.Next(_used.Count)] : _values.Next();
        Use(value);
        return $"{(Chance(2) ? "고객 " : string.Empty)}{value.Phrase}{(Chance(2) ? " 확인 부탁드립니다." : string.Empty)}";
    }

    private bool Use(PersonalValue value)
    {
        _used.Add(value);
        return true;
    }

    private bool Chance(int oneIn) => _random.Next(oneIn) == 0;
}
