using HyperscaleSdk.PersonalData.Tests.TextSet;

namespace HyperscaleSdk.PersonalData.Tests;

public sealed class QuickReadingTests
{
    private const string Alphabet = "0123456789012345-. /):=@+(Mm가년월일생동로명_no \n,０－";

    private static readonly string[] Pieces =
    [
        "900101-1234567", "9001011234567", "900101", "M123A4567", "11-12-123456-63", "010-1234-5678", "+82", "82", "(0)10", "02)345-6789", "4111 1111 1111 1111", "110-123-456789", "1990-01-05", "1990.1.5", "90 01 05", "1990년", "1월", "5일", "12가3456",
        "12 가 3456", "37.5665", "1.2.3.4", "사번", "empno", "emp no", "EMP_NO", "학번", "student id", "군번", "gunbeon", "birth", "date of birth", "lat", "gps", "bank account", "계좌", "order", "주문", "법인", "ticket", "성명", "병명", "name", "이름은", "홍길동", "테헤란로", "강남구", "1024", "12ms", "240명", "0.7",
        " ", ":", "=", "-", ".", ",", "/", "(", ")", "\n", "_", "생", "호", "@", "a", "9", "\"", "\u00A0", "ＮＯ", "１２",
    ];

    [Fact]
    public void Find_TextSet_FindsWhatEveryPositionFinds()
    {
        foreach (var file in new[] { "generated.txt", "handmade.txt" })
        {
            var lines = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "TextSet", file)).Select(line => MarkedLine.Parse(line).Text).ToList();
            lines.ForEach(AssertSame);
            AssertSame(string.Join('\n', lines));
        }
    }

    [Fact]
    public void Find_PiecesGluedTogether_FindsWhatEveryPositionFinds()
    {
        var random = new Random(20260911);
        for (var i = 0; i < 60_000; i++)
        {
            AssertSame(string.Concat(Enumerable.Range(0, random.Next(1, 10)).Select(_ => Pieces[random.Next(Pieces.Length)])));
        }
    }

    [Fact]
    public void Find_DigitsAndSeparators_FindsWhatEveryPositionFinds()
    {
        var random = new Random(7);
        for (var i = 0; i < 60_000; i++)
        {
            AssertSame(string.Concat(Enumerable.Range(0, random.Next(3, 28)).Select(_ => Alphabet[random.Next(Alphabet.Length)])));
        }
    }

    [Fact]
    public void Find_CleanLogs_AllocatesNothing()
    {
        const string Log = "2026-11-20 09:12:33.120 INFO  [http-7] GET /v1/models 200 12ms\n{\"max_tokens\":1024,\"temperature\":0.7}\nid,price\n8801043015653,4500\n";
        Assert.Empty(PersonalDataRecognizer.Find(Log));

        // What the method allocates it allocates every time; the framework's own code allocates until the runtime has optimised it.
        var least = long.MaxValue;
        for (var run = 0; run < 1_000_000 && least > 0; run++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            PersonalDataRecognizer.Find(Log);
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        Assert.Equal(0, least);
    }

    [Theory]
    [InlineData("ticket. 890814-5611819")]
    [InlineData("주문 890814-1611819")]
    public void Find_HyphenatedNumberBehindALabelOfAThing_IsFoundWeakly(string text) =>
        Assert.Equal(PersonalDataConfidence.Weak, Assert.Single(PersonalDataRecognizer.Find(text)).Confidence);

    private static void AssertSame(string text) => Assert.Equal(EveryPositionScanner.Find(text), PersonalDataRecognizer.Find(text));
}
