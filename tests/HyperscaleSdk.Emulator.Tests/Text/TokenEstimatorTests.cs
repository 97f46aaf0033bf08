using HyperscaleSdk.Emulator.Text;

namespace HyperscaleSdk.Emulator.Tests.Text;

public sealed class TokenEstimatorTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("안녕하세요", 3)]
    [InlineData("서울 날씨", 2)]
    [InlineData("hello world", 4)]
    [InlineData("2026년", 3)]
    [InlineData("a, b", 3)]
    [InlineData("👩‍👩‍👧‍👦!", 2)]
    public void Count_ByKindOfCharacter_FollowsTheRule(string text, int expected)
        => Assert.Equal(expected, TokenEstimator.Count(text));

    [Theory]
    [InlineData("안녕하세요, 반갑습니다!  \n 잘 지내셨죠? 👩‍👩‍👧‍👦 한글")]
    [InlineData("   ")]
    [InlineData("e\u0301tude 漢字 123456 \U0001F1F0\U0001F1F7")]
    public void Split_JoinedAgain_IsTheTextAndNoPieceSplitsACharacter(string text)
    {
        var tokens = TokenEstimator.Split(text);

        Assert.Equal(text, string.Concat(tokens));
        Assert.Equal(TokenEstimator.Count(text), tokens.Count);
        Assert.All(tokens, token => Assert.False(char.IsLowSurrogate(token[0]) || char.IsHighSurrogate(token[^1])));
        Assert.All(tokens, token => Assert.False(token[0] is '\u0301' or '\u200D'));
    }

    [Fact]
    public void Take_OfATextsTokens_HasThatManyTokens()
    {
        const string Text = "안녕하세요, 오늘은 2026년 11월 22일입니다. Have a nice day!";

        for (var tokens = 0; tokens <= TokenEstimator.Count(Text); tokens++)
            Assert.Equal(tokens, TokenEstimator.Count(TokenEstimator.Take(Text, tokens)));
    }
}
