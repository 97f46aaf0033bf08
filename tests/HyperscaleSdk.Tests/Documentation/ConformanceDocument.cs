using System.Globalization;
using System.Text;
using HyperscaleSdk.Conformance;
using HyperscaleSdk.Tests.Providers;

namespace HyperscaleSdk.Tests.Documentation;

/// <summary>The conformance table as people read it. Its rows are the facts, its columns the subjects that <see cref="ConformanceTests"/> run them on.</summary>
internal static class ConformanceDocument
{
    // As many columns as a page shows side by side.
    private const int MostColumns = 5;

    public static string Text()
    {
        var reasons = new List<Lack>();
        var text = new StringBuilder();
        var chat = ChatSubjects.All.Select(subject => new Column(subject.Name, subject.Provider, subject.Lacks)).ToList();
        var embeddings = EmbeddingSubjects.All.Select(subject => new Column(subject.Provider, subject.Provider, subject.Lacks)).ToList();
        Facts(text, reasons, "Chat · 채팅", [.. ChatClientConformance.Facts.Select(fact => (fact.Name, fact.Need))], chat);
        Facts(text, reasons, "Embeddings · 임베딩", [.. EmbeddingGeneratorConformance.Facts.Select(fact => (fact.Name, fact.Need))], embeddings);
        Reasons(text, reasons);
        return Summary(chat, embeddings) + text;
    }

    private static string Summary(List<Column> chat, List<Column> embeddings)
    {
        var cells = (chat.Count * ChatClientConformance.Facts.Count) + (embeddings.Count * EmbeddingGeneratorConformance.Facts.Count);
        var lacking = chat.Sum(column => ChatClientConformance.Facts.Count(fact => column.Lacks.ContainsKey(fact.Need)))
            + embeddings.Sum(column => EmbeddingGeneratorConformance.Facts.Count(fact => column.Lacks.ContainsKey(fact.Need)));
        return string.Create(CultureInfo.InvariantCulture, $"{cells:N0} cells: {cells - lacking:N0} ✓, {lacking:N0} not supported; none is left out. · 전체 {cells:N0}칸: ✓ {cells - lacking:N0}칸, 미지원 {lacking:N0}칸. 빠진 칸은 없다.\n")
            + Absent();
    }

    private static string Absent()
    {
        var absent = HyperscaleProviders.All.Where(clients => !clients.HasChat && !clients.HasEmbeddings).Select(clients => $"[{clients.Descriptor.Id}]({clients.Descriptor.Id}.md)").ToList();
        return absent.Count == 0 ? string.Empty : $"\nWithout chats and embeddings, and so without a column: {string.Join(", ", absent)}. · 채팅과 임베딩이 없어 열이 없는 공급사: {string.Join(", ", absent)}.\n";
    }

    private static void Facts(StringBuilder text, List<Lack> reasons, string title, List<(string Name, ConformanceNeed Need)> facts, List<Column> columns)
    {
        text.Append(CultureInfo.InvariantCulture, $"\n## {title}\n");
        var tables = (columns.Count + MostColumns - 1) / MostColumns;
        foreach (var part in columns.Chunk((columns.Count + tables - 1) / tables))
        {
            var table = new MarkdownTable(["fact", .. part.Select(column => $"[{column.Name.Replace("/", "<br>", StringComparison.Ordinal)}]({column.Provider}.md)")]);
            foreach (var (name, need) in facts)
            {
                table.Row([Words(name), .. part.Select(column => column.Lacks.TryGetValue(need, out var lack) ? NotSupported(reasons, lack) : "✓")]);
            }

            text.Append('\n').Append(table);
        }
    }

    private static string NotSupported(List<Lack> reasons, Lack lack)
    {
        var index = reasons.IndexOf(lack);
        if (index < 0)
        {
            index = reasons.Count;
            reasons.Add(lack);
        }

        return string.Create(CultureInfo.InvariantCulture, $"not supported [{index + 1}](#reason-{index + 1})");
    }

    private static void Reasons(StringBuilder text, List<Lack> reasons)
    {
        text.Append("\n## Reasons · 미지원 사유\n\nWhat happens instead is tested like any other fact. · 대신 일어나는 일도 다른 항목과 똑같이 시험한다.\n\n");
        var table = new MarkdownTable("no.", "reason · 사유", "what happens instead · 대신 일어나는 일");
        foreach (var (index, lack) in reasons.Index())
        {
            var number = (index + 1).ToString(CultureInfo.InvariantCulture);
            table.Row($"<a id=\"reason-{number}\"></a>{number}", $"{MarkdownTable.Escape(lack.Reason)}<br>{MarkdownTable.Escape(ConformanceReasons.Korean[lack.Reason])}", Instead(lack.Behavior));
        }

        text.Append(table);
    }

    // Subject_Condition_Outcome, as words. A line may break between the three only, so that the column is wide and its rows are low.
    private static string Words(string name)
    {
        var words = new StringBuilder();
        foreach (var part in name.Split('_'))
        {
            words.Append(words.Length == 0 ? string.Empty : " · ");
            for (var i = 0; i < part.Length; i++)
            {
                var startsWord = char.IsUpper(part[i]) && i > 0 && (char.IsLower(part[i - 1]) || (i + 1 < part.Length && char.IsLower(part[i + 1])));
                words.Append(startsWord ? "&nbsp;" : string.Empty).Append(startsWord || i == 0 ? char.ToLowerInvariant(part[i]) : part[i]);
            }
        }

        return words.ToString();
    }

    private static string Instead(LackBehavior behavior) => behavior switch
    {
        LackBehavior.RefusedBeforeSending => "the client refuses before anything is sent · 보내기 전에 거부",
        LackBehavior.RefusedByProvider => "the provider refuses, as a typed error · 공급사가 거부(형식 있는 예외)",
        LackBehavior.Ignored => "the wish has no effect · 효과 없음",
        LackBehavior.Instructed => "it becomes words in the request · 요청 안의 지시문으로 바뀜",
        LackBehavior.Absent => "the answer does not tell · 응답에 없음",
        _ => throw new ArgumentOutOfRangeException(nameof(behavior), behavior, "This behaviour has no words yet."),
    };

    private sealed record Column(string Name, string Provider, IReadOnlyDictionary<ConformanceNeed, Lack> Lacks);
}
