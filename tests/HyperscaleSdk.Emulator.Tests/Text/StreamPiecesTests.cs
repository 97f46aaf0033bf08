using HyperscaleSdk.Emulator.Text;

namespace HyperscaleSdk.Emulator.Tests.Text;

public sealed class StreamPiecesTests
{
    [Fact]
    public void Pieces_OfAnAnswer_AreSmallAndJoinToIt()
    {
        const string Text = "안녕하세요! 😀 무엇을 도와드릴까요? 편하게 말씀해 주세요.";

        var pieces = StreamPieces.Of(Text).ToList();

        Assert.Equal(Text, string.Concat(pieces.Select(piece => piece.Text)));
        Assert.Equal(TokenEstimator.Count(Text), pieces.Sum(piece => piece.Tokens));
        Assert.All(pieces, piece => Assert.InRange(piece.Tokens, 1, 3));
        Assert.True(pieces.Count > 5);
    }
}
