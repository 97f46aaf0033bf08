using FsCheck;
using FsCheck.Fluent;

namespace HyperscaleSdk.PersonalData.Tests;

public sealed class RedactionPropertyTests
{
    // Pieces that recognisers look at, in any order and glued together: far nearer to trouble than random letters.
    private static readonly string[] Pieces =
    [
        "900101-1234567", "9001011234567", "900101", "1234567", "130111-0006246", "900101-5234567", "900101-1******", "M12345678", "M123A4567", "S1234567", "11-12-123456-63", "111212345663", "010-1234-5678", "01012345678",
        "+82", "(02)", "345-6789", "4111-1111-1111-1111", "4111111111111111", "110-123-456789", "1990-01-05", "19900105", "생", "12가3456", "37.5665", "121.134.22.9", "hong@naver.com", "@", "a@b.kr", "주민번호", "주민등록번호", "외국인등록번호",
        "여권번호", "passport", "운전면허", "연락처", "전화", "계좌", "은행", "카드번호", "생년월일", "주문번호", "법인등록번호", "학번", "사번", "E", "위도", "ip", "성명", "이름은", "이름", "name", "홍길동", "입니다", "병명", "종교", "고혈압", "서울특별시", "강남구",
        "테헤란로", "역삼동", "152", "14길", "101동", "1203호", "번지", "[주민등록번호]", "[전화번호]", "[개인정보]", "[", "]", "⟦", " ", "  ", ":", "=", ",", ".", "-", "–", "/", "(", ")", "\n", "\t", "\u00A0", "９００１０１", "－", "가", "a", "Z", "0", "9", "\uD83D", "\uDE00", "\0", "\uFFFF",
        "뒷자리", "앞자리", "rrn", "_", "\"", "원", "호", "x", "*",
    ];

    private static readonly Arbitrary<string> Texts = Gen.ArrayOf(Gen.Elements(Pieces)).Select(string.Concat).ToArbitrary();

    // Every UTF-16 code unit, surrogates without their partner included.
    private static readonly Arbitrary<string> Noise = Gen.ArrayOf(Gen.Choose(0, char.MaxValue).Select(unit => (char)unit)).Select(units => new string(units)).ToArbitrary();

    private static readonly Arbitrary<string> Clean = Gen.ArrayOf(Gen.Elements("오늘 날씨가 좋다.", "회의록 요약", " ", "\n", "the quick brown fox", "번호", "서울", "여권을 갱신했다", "주민 센터", "!", "—", "(", ")", "“", "-", "😀")).Select(string.Concat).ToArbitrary();

    [Fact]
    public void Redact_Twice_ChangesNothing() => Prop.ForAll(Texts, text =>
    {
        var once = PersonalDataRedactor.Redact(text);
        return PersonalDataRedactor.Redact(once) == once;
    }).Check(Many(20_000));

    [Fact]
    public void Redact_TextWithoutDigitsAndLabels_IsTheSameInstance() =>
        Prop.ForAll(Clean, text => ReferenceEquals(PersonalDataRedactor.Redact(text), text)).Check(Many(2_000));

    [Fact]
    public void Find_Pieces_MatchesLieInTheTextInOrder() => Prop.ForAll(Texts, AreInOrder).Check(Many(20_000));

    [Fact]
    public void Find_AnyUtf16_NeverThrows() => Prop.ForAll(Noise, AreInOrder).Check(Many(5_000));

    [Fact]
    public void Find_AnyPrefixAndSuffix_NeverThrows()
    {
        // Every recogniser reads ahead and behind: the text may end at any character of what it reads.
        const string Text = "성명: 홍길동, 주민번호 900101-1234567, 여권 M123A4567, 11-12-123456-63, +82 (0)10-1234-5678, hong@naver.com, 서울특별시 강남구 테헤란로 14길 23, 101동, 생년월일 1990년 1월 5일, 위도 37.5665, 126.9780, ip 1.2.3.4";
        for (var i = 0; i <= Text.Length; i++)
        {
            Assert.True(AreInOrder(Text[..i]));
            Assert.True(AreInOrder(Text[i..]));
        }
    }

    [Fact]
    public void Redact_LoneSurrogates_AreKept()
    {
        var redacted = PersonalDataRedactor.Redact("\uD83D900101-1234567\uDE00");

        Assert.Equal("\uD83D[주민등록번호]\uDE00", redacted);
    }

    private static bool AreInOrder(string text)
    {
        var floor = 0;
        foreach (var match in PersonalDataRecognizer.Find(text))
        {
            if (match.Start < floor || match.Length <= 0 || match.End > text.Length)
            {
                return false;
            }

            floor = match.End;
        }

        return true;
    }

    private static Config Many(int count) => Config.QuickThrowOnFailure.WithMaxTest(count).WithReplay(20260911, 7).WithEndSize(40);
}
