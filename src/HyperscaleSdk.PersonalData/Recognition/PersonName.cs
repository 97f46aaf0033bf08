using static HyperscaleSdk.PersonalDataConfidence;

namespace HyperscaleSdk.Recognition;

/// <summary>A name at a place where a label announces one. Elsewhere surnames are noise.</summary>
internal static class PersonName
{
    private const string Surnames = "김이박최정강조윤장임한오서신권황안송전홍유고문양손배백허남심노하곽성차주우구민류나진지엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁국어은편용";

    private static readonly string[] LongSurnames = ["남궁", "황보", "제갈", "사공", "선우", "독고", "동방"];
    private static readonly string[] Endings = ["입니다", "이에요", "예요", "이고", "이며", "이라고", "라고", "님", "씨"];
    private static readonly string[] NoNames =
        ["없음", "미상", "익명", "비공개", "미정", "필수", "입력", "선택", "기타", "본인", "동일", "관리자", "운영자", "담당자", "고객", "회원", "환자", "이름", "성명", "문자열", "한글", "정보", "고객명", "필수입력", "선택사항",
        "이어폰", "노트북", "모니터", "마우스", "키보드", "강남점", "서울점", "전자레인지", "정수기", "청소기", "공기청정기", "선풍기", "기본값", "조회", "전체", "주문", "상품", "서버", "제품", "공통", "이벤트", "정기권", "지역", "주소", "연락처", "전화번호", "인증서", "유형"];

    /// <param name="text">The text.</param>
    /// <param name="start">Where the name would begin.</param>
    /// <param name="weak">The label is of things as well: the word must begin with a surname.</param>
    /// <param name="labelled">Something stands before the label, so that it may be the name of a thing.</param>
    public static PersonalDataMatch? At(ReadOnlySpan<char> text, int start, bool weak, bool labelled)
    {
        if (weak && labelled)
        {
            return null;
        }

        var length = LengthOf(text, start);
        if (length is < 2 or > 4)
        {
            return weak ? null : Latin(text, start);
        }

        var name = text.Slice(start, length);
        if (IsOneOf(name, NoNames) || (weak && !IsLikeAName(name)))
        {
            return null;
        }

        // Behind "이름:" a surname and two syllables are a person's more often than a thing's.
        return new(PersonalDataKind.Name, start, length, weak && length != 3 ? Weak : Medium);
    }

    /// <summary>"이름은 홍길동입니다": the sentence must end or go on as it does behind a name.</summary>
    public static PersonalDataMatch? AfterParticle(ReadOnlySpan<char> text, int start)
    {
        if (TextFold.At(text, start) == ' ')
        {
            start++;
        }

        var run = Run(text, start);
        var length = LengthOf(text, start);
        if (length is < 2 or > 4 || !IsLikeAName(text.Slice(start, length)) || IsOneOf(text.Slice(start, length), NoNames))
        {
            return null;
        }

        return run > length || TextFold.At(text, start + run) is '\0' or ',' or '.' or '\n' ? new(PersonalDataKind.Name, start, length, Medium) : null;
    }

    private static int Run(ReadOnlySpan<char> text, int start)
    {
        var end = start;
        while (end - start < 8 && end < text.Length && TextFold.IsHangul(text[end]))
        {
            end++;
        }

        return end - start;
    }

    private static int LengthOf(ReadOnlySpan<char> text, int start)
    {
        var run = Run(text, start);
        foreach (var ending in Endings)
        {
            if (run >= ending.Length + 2 && text.Slice(start, run).EndsWith(ending.AsSpan(), StringComparison.Ordinal))
            {
                return run - ending.Length;
            }
        }

        return run;
    }

    // Hong Gildong, KIM MIN SU
    private static PersonalDataMatch? Latin(ReadOnlySpan<char> text, int start)
    {
        var end = start;
        var words = 0;
        for (var position = start; words < 3; words++)
        {
            var word = position;
            while (word - position < 20 && (TextFold.IsAsciiLetter(text, word) || (word > position && TextFold.At(text, word) == '-')))
            {
                word++;
            }

            if (word - position < 2 || TextFold.At(text, position) is not (>= 'A' and <= 'Z') || TextFold.IsDigit(text, word) || TextFold.At(text, word) is '_' or '(' or '=')
            {
                break;
            }

            end = word;
            position = TextFold.At(text, word) == ' ' ? word + 1 : text.Length;
        }

        return words >= 2 ? new(PersonalDataKind.Name, start, end - start, Medium) : null;
    }

    private static bool IsLikeAName(ReadOnlySpan<char> name) =>
        (name.Length is 2 or 3 && Surnames.IndexOf(name[0]) >= 0) || (name.Length >= 3 && IsOneOf(name.Slice(0, 2), LongSurnames));

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
}
