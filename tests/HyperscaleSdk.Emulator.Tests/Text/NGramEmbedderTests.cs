using HyperscaleSdk.Emulator.Embeddings;
using HyperscaleSdk.Emulator.Tests.Support;

namespace HyperscaleSdk.Emulator.Tests.Text;

public sealed class NGramEmbedderTests
{
    [Theory]
    [InlineData("환불은 어떻게 신청하나요?", "환불 신청 방법을 알려 주세요", "오늘 점심은 김치찌개를 먹었습니다")]
    [InlineData("서울에서 부산까지 기차로 가는 방법", "부산 가는 기차 시간표", "새로 산 노트북이 자꾸 꺼져요")]
    [InlineData("How do I reset my password?", "Password reset instructions", "The cat sleeps on the sofa")]
    public void Embed_RelatedTexts_AreNearerThanUnrelatedOnes(string text, string related, string unrelated)
    {
        var vector = NGramEmbedder.Embed(text, 1024);

        var near = Vectors.Cosine(vector, NGramEmbedder.Embed(related, 1024));
        var far = Vectors.Cosine(vector, NGramEmbedder.Embed(unrelated, 1024));

        Assert.True(near > far + 0.1, FormattableString.Invariant($"{near} against {far}"));
        Assert.Equal(1.0, Vectors.Cosine(vector, vector), 5);
    }

    [Theory]
    [InlineData("?!")]
    [InlineData("😀")]
    [InlineData("\uFFFE")]
    [InlineData("가")]
    public void Embed_TextWithoutWords_IsStillAUnitVector(string text)
    {
        var vector = NGramEmbedder.Embed(text, 1024);

        Assert.Equal(1.0, Vectors.Cosine(vector, vector), 5);
    }

    [Fact]
    public void Embed_DecomposedHangul_IsTheSameAsComposed()
        => Assert.Equal(NGramEmbedder.Embed("한글", 1024), NGramEmbedder.Embed("한글".Normalize(System.Text.NormalizationForm.FormD), 1024));
}
