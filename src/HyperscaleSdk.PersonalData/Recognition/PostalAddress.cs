namespace HyperscaleSdk.Recognition;

/// <summary>Road addresses (시도 시군구 도로명 번호) and lot addresses (… 동 번지). Reads a bounded number of words.</summary>
internal static class PostalAddress
{
    private const int MostDistricts = 4;
    private const int LongestWord = 20;

    private static readonly string[] Provinces =
    [
        "서울특별시", "서울시", "서울", "부산광역시", "부산시", "부산", "대구광역시", "대구시", "대구", "인천광역시", "인천시", "인천",
        "광주광역시", "광주시", "광주", "대전광역시", "대전시", "대전", "울산광역시", "울산시", "울산", "세종특별자치시", "세종시", "세종",
        "경기도", "경기", "강원특별자치도", "강원도", "강원", "충청북도", "충북", "충청남도", "충남", "전북특별자치도", "전라북도", "전북",
        "전라남도", "전남", "경상북도", "경북", "경상남도", "경남", "제주특별자치도", "제주도", "제주",
    ];

    // Ordinary words that end like a district or a road.
    private static readonly string[] NoDistricts = ["다시", "즉시", "역시", "혹시", "잠시", "당시", "임시", "동시", "친구", "연구", "요구", "도구", "지구", "누구", "복구", "영구"];
    private static readonly string[] NoRoads = ["바로", "따로", "서로", "별로", "새로", "때로", "주로", "그대로", "이대로", "스스로", "실제로", "추가로", "별도로", "마음대로"];

    public static PersonalDataMatch? Find(ReadOnlySpan<char> text, int start)
    {
        var position = start;
        var word = Word(text, position);
        var province = IsOneOf(word, Provinces);
        var districts = 0;
        if (province)
        {
            position = AfterBlank(text, position + word.Length);
            word = Word(text, position);
        }

        while (districts < MostDistricts && IsDistrict(word))
        {
            districts++;
            position = AfterBlank(text, position + word.Length);
            word = Word(text, position);
        }

        if (!province && districts == 0)
        {
            return null;
        }

        var end = Road(text, position) ?? Lot(text, position, word);
        if (end is null || (IsHangulAt(text, end.Value) && !province))
        {
            return null;
        }

        return new(PersonalDataKind.Address, start, Detail(text, end.Value) - start, province ? PersonalDataConfidence.Strong : PersonalDataConfidence.Medium);
    }

    private static int? Road(ReadOnlySpan<char> text, int position)
    {
        // 테헤란로 14길 23: a road may have a side road.
        for (var roads = 0; roads < 2; roads++)
        {
            var word = Word(text, position);
            var name = RoadName(word);
            if (name < 2)
            {
                return null;
            }

            position += name;
            var number = AfterBlank(text, position);
            var end = HouseNumber(text, number);
            if (end > number && TextFold.At(text, end) is not ('길' or '로'))
            {
                return end;
            }

            position = number;
        }

        return null;
    }

    private static int RoadName(ReadOnlySpan<char> word)
    {
        for (var i = word.Length - 1; i > 0; i--)
        {
            if (word[i] is '로' or '길')
            {
                var name = word.Slice(0, i + 1);
                return IsOneOf(name, NoRoads) || name.EndsWith("으로".AsSpan(), StringComparison.Ordinal) ? 0 : name.Length;
            }

            if (word[i] is < '0' or > '9')
            {
                return 0;
            }
        }

        return 0;
    }

    private static int? Lot(ReadOnlySpan<char> text, int position, ReadOnlySpan<char> word)
    {
        if (word.Length < 2 || word[word.Length - 1] is not ('동' or '리' or '가'))
        {
            return null;
        }

        var number = AfterBlank(text, position + word.Length);
        var end = HouseNumber(text, number);
        return end > number && TextFold.At(text, end) is not ('층' or '호' or '명' or '개' or '년' or '월') ? end : null;
    }

    private static int HouseNumber(ReadOnlySpan<char> text, int position)
    {
        var end = Digits(text, position, 5);
        if (end > position && TextFold.At(text, end) == '-' && Digits(text, end + 1, 5) is var second && second > end + 1)
        {
            end = second;
        }

        return end;
    }

    // ", 101동 1203호 (역삼동)"
    private static int Detail(ReadOnlySpan<char> text, int end)
    {
        if (text.Slice(end).StartsWith("번지".AsSpan(), StringComparison.Ordinal))
        {
            end += 2;
        }

        for (var part = 0; part < 3; part++)
        {
            var position = end;
            while (position - end < 2 && TextFold.At(text, position) is ',' or ' ')
            {
                position++;
            }

            var number = Digits(text, position, 4);
            if (number == position || TextFold.At(text, number) is not ('동' or '호' or '층'))
            {
                break;
            }

            end = number + 1;
        }

        return end;
    }

    private static bool IsDistrict(ReadOnlySpan<char> word) =>
        word.Length >= 2 && word[word.Length - 1] is '시' or '군' or '구' or '읍' or '면' && !IsOneOf(word, NoDistricts);

    private static ReadOnlySpan<char> Word(ReadOnlySpan<char> text, int position)
    {
        var end = position;
        while (end < text.Length && end - position < LongestWord && (IdentifierTokens.IsHangul(text[end]) || text[end] is (>= '0' and <= '9') or '·'))
        {
            end++;
        }

        return position < text.Length ? text.Slice(position, end - position) : [];
    }

    private static bool IsOneOf(ReadOnlySpan<char> word, string[] words)
    {
        foreach (var known in words)
        {
            if (word.SequenceEqual(known.AsSpan()))
            {
                return true;
            }
        }

        return false;
    }

    private static int Digits(ReadOnlySpan<char> text, int position, int most)
    {
        var end = position;
        while (end - position < most && TextFold.IsDigit(text, end))
        {
            end++;
        }

        return end;
    }

    private static int AfterBlank(ReadOnlySpan<char> text, int position) => TextFold.At(text, position) == ' ' ? position + 1 : position;

    private static bool IsHangulAt(ReadOnlySpan<char> text, int position) =>
        position < text.Length && IdentifierTokens.IsHangul(text[position]) && !text.Slice(position).StartsWith("번지".AsSpan(), StringComparison.Ordinal);
}
