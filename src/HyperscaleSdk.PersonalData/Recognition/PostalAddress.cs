namespace HyperscaleSdk.Recognition;

/// <summary>
/// Road addresses (시도 시군구 도로명 번호) and lot addresses (… 동 번지), found from the first digit behind the road or lot.
/// Reads a bounded number of words.
/// </summary>
internal static class PostalAddress
{
    private const int MostDistricts = 4;
    private const int LongestWord = 20;
    private const int MostWords = 7;
    private const string NoHouse = "층호명개년월시분초원일차세대번회건부장권위배";

    private static readonly string[] Provinces =
    [
        "서울특별시", "서울시", "서울", "부산광역시", "부산시", "부산", "대구광역시", "대구시", "대구", "인천광역시", "인천시", "인천",
        "광주광역시", "광주시", "광주", "대전광역시", "대전시", "대전", "울산광역시", "울산시", "울산", "세종특별자치시", "세종시", "세종",
        "경기도", "경기", "강원특별자치도", "강원도", "강원", "충청북도", "충북", "충청남도", "충남", "전북특별자치도", "전라북도", "전북",
        "전라남도", "전남", "경상북도", "경북", "경상남도", "경남", "제주특별자치도", "제주도", "제주",
    ];

    // Ordinary words that end like a district or a road.
    private static readonly string[] NoDistricts = ["다시", "즉시", "역시", "혹시", "잠시", "당시", "임시", "동시", "친구", "연구", "요구", "도구", "지구", "누구", "복구", "영구"];
    private static readonly string[] NoRoads = ["도로", "통로", "진로", "경로", "회로", "철로", "항로", "활로", "선로", "수로", "가로", "세로", "위로", "아래로", "뒤로", "바로", "따로", "서로", "별로", "새로", "때로", "주로", "그대로", "이대로", "스스로", "실제로", "추가로", "별도로", "마음대로"];

    /// <param name="text">The text behind the last match.</param>
    /// <param name="number">Index of a digit.</param>
    public static PersonalDataMatch? Find(ReadOnlySpan<char> text, int number)
    {
        if (!IsAnchor(text, number))
        {
            return null;
        }

        // The words before the number, the farthest first: an address begins as early as it can.
        Span<int> starts = stackalloc int[MostWords];
        var count = 0;
        for (var position = number; count < MostWords;)
        {
            var end = TextFold.At(text, position - 1) == ' ' ? position - 1 : position;
            var start = end;
            while (end - start < LongestWord && IsWordCharacter(text, start - 1))
            {
                start--;
            }

            if (start == end)
            {
                break;
            }

            starts[count++] = start;
            position = start;
        }

        while (count > 0)
        {
            if (From(text, starts[--count]) is { } match && match.End > number)
            {
                return match;
            }
        }

        return null;
    }

    // 테헤란로 152, 역삼동 823, 종로3가 12, 101동
    public static bool IsAnchor(ReadOnlySpan<char> text, int number)
    {
        var before = TextFold.At(text, number - 1);
        before = before == ' ' ? TextFold.At(text, number - 2) : before;
        return before is '로' or '길' or '동' or '리' or '가' or '읍' or '면' || (TextFold.IsHangul(before) && TextFold.At(text, Digits(text, number, 4)) == '동');
    }

    private static PersonalDataMatch? From(ReadOnlySpan<char> text, int start)
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

        var end = Road(text, position) ?? Lot(text, position, word) ?? (districts > 0 ? Complex(text, position, word) : null);
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
            if (end > number && TextFold.At(text, end) is not ('길' or '로') && !IsSideRoad(text, end))
            {
                return IsHouse(text, end) ? end : null;
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
        return end > number && IsHouse(text, end) ? end : null;
    }

    // 잠실동 잠실엘스 101동 1203호
    private static int? Complex(ReadOnlySpan<char> text, int position, ReadOnlySpan<char> word)
    {
        for (var words = 0; words < 3 && word.Length > 0 && TextFold.IsHangul(word[0]); words++)
        {
            position = AfterBlank(text, position + word.Length);
            word = Word(text, position);
        }

        var building = Digits(text, position, 4);
        if (building == position || TextFold.At(text, building) != '동')
        {
            return null;
        }

        var room = AfterBlank(text, building + 1);
        var end = Digits(text, room, 4);
        return end > room && TextFold.At(text, end) == '호' ? end + 1 : null;
    }

    // A count or a time is no house: 역삼동 3명, 테헤란로 5km.
    private static bool IsHouse(ReadOnlySpan<char> text, int end) =>
        text.Slice(end).StartsWith("번지".AsSpan(), StringComparison.Ordinal)
        || !(NoHouse.IndexOf(TextFold.At(text, end)) >= 0 || TextFold.IsAsciiLetter(text, end) || TextFold.IsDigit(text, end) || TextFold.At(text, end) is '%'
            || (TextFold.At(text, end) is '.' or ',' && TextFold.IsDigit(text, end + 1)));

    // 분당로 53번길 11
    private static bool IsSideRoad(ReadOnlySpan<char> text, int end) => text.Slice(end).StartsWith("번길".AsSpan(), StringComparison.Ordinal);

    private static bool IsWordCharacter(ReadOnlySpan<char> text, int index) =>
        (uint)index < (uint)text.Length && (TextFold.IsHangul(text[index]) || text[index] is (>= '0' and <= '9') or '·');

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
        while (end - position < LongestWord && IsWordCharacter(text, end))
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
        position < text.Length && TextFold.IsHangul(text[position]) && !text.Slice(position).StartsWith("번지".AsSpan(), StringComparison.Ordinal);
}
