using System.Net;
using System.Text;
using HyperscaleSdk.Emulator.Faults;
using HyperscaleSdk.Emulator.Scripts;

namespace HyperscaleSdk.Emulator.Hosting;

/// <summary>The index for people: Korean beside English, no script, nothing from elsewhere.</summary>
internal sealed class IndexHtml(ProviderSet providers)
{
    private const string Style = """
        :root{color-scheme:light dark;--line:#8884;--soft:#8882;--accent:#2563eb}
        *{box-sizing:border-box}
        body{font:16px/1.6 system-ui,"Noto Sans KR","Apple SD Gothic Neo","Malgun Gothic",sans-serif;max-width:76rem;margin:0 auto;padding:2rem 1.25rem 4rem;word-break:keep-all}
        h1{font-size:1.7rem;margin:0 0 .25rem}h2{font-size:1.2rem;margin:2.5rem 0 .5rem}
        p{margin:.4rem 0;max-width:62rem}p[lang=en],span[lang=en]{opacity:.75}
        code{font:.86em/1.5 ui-monospace,Menlo,Consolas,monospace;background:var(--soft);border-radius:.25rem;padding:.05rem .3rem;overflow-wrap:anywhere}
        pre{background:var(--soft);border-radius:.5rem;padding:.8rem 1rem;overflow-x:auto}pre code{background:none;padding:0}
        a{color:var(--accent)}
        .wide{overflow-x:auto}
        table{border-collapse:collapse;width:100%;min-width:56rem}
        th,td{text-align:left;vertical-align:top;padding:.5rem .7rem;border-bottom:1px solid var(--line)}
        th{font-size:.85rem;font-weight:600}td small{display:block;opacity:.75}
        td.path,td.path code,summary,th{white-space:nowrap}details summary{cursor:pointer}details ul{margin:.3rem 0 0;padding-left:1.1rem}
        .mark{text-align:center}
        """;

    private readonly StringBuilder _page = new();

    public byte[] Create()
    {
        _page.Append("<!doctype html><html lang=\"ko\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">");
        _page.Append("<title>HyperscaleSdk emulator</title><style>").Append(Style).Append("</style></head><body><main>");
        _page.Append("<h1>HyperscaleSdk emulator · 에뮬레이터</h1>");
        Both(
            "국내 AI 공급기업의 API를 127.0.0.1에서 흉내 냅니다. 키는 <code>invalid</code>만 아니면 됩니다. 답은 예시이며 실제 모델의 답이 아닙니다.",
            "Plays the APIs of the Korean AI suppliers on 127.0.0.1. Any key is good but <code>invalid</code>. The answers are examples, not a model's.");
        Both(
            $"지금까지의 호출: <a href=\"{EmulatorPages.JournalPath}\">{EmulatorPages.JournalPath}</a> · 고장 목록: <a href=\"{EmulatorPages.FaultsPath}\">{EmulatorPages.FaultsPath}</a>",
            "Calls so far, and the list of faults, as JSON.");
        WriteProviders();
        WriteReplies();
        WriteFaults();
        return Encoding.UTF8.GetBytes(_page.Append("</main></body></html>").ToString());
    }

    private void WriteProviders()
    {
        Head("공급기업", "Providers");
        _page.Append("<div class=\"wide\"><table><thead><tr><th>공급기업 · Provider</th><th>기본 주소 · Base path</th><th>모델 · Models</th><th>경로 · Routes</th></tr></thead><tbody>");
        foreach (var provider in providers.All)
        {
            _page.Append("<tr><td>").Append(Encode(provider.KoreanName)).Append("<small lang=\"en\">").Append(Encode(provider.EnglishName)).Append("</small></td><td class=\"path\"><code>")
                .Append(Encode(provider.BasePath)).Append("</code></td><td>").AppendJoin(' ', provider.Models.Select(model => $"<code>{Encode(model)}</code>"))
                .Append("</td><td><details><summary>").Append(provider.Routes.Count).Append("</summary><ul>");
            foreach (var route in provider.Routes)
                _page.Append("<li><code>").Append(Encode(Below(provider, route))).Append("</code></li>");
            _page.Append("</ul></details></td></tr>");
        }

        _page.Append("</tbody></table></div>");
    }

    private void WriteReplies()
    {
        Head("답 정하기", "Scripted replies");
        Both(
            $"헤더 <code>{ReplyScripts.Header}</code>에 답을 적으면 그대로 답합니다. 글이면 글 그대로, JSON 객체면 그 내용대로입니다. 한글은 <code>\\u</code>나 퍼센트 인코딩으로 적습니다.",
            $"The header <code>{ReplyScripts.Header}</code> gives the answer of a chat call: plain text, or a JSON object with the members below; other characters than ASCII as <code>\\u</code> escapes or percent-encoded.");
        _page.Append("<pre><code>").Append(Encode("""
            X-Emulator-Reply: {"text":"\uc548\ub155","reasoning":"…","refusal":"…","pieces":["\uc548","\ub155"],
              "toolCalls":[{"name":"get_weather","arguments":{"city":"Seoul"}}],"finishReason":"stop",
              "inputTokens":1,"outputTokens":2,"reasoningTokens":0,"cachedTokens":0}
            """)).Append("</code></pre>");
    }

    private void WriteFaults()
    {
        Head("고장", "Faults");
        Both(
            $"헤더 <code>{FaultParser.Header}: 이름;이름;설정=값</code> 또는 쿼리 <code>?fault=</code>로 고장을 일으킵니다. 그 답에 일어날 수 없는 고장은 400으로 거절합니다.",
            $"Header <code>{FaultParser.Header}: name;name;setting=value</code> or query <code>?fault=</code>. A fault that cannot happen to an answer is refused with 400.");
        _page.Append("<div class=\"wide\"><table><thead><tr><th>이름 · Name</th><th>뜻 · Meaning</th><th class=\"mark\">전체 답<br>whole</th><th class=\"mark\">스트림<br>stream</th></tr></thead><tbody>");
        Row("status-NNN", FaultCatalog.StatusKorean, FaultCatalog.StatusMeaning, "✓", "✓");
        foreach (var fault in FaultCatalog.Named)
            Row(fault.Name, fault.Korean, fault.Meaning, fault.Whole ? "✓" : "", fault.Stream ? "✓" : "");
        foreach (var (name, meaning, korean) in FaultCatalog.Settings)
            Row(name, korean, meaning, "", "");
        _page.Append("</tbody></table></div>");
    }

    // "POST /path: more" becomes "POST /provider/path: more".
    private static string Below(IProvider provider, string route) => route.Replace(" /", $" {provider.Prefix}/", StringComparison.Ordinal);

    private void Row(string name, string korean, string english, string whole, string stream)
        => _page.Append("<tr><td><code>").Append(Encode(name)).Append("</code></td><td>").Append(Encode(korean)).Append("<small lang=\"en\">").Append(Encode(english))
            .Append("</small></td><td class=\"mark\">").Append(whole).Append("</td><td class=\"mark\">").Append(stream).Append("</td></tr>");

    private void Head(string korean, string english)
        => _page.Append("<h2>").Append(korean).Append(" <span lang=\"en\">· ").Append(english).Append("</span></h2>");

    // Both are written here, markup and all.
    private void Both(string korean, string english)
        => _page.Append("<p>").Append(korean).Append("</p><p lang=\"en\">").Append(english).Append("</p>");

    private static string Encode(string value) => WebUtility.HtmlEncode(value);
}
