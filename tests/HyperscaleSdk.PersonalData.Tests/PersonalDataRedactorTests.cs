namespace HyperscaleSdk.PersonalData.Tests;

public sealed class PersonalDataRedactorTests
{
    [Theory]
    [InlineData("환자 900101-1234567 문의", "환자 [주민등록번호] 문의")]
    [InlineData("9001011234567", "[주민등록번호]")]
    [InlineData(" 9001011234567 ", " [주민등록번호] ")]
    [InlineData("900101-5234567", "[외국인등록번호]")]
    [InlineData("여권번호 M12345678", "여권번호 [여권번호]")]
    [InlineData("11-12-123456-63", "[운전면허번호]")]
    [InlineData("전화 010-1234-5678, 메일 a@b.kr", "전화 [전화번호], 메일 [이메일]")]
    [InlineData("카드 4111-1111-1111-1111", "카드 [카드번호]")]
    [InlineData("계좌 110-123-456789", "계좌 [계좌번호]")]
    [InlineData("서울특별시 강남구 테헤란로 152 방문", "[주소] 방문")]
    [InlineData("성명: 홍길동", "성명: [이름]")]
    [InlineData("생년월일 1990-01-05", "생년월일 [생년월일]")]
    [InlineData("차량 12가3456", "차량 [개인정보]")]
    public void Redact_TextWithIdentifiers_LeavesMarks(string text, string expected) => Assert.Equal(expected, PersonalDataRedactor.Redact(text));

    [Theory]
    [InlineData("")]
    [InlineData("오늘 날씨 알려줘")]
    [InlineData("주문번호 9001011234567")]
    public void Redact_CleanText_IsTheSame(string text) => Assert.Same(text, PersonalDataRedactor.Redact(text));

    [Fact]
    public void Redact_Twice_ChangesNothing()
    {
        var once = PersonalDataRedactor.Redact("성명: 홍길동, 주민번호 900101-1234567, 010-1234-5678, hong@naver.com, 계좌 110-123-456789");

        Assert.Equal(once, PersonalDataRedactor.Redact(once));
    }

    [Fact]
    public void Redact_Null_Throws() => Assert.Throws<ArgumentNullException>(() => PersonalDataRedactor.Redact(null!));
}
