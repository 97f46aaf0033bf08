namespace HyperscaleSdk.Recognition;

/// <summary>Words that stand before a number and say what it is.</summary>
internal static class ContextWords
{
    /// <summary>How far before a number its label is looked for, in characters.</summary>
    private const int Reach = 24;

    public static readonly string[] Resident = ["주민등록", "주민번호", "주민", "jumin", "rrn", "resident reg", "resident no", "residentno"];
    public static readonly string[] Foreigner = ["외국인등록", "외국인번호", "외국인", "alien reg", "alienno", "foreigner", "frn"];
    public static readonly string[] Passport = ["여권", "passport", "yeokwon"];
    public static readonly string[] License = ["운전면허", "면허번호", "면허", "driver", "dlno", "myeonheo"];
    public static readonly string[] Phone = ["전화", "연락처", "휴대폰", "핸드폰", "휴대전화", "팩스", "phone", "mobile", "tel", "cell", "contact"];
    public static readonly string[] Card = ["카드", "card"];
    public static readonly string[] Account = ["계좌", "입금", "송금", "이체", "통장", "account no", "account number", "bank account", "acct", "은행"];
    public static readonly string[] Birth = ["생년월일", "생일", "출생", "birth", "dob"];
    public static readonly string[] Insurance = ["건강보험", "보험증"];

    private static readonly string[] Others =
    [
        "바코드", "barcode", "주문", "order", "송장", "운송장", "tracking", "법인", "corp", "사업자", "상품", "제품", "품번", "모델", "product", "sku",
        "isbn", "ean", "timestamp", "epoch", "imei", "시리얼", "serial", "일련번호", "접수번호", "invoice", "ticket", "티켓", "build", "trace",
    ];

    /// <summary>True when one of the words is the nearest label before <paramref name="position"/>.</summary>
    public static bool Precede(ReadOnlySpan<char> text, int position, string[] words)
    {
        Span<char> window = stackalloc char[Reach];
        window = Window(text, position, window);
        var found = Last(window, words);
        return found >= 0 && found > Last(window, Others);
    }

    /// <summary>True when the nearest label says that the number is something else.</summary>
    public static bool SayOther(ReadOnlySpan<char> text, int position)
    {
        Span<char> window = stackalloc char[Reach];
        return Last(Window(text, position, window), Others) >= 0;
    }

    private static Span<char> Window(ReadOnlySpan<char> text, int position, Span<char> buffer)
    {
        var start = Math.Max(0, position - Reach);
        for (var i = start; i < position; i++)
        {
            buffer[i - start] = char.ToLowerInvariant(TextFold.Fold(text[i]));
        }

        return buffer.Slice(0, position - start);
    }

    private static int Last(ReadOnlySpan<char> window, string[] words)
    {
        var last = -1;
        foreach (var word in words)
        {
            var found = window.LastIndexOf(word.AsSpan());
            if (found >= 0)
            {
                last = Math.Max(last, found + word.Length);
            }
        }

        return last;
    }
}
