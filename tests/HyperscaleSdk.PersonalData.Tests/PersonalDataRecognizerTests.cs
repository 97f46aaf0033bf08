using static HyperscaleSdk.PersonalDataKind;

namespace HyperscaleSdk.PersonalData.Tests;

public sealed class PersonalDataRecognizerTests
{
    [Theory]
    [InlineData("900101-1234567", ResidentRegistrationNumber, "900101-1234567")]
    [InlineData("주민번호는 900101-1234567입니다", ResidentRegistrationNumber, "900101-1234567")]
    [InlineData("고객900101-1234567님", ResidentRegistrationNumber, "900101-1234567")]
    [InlineData("900101 - 1234567", ResidentRegistrationNumber, "900101 - 1234567")]
    [InlineData("900101 2234567", ResidentRegistrationNumber, "900101 2234567")]
    [InlineData("９００１０１－１２３４５６７", ResidentRegistrationNumber, "９００１０１－１２３４５６７")]
    [InlineData("900101–1234567", ResidentRegistrationNumber, "900101–1234567")]
    [InlineData("주민등록번호 9001011234567", ResidentRegistrationNumber, "9001011234567")]
    [InlineData("rrn=0503043234567", ResidentRegistrationNumber, "0503043234567")]
    [InlineData("201105-3123456", ResidentRegistrationNumber, "201105-3123456")]
    [InlineData("외국인등록번호 900101-5234567", ForeignerRegistrationNumber, "900101-5234567")]
    [InlineData("850505-8123456", ForeignerRegistrationNumber, null)]
    [InlineData("050505-8123456", ForeignerRegistrationNumber, "050505-8123456")]
    [InlineData("900101-1******", BirthDate, "900101-1******")]
    [InlineData("여권번호 M12345678", PassportNumber, "M12345678")]
    [InlineData("여권M123A4567입니다", PassportNumber, "M123A4567")]
    [InlineData("passport: S98765432", PassportNumber, "S98765432")]
    [InlineData("11-12-123456-63", DriverLicenseNumber, "11-12-123456-63")]
    [InlineData("운전면허 28-05-654321-10", DriverLicenseNumber, "28-05-654321-10")]
    [InlineData("운전면허번호: 111212345663", DriverLicenseNumber, "111212345663")]
    [InlineData("010-1234-5678", Phone, "010-1234-5678")]
    [InlineData("연락처는 010.1234.5678입니다", Phone, "010.1234.5678")]
    [InlineData("01012345678로 전화", Phone, "01012345678")]
    [InlineData("０１０－１２３４－５６７８", Phone, "０１０－１２３４－５６７８")]
    [InlineData("+82-10-1234-5678", Phone, "+82-10-1234-5678")]
    [InlineData("+82 (0)10-1234-5678", Phone, "+82 (0)10-1234-5678")]
    [InlineData("011-234-5678", Phone, "011-234-5678")]
    [InlineData("02-345-6789", Phone, "02-345-6789")]
    [InlineData("(031) 123-4567", Phone, "(031) 123-4567")]
    [InlineData("070-1234-5678", Phone, "070-1234-5678")]
    [InlineData("0505-123-4567", Phone, "0505-123-4567")]
    [InlineData("전화번호 0212345678", Phone, "0212345678")]
    [InlineData("문의: hong.gildong@naver.com.", Email, "hong.gildong@naver.com")]
    [InlineData("메일은hong@company.co.kr입니다", Email, "hong@company.co.kr")]
    [InlineData("01012345678@naver.com", Email, "01012345678@naver.com")]
    [InlineData("4111-1111-1111-1111", CardNumber, "4111-1111-1111-1111")]
    [InlineData("4111 1111 1111 1111", CardNumber, "4111 1111 1111 1111")]
    [InlineData("4111111111111111", CardNumber, "4111111111111111")]
    [InlineData("카드번호 378282246310005", CardNumber, "378282246310005")]
    [InlineData("계좌번호 110-123-456789", AccountNumber, "110-123-456789")]
    [InlineData("국민은행 12345678901234로 입금", AccountNumber, "12345678901234")]
    [InlineData("서울특별시 강남구 테헤란로 152", Address, "서울특별시 강남구 테헤란로 152")]
    [InlineData("주소는 경기도 성남시 분당구 정자일로 95, 101동 1203호입니다", Address, "경기도 성남시 분당구 정자일로 95, 101동 1203호")]
    [InlineData("서울 강남구 역삼동 823-1", Address, "서울 강남구 역삼동 823-1")]
    [InlineData("강남구 테헤란로 14길 23", Address, "강남구 테헤란로 14길 23")]
    [InlineData("생년월일: 1990-01-05", BirthDate, "1990-01-05")]
    [InlineData("생년월일 1990년 1월 5일", BirthDate, "1990년 1월 5일")]
    [InlineData("birth 19900105", BirthDate, "19900105")]
    [InlineData("성명: 홍길동", Name, "홍길동")]
    [InlineData("이름 = 김철수, 나이 3", Name, "김철수")]
    [InlineData("차량번호 12가3456", Other, "12가3456")]
    [InlineData("건강보험증 번호 1-1234567890", Other, "1-1234567890")]
    public void Text_WithIdentifier_IsFound(string text, PersonalDataKind kind, string? expected)
    {
        var matches = PersonalDataRecognizer.Find(text.AsSpan());

        if (expected is null)
        {
            Assert.Empty(matches);
            return;
        }

        var match = Assert.Single(matches);
        Assert.Equal(kind, match.Kind);
        Assert.Equal(expected, text.Substring(match.Start, match.Length));
    }

    [Theory]
    [InlineData("barcode", "8801234567893")]
    [InlineData("barcode in text", "상품 바코드 8801051234567 입고")]
    [InlineData("epoch milliseconds", "timestamp 1766361600000")]
    [InlineData("corporate number", "법인등록번호 130111-0006246")]
    [InlineData("corporate number alone", "130111-0006246")]
    [InlineData("order number", "주문번호 9001011234567")]
    [InlineData("impossible month", "991399-1234567")]
    [InlineData("impossible day", "900230-1234567")]
    [InlineData("longer number", "1900101-1234567")]
    [InlineData("number goes on", "900101-1234567-89")]
    [InlineData("number goes on plain", "900101-12345678")]
    [InlineData("thirteen digits without context", "접수 9001011234567 처리")]
    [InlineData("business number", "사업자등록번호 124-81-00998")]
    [InlineData("switchboard", "고객센터 1588-1234")]
    [InlineData("placeholder phone", "010-0000-0000")]
    [InlineData("product code", "부품 M12345678 재고")]
    [InlineData("longer code", "AM123A4567B")]
    [InlineData("licence region", "10-12-123456-63")]
    [InlineData("twelve-digit order", "주문 111212345663")]
    [InlineData("card check digit", "4111-1111-1111-1112")]
    [InlineData("imei", "IMEI 490154203237518")]
    [InlineData("account without context", "110-123-456789")]
    [InlineData("login account", "account 110-123-456789")]
    [InlineData("nobody's mail", "noreply@company.co.kr")]
    [InlineData("example mail", "user@example.com")]
    [InlineData("decorator", "a @ b, @Override")]
    [InlineData("ip address", "10.02.123.4567 서버")]
    [InlineData("date", "2024-01-05에 출시")]
    [InlineData("year and number", "2024년도1234")]
    [InlineData("sentence like an address", "다시 앞으로 3개 진행")]
    [InlineData("city only", "서울 날씨 알려줘")]
    [InlineData("name without label", "홍길동전은 소설이다")]
    [InlineData("version", "1.2.3-4567")]
    [InlineData("empty", "")]
    public void Text_LooksLikeIdentifier_IsNotFound(string trap, string text)
    {
        var matches = PersonalDataRecognizer.Find(text.AsSpan());

        Assert.True(matches.Count == 0, trap + ": " + string.Join(", ", matches));
    }

    [Fact]
    public void Resident_ValidChecksum_IsStronger()
    {
        Assert.Equal(PersonalDataConfidence.Medium, Assert.Single(PersonalDataRecognizer.Find("900101-1234567")).Confidence);
        Assert.Equal(PersonalDataConfidence.Strong, Assert.Single(PersonalDataRecognizer.Find(WithChecksum("900101-123456"))).Confidence);
    }

    [Fact]
    public void Text_WithSeveral_IsFoundInOrder()
    {
        var matches = PersonalDataRecognizer.Find("성명: 홍길동, 주민번호 900101-1234567, 010-1234-5678, hong@naver.com");

        Assert.Equal([Name, ResidentRegistrationNumber, Phone, Email], matches.Select(match => match.Kind));
    }

    [Fact]
    public void Text_Hostile_CostsLinearTime()
    {
        // Quadratic work on these would take minutes: each is a million characters of the worst input for one recogniser.
        foreach (var unit in new[] { "9", "@", "a@", "010-", "서울 강남구 ", "가", "1 ", "M1", "900101-" })
        {
            var text = string.Concat(Enumerable.Repeat(unit, 1_000_000 / unit.Length));

            Assert.NotNull(PersonalDataRecognizer.Find(text));
        }
    }

    private static string WithChecksum(string twelve)
    {
        int[] weights = [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5];
        var sum = twelve.Where(char.IsDigit).Select((digit, index) => (digit - '0') * weights[index]).Sum();
        return twelve + ((11 - (sum % 11)) % 10);
    }
}
