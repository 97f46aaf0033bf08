using System.Text;
using HyperscaleSdk.Emulator.Text;

namespace HyperscaleSdk.Emulator.Tools;

/// <summary>
/// The comparable words of a text: lower-case words of three letters and more, pairs of Hangul syllables, and for the
/// everyday subjects of functions the English word for the Korean one, because names are English and questions Korean.
/// </summary>
internal static class ToolWords
{
    private static readonly HashSet<string> Ignored = new(StringComparer.Ordinal)
    {
        "get", "set", "the", "and", "for", "with", "from", "that", "this", "your", "you", "are", "what", "how", "tell", "show", "give", "find", "please",
        "current", "given", "return", "returns", "about", "can", "has", "have", "does", "will", "one", "all", "any", "user", "name", "value", "function", "tool",
        "니다", "습니", "합니", "하는", "에서", "으로", "해줘", "세요", "주세", "해주", "려줘", "알려", "어요", "나요", "까요", "하고", "어떻", "떻게", "무엇", "에게", "사용", "용자", "반환", "환합",
    };

    private static readonly (string Korean, string English)[] Glossary =
    [
        ("날씨", "weather"), ("기온", "temperature"), ("온도", "temperature"), ("시간", "time"), ("시각", "time"), ("몇 시", "time"), ("날짜", "date"),
        ("가격", "price"), ("얼마", "price"), ("주문", "order"), ("검색", "search"), ("재고", "stock"), ("예약", "reservation"), ("예약", "book"),
        ("환율", "exchange"), ("주소", "address"), ("계산", "calculate"), ("더하", "add"), ("번역", "translate"), ("배송", "delivery"), ("메일", "email"),
        ("일정", "schedule"), ("주식", "stock"), ("뉴스", "news"), ("지도", "map"), ("환자", "patient"), ("상품", "product"), ("고객", "customer"),
    ];

    public static HashSet<string> OfName(string name)
    {
        var spaced = new StringBuilder(name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            if (i > 0 && char.IsUpper(name[i]) && char.IsLower(name[i - 1]))
                spaced.Append(' ');
            spaced.Append(name[i]);
        }

        return Of(spaced.Replace('_', ' ').ToString());
    }

    public static HashSet<string> Of(string text)
    {
        HashSet<string> result = new(StringComparer.Ordinal);
        foreach (var word in Words.Of(text))
        {
            if (word[0] is >= '\uAC00' and <= '\uD7A3')
            {
                for (var i = 0; i + 2 <= word.Length; i++)
                    result.Add(word.Substring(i, 2));
            }
            else if (word.Length >= 3)
            {
                result.Add(word.ToLowerInvariant());
            }
        }

        foreach (var (korean, english) in Glossary)
        {
            if (text.Contains(korean, StringComparison.Ordinal))
                result.Add(english);
        }

        result.ExceptWith(Ignored);
        return result;
    }
}
