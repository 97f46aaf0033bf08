using System.Globalization;

namespace HyperscaleSdk.PersonalData.Tests.TextSet;

/// <summary>Made-up values in the shapes of real ones. The same seed makes the same values, on every runtime.</summary>
internal sealed class MadeUp(uint seed)
{
    private const string Syllables = "가나다라마거너더러머버서어저고노도로모보소오조구누두루무부수우주하허호";

    private static readonly string[] Surnames = ["김", "이", "박", "최", "정", "강", "조", "윤", "장", "임", "한", "오", "서", "신", "권", "황"];
    private static readonly string[] GivenNames = ["민수", "서연", "지훈", "하은", "도윤", "수빈", "영희", "철수", "예준", "지우", "현우", "은지", "태양", "미경"];
    private static readonly string[] Streets = ["테헤란로", "세종대로", "정자일로", "중앙로", "불정로", "한강대로", "센텀중앙로", "달구벌대로", "월드컵로", "가로수길"];
    private static readonly string[] Cities =
        ["서울특별시 강남구", "서울 종로구", "경기도 성남시 분당구", "부산광역시 해운대구", "대구광역시 수성구", "경기 수원시 팔달구", "인천 연수구", "전북특별자치도 전주시 완산구", "제주특별자치도 제주시", "강원특별자치도 춘천시"];

    private static readonly string[] Towns = ["역삼동", "정자동", "우동", "범어동", "인계동", "송도동", "이도이동", "효자동"];
    private static readonly string[] Mails = ["naver.com", "gmail.com", "daum.net", "company.co.kr", "hospital.or.kr", "univ.ac.kr", "kakao.com"];
    private static readonly string[] Locals = ["minsu.kim", "seoyeon", "jihoon_park", "haeun2", "doyun.choi", "subin-j", "younghee77", "cs.lee", "yejun"];

    private uint _state = seed;

    public int Below(int bound)
    {
        // xorshift32
        _state ^= _state << 13;
        _state ^= _state >> 17;
        _state ^= _state << 5;
        return (int)(_state % (uint)bound);
    }

    public string Of(params string[] choices) => choices[Below(choices.Length)];

    public string Digits(int count) => string.Concat(Enumerable.Range(0, count).Select(_ => Below(10).ToString(CultureInfo.InvariantCulture)));

    public string Name() => Of(Surnames) + Of(GivenNames);

    /// <summary>Thirteen digits: half of the numbers from before October 2020 have a fitting check digit, as not all real ones do.</summary>
    public string Resident(bool foreigner = false)
    {
        var year = 1935 + Below(90);
        var gender = (year < 2000 ? 1 : 3) + Below(2) + (foreigner ? 4 : 0);
        var twelve = Two(year % 100) + Two(1 + Below(12)) + Two(1 + Below(28)) + gender.ToString(CultureInfo.InvariantCulture) + Digits(5);
        return twelve + (Below(2) == 0 && year < 2020 ? CheckDigit(twelve, foreigner ? 13 : 11) : Digits(1));
    }

    public string Passport() => Below(2) == 0
        ? Of("M", "S", "R", "O", "D", "G") + Digits(8)
        : Of("M", "S", "R", "D") + Digits(3) + (char)('A' + Below(26)) + Digits(4);

    public string NewPassport() => Of("M", "S", "R", "D") + Digits(3) + (char)('A' + Below(26)) + Digits(4);

    public string License() => Of("11", "12", "13", "14", "15", "16", "17", "18", "19", "20", "21", "22", "23", "24", "25", "26", "28") + Two(Below(25)) + Digits(6) + Digits(2);

    public string Mobile() => "010" + (2 + Below(8)).ToString(CultureInfo.InvariantCulture) + Digits(7);

    public string Card()
    {
        var fifteen = Of("4", "51", "53", "94", "65");
        fifteen += Digits(15 - fifteen.Length);
        var sum = 0;
        for (var i = 0; i < 15; i++)
        {
            var doubled = (fifteen[i] - '0') * (i % 2 == 0 ? 2 : 1);
            sum += doubled > 9 ? doubled - 9 : doubled;
        }

        return fifteen + ((10 - (sum % 10)) % 10).ToString(CultureInfo.InvariantCulture);
    }

    public string Account() => Of(
        "110-" + Digits(3) + "-" + Digits(6), "1002-" + Digits(3) + "-" + Digits(6), "352-" + Digits(4) + "-" + Digits(4) + "-" + Digits(2), Digits(6) + "-" + Digits(2) + "-" + Digits(6), "3333-" + Digits(2) + "-" + Digits(7));

    public string Mail() => Of(Locals) + "@" + Of(Mails);

    public string Road() => Of(Cities) + " " + Of(Streets) + " " + Of(Number(400), Number(99) + "-" + Number(20));

    public string Lot() => Of(Cities) + " " + Of(Towns) + " " + Number(900) + "-" + Number(30);

    public string Plate() => (10 + Below(680)).ToString(CultureInfo.InvariantCulture) + Syllables[Below(Syllables.Length)] + Digits(4);

    public string Birth() => (1940 + Below(80)).ToString(CultureInfo.InvariantCulture) + "-" + Two(1 + Below(12)) + "-" + Two(1 + Below(28));

    public string Barcode()
    {
        var twelve = "880" + Digits(9);
        var sum = twelve.Select((digit, index) => (digit - '0') * (index % 2 == 0 ? 1 : 3)).Sum();
        return twelve + ((10 - (sum % 10)) % 10).ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>A corporate registration number with its check digit.</summary>
    public string Corporate()
    {
        var twelve = Of("1101", "1301", "1244", "1801", "2001") + Of("11", "14", "81") + "0" + Digits(5);
        var sum = twelve.Select((digit, index) => (digit - '0') * (1 + (index % 2))).Sum();
        return twelve[..6] + "-" + twelve[6..] + ((10 - (sum % 10)) % 10).ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>Milliseconds since 1970, of 2021 to 2029.</summary>
    public string EpochMilliseconds() => "1" + (6 + Below(3)).ToString(CultureInfo.InvariantCulture) + Digits(11);

    public string Number(int most) => (1 + Below(most)).ToString(CultureInfo.InvariantCulture);

    public static string Two(int number) => number.ToString("00", CultureInfo.InvariantCulture);

    private static string CheckDigit(string twelve, int from)
    {
        int[] weights = [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5];
        var sum = twelve.Select((digit, index) => (digit - '0') * weights[index]).Sum();
        return ((from - (sum % 11)) % 10).ToString(CultureInfo.InvariantCulture);
    }
}
