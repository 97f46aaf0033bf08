using System.Globalization;
using System.Text;
using HyperscaleSdk.TestKit;

namespace HyperscaleSdk.Benchmarks;

/// <summary>A text to look for personal data in.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Text">The text.</param>
public sealed record TextSample(string Name, string Text)
{
    private const int Length = 262_144;

    // No personal data in any of them; some have numbers, as prose has.
    private static readonly string[] Prose =
    [
        "회의록을 세 문장으로 요약하고 다음 회의의 안건을 제안해 주세요. ", "이번 분기 매출은 지난해 같은 기간보다 12.5% 늘었고, 영업이익은 3,400억 원이었다. ", "공공기관은 초거대 언어모델을 쓰기 전에 처리 목적과 보유 기간을 정해야 한다. ",
        "서울의 아침 기온은 영하로 내려가고 낮에는 맑겠습니다. ", "다음 글을 읽고 글쓴이의 주장과 근거를 나누어 설명하시오. ", "2026년 9월 11일부터 시행되는 개정 법률의 주요 내용은 다음과 같다. ", "고객의 문의에 정중하게 답하되 확실하지 않은 내용은 모른다고 말한다. ",
        "The quick summary below covers what changed in the release and why it matters. ", "코드를 검토하고 동시성 문제가 있는 부분을 찾아 고쳐 주세요. ", "이 모델은 한국어 문서 이해와 요약에서 좋은 성능을 보인다. ", "제안서의 목차를 다섯 장으로 나누고 각 장의 핵심을 한 줄로 적는다. ",
        "연구팀은 참가자 240명을 두 집단으로 나누어 효과를 비교했다. ", "바람이 불고 파도가 높아 배편이 모두 취소되었다. ", "문맥을 고려해 자연스러운 영어로 번역해 주세요. ",
    ];

    private static readonly string[] Logs =
    [
        "2026-11-20 09:12:33.120 INFO  [http-7] GET /v1/models 200 12ms\n", "{\"model\":\"base\",\"max_tokens\":1024,\"temperature\":0.7,\"stream\":true}\n", "for (var i = 0; i < items.Count; i++) { total += items[i].Price * 110 / 100; }\n",
        "WARN retry=2 delay=400ms reason=timeout\n", "order_id=2026112012345678 status=shipped qty=3\n", "id,name,price\n8801043015653,라면,4500\n", "commit 3f2a9c17d05b build 2026.11.20.417\n",
    ];

    public static IEnumerable<TextSample> All =>
    [
        new("clean prose, no digits", Repeat([.. Prose.Where(sentence => !sentence.Any(char.IsAsciiDigit))])),
        new("clean prose", Repeat(Prose)),
        new("clean logs and code", Repeat(Logs)),
        new("mixed: prose with one line in twenty of the text set", Mixed()),
        new("the text set", Repeat(TextSetLines())),
    ];

    /// <inheritdoc/>
    public override string ToString() => Name;

    private static string Repeat(string[] pieces)
    {
        var text = new StringBuilder(Length);
        for (var i = 0; text.Length < Length; i++)
        {
            text.Append(pieces[i * 7 % pieces.Length == 0 ? i / 7 % pieces.Length : i % pieces.Length]);
        }

        return text.ToString(0, Length);
    }

    private static string Mixed()
    {
        var lines = TextSetLines();
        var text = new StringBuilder(Length);
        for (var i = 0; text.Length < Length; i++)
        {
            text.Append(i % 20 == 19 ? lines[i % lines.Length] : Prose[i % Prose.Length]);
        }

        return text.ToString(0, Length);
    }

    private static string[] TextSetLines() =>
        [.. File.ReadLines(Path.Combine(RepositoryPaths.Root, "tests/HyperscaleSdk.PersonalData.Tests/TextSet/generated.txt")).Select(WithoutMarks)];

    private static string WithoutMarks(string line)
    {
        var text = new StringBuilder(line.Length + 1);
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '⟦')
            {
                i = line.IndexOf(':', i);
            }
            else if (line[i] != '⟧')
            {
                text.Append(line[i]);
            }
        }

        return text.Append('\n').ToString();
    }

    /// <summary>Texts of one size that cost most for their length.</summary>
    internal static IEnumerable<TextSample> Hostile(int length) =>
        new[] { "9", "@", "a@", "010-", "서울 강남구 ", "서울 강남구 1", "가", "1 ", "M1", "900101-", "주민번호 1", "이름은", "name:", "a.", "강남구 테헤란로 14길 " }
            .Select(unit => new TextSample(string.Create(CultureInfo.InvariantCulture, $"\"{unit}\" again and again"), string.Concat(Enumerable.Repeat(unit, (length / unit.Length) + 1))[..length]));
}
