using System.Text.Json;
using Microsoft.Extensions.AI;

namespace HyperscaleSdk.Tests.Guard;

public sealed class PersonalDataGuardPlaceholderTests
{
    private const string Phone = "010-1234-5678";
    private const string Email = "kim@corp.co.kr";

    [Fact]
    public async Task SameValue_GetsTheSamePlaceholder_InOneCallAndTheNext()
    {
        var inner = new ScriptedChatClient();
        var client = inner.UsePersonalDataGuard();

        await client.GetResponseAsync($"{Phone} {Phone} 010-8765-4321");
        await client.GetResponseAsync([new(ChatRole.User, "010-1111-2222"), new(ChatRole.User, Phone)]);

        var requests = inner.Requests.ToArray();
        var first = requests[0].Messages[0].Text.Split(' ');
        Assert.Equal(first[0], first[1]);
        Assert.NotEqual(first[0], first[2]);
        Assert.Equal(first[0], requests[1].Messages[1].Text);
    }

    [Fact]
    public async Task TextThatLooksLikeAPlaceholder_IsNeverReplacedByAValue()
    {
        // The second call's prompt quotes the very placeholder that the first call used for the number.
        var inner = new ScriptedChatClient((messages, _) => [Pieces.Text(string.Join(' ', messages.Select(message => message.Text)))]);
        var client = inner.UsePersonalDataGuard();
        await client.GetResponseAsync(Phone);
        var placeholder = inner.Only.Messages[0].Text;

        var answer = await client.GetResponseAsync([new(ChatRole.User, Phone), new(ChatRole.User, $"무엇인가요: {placeholder}")]);

        Assert.Equal($"{Phone} 무엇인가요: {placeholder}", answer.Text);
        Assert.NotEqual(placeholder, inner.Requests.Last().Messages[0].Text);
    }

    [Fact]
    public async Task PlaceholderOfAnotherCall_IsNotPutBack()
    {
        var first = new ScriptedChatClient();
        var client = first.UsePersonalDataGuard();
        await client.GetResponseAsync(Phone);
        var placeholder = first.Only.Messages[0].Text;
        var second = new ScriptedChatClient((_, _) => [Pieces.Text(placeholder)]);

        var answer = await second.UsePersonalDataGuard().GetResponseAsync($"{Email} {Phone}");

        Assert.Equal(placeholder, answer.Text);
    }

    [Fact]
    public async Task ToolLoop_OutsideTheGuard_GetsRealValuesAndItsResultsTheSamePlaceholders()
    {
        var inner = new ScriptedChatClient((messages, _) => messages.Count == 1
            ? [Pieces.Of(new FunctionCallContent("1", "find", new Dictionary<string, object?>(StringComparer.Ordinal)
                {
                    ["phone"] = messages[0].Text,
                    ["deep"] = JsonElement.Parse($$"""{"list":["{{messages[0].Text}}",1]}"""),
                }))]
            : [Pieces.Text($"결과: {messages[2].Contents.OfType<FunctionResultContent>().Single().Result}")]);
        var client = inner.UsePersonalDataGuard();
        List<ChatMessage> history = [new(ChatRole.User, Phone)];

        var asked = await client.GetResponseAsync(history);
        var call = asked.Messages[0].Contents.OfType<FunctionCallContent>().Single();
        history.AddRange(asked.Messages);
        history.Add(new ChatMessage(ChatRole.Tool, [new FunctionResultContent("1", $"{call.Arguments!["phone"]} 은 열린 번호")]));
        var answer = await client.GetResponseAsync(history);

        Assert.Equal(Phone, call.Arguments["phone"]);
        Assert.Equal(Phone, ((JsonElement)call.Arguments["deep"]!).GetProperty("list")[0].GetString());
        Assert.Equal($"결과: {Phone} 은 열린 번호", answer.Text);
        var sent = inner.Requests.Last().Messages;
        var placeholder = inner.Requests.First().Messages[0].Text;
        Assert.Equal(placeholder, ((FunctionCallContent)sent[1].Contents[0]).Arguments!["phone"]);
        Assert.Equal($"{placeholder} 은 열린 번호", ((FunctionResultContent)sent[2].Contents[0]).Result);
    }

    [Fact]
    public async Task Tool_InvokedBelowTheGuard_GetsRealValuesAndItsResultIsGuarded()
    {
        string? given = null;
        object? returned = null;
        var tool = AIFunctionFactory.Create((string phone) => $"{given = phone}: {Email} 900101-1234567", "find");
        var inner = new ScriptedChatClient((messages, options) =>
        {
            returned = ((AIFunction)options!.Tools![0]).InvokeAsync(new AIFunctionArguments { ["phone"] = messages[0].Text }).AsTask().GetAwaiter().GetResult();
            return [Pieces.Text($"{returned}")];
        });

        var answer = await inner.UsePersonalDataGuard().GetResponseAsync(Phone, new ChatOptions { Tools = [tool] });

        Assert.Equal(Phone, given);
        Assert.Matches(@"^\[\[PHONE-[A-Z]{6}\]\]: \[\[EMAIL-[A-Z]{6}\]\] \[주민등록번호\]$", $"{returned}");
        Assert.Equal($"{Phone}: {Email} [주민등록번호]", answer.Text);
    }

    [Fact]
    public async Task StructuredOutput_StaysJsonThatHoldsTheValue()
    {
        var inner = new ScriptedChatClient((messages, _) => [Pieces.Text($$"""{"phone":"{{messages[0].Text}}"}""")]);

        var answer = await inner.UsePersonalDataGuard().GetResponseAsync(Phone, new ChatOptions { ResponseFormat = ChatResponseFormat.Json });

        Assert.Equal(Phone, JsonElement.Parse(answer.Text).GetProperty("phone").GetString());
    }

    [Fact]
    public async Task ValueThatRunsIntoTheNextText_ComesBackWithNothingLost()
    {
        // Joined, the house number takes two digits of the card number.
        var options = new PersonalDataGuardOptions { Actions = { [PersonalDataKind.CardNumber] = PersonalDataAction.Placeholder } };
        var inner = new ScriptedChatClient((messages, _) => [Pieces.Text(messages[0].Text)]);

        var answer = await inner.UsePersonalDataGuard(options).GetResponseAsync(
            [new ChatMessage(ChatRole.User, [new TextContent("서울특별시 송파구 월드컵로 119"), new TextContent("6871-8555-0285-0167")])]);

        Assert.Equal("서울특별시 송파구 월드컵로 1196871-8555-0285-0167", answer.Text);
        Assert.DoesNotContain("0285", inner.Only.Messages[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AddressOfAnswer_IsPutBackEscaped()
    {
        var inner = new ScriptedChatClient((messages, _) => [Pieces.Text($"주소: {((UriContent)messages[0].Contents[0]).Uri.AbsoluteUri}")]);
        var address = new UriContent(new Uri($"https://shop.kr/?mail={Uri.EscapeDataString(Email)}&n=1"), "image/png");

        var answer = await inner.UsePersonalDataGuard().GetResponseAsync([new ChatMessage(ChatRole.User, [address])]);

        Assert.DoesNotContain("corp", ((UriContent)inner.Only.Messages[0].Contents[0]).Uri.AbsoluteUri, StringComparison.Ordinal);
        Assert.Equal($"주소: {address.Uri.AbsoluteUri}", answer.Text);
    }
}
