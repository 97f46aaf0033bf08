using HyperscaleSdk.Conformance;
using HyperscaleSdk.TestKit;
using HyperscaleSdk.Tests.Providers;

namespace HyperscaleSdk.Tests.Documentation;

/// <summary>What every provider can do, by what its descriptor says and by what the conformance facts say that it lacks. What neither says is unknown, never "no".</summary>
internal static class ProviderMatrix
{
    private const string Yes = "✓";
    private const string SomeModels = "◐";
    private const string Open = "○";
    private const string Instructed = "≈";
    private const string No = "✗";
    private const string NotBound = "–";

    public static string Abilities(Language language)
    {
        var table = new MarkdownTable(
            language.Of("provider", "공급사"), language.Of("chat", "채팅"), language.Of("stream", "스트림"), language.Of("tools", "도구"), language.Of("structured output", "구조화 출력"),
            language.Of("reasoning", "추론"), language.Of("images", "이미지"), language.Of("embeddings", "임베딩"), language.Of("token count", "토큰 계산"));
        foreach (var clients in HyperscaleProviders.All)
        {
            var provider = clients.Descriptor;
            table.Row(
                language.Link(provider),
                clients.HasChat ? Yes : NotBound,
                Streams(clients),
                Ability(clients, ConformanceNeed.Tools, ModelCapabilities.Tools),
                Ability(clients, ConformanceNeed.Schemas, ModelCapabilities.JsonSchema),
                Ability(clients, ConformanceNeed.Reasoning, ModelCapabilities.Reasoning),
                Ability(clients, ConformanceNeed.Images, ModelCapabilities.Images),
                clients.HasEmbeddings ? Yes : NotBound,
                CountsTokens(provider.Id) ? Yes : NotBound);
        }

        var legend = new MarkdownTable(language.Of("sign", "기호"), language.Of("meaning", "뜻"));
        legend.Row(Yes, language.Of("yes", "지원"));
        legend.Row(SomeModels, language.Of("some of its models; the provider's page says which", "일부 모델만 지원(공급사 페이지에 표시)"));
        legend.Row(Open, language.Of("the request carries it; whether the model or the server does it is unknown", "요청에 실어 보내지만 모델이나 서버의 지원 여부는 미확인"));
        legend.Row(Instructed, language.Of("the API has no way to ask for it: it becomes an instruction in words", "API에 방법이 없어 지시문으로 대신함"));
        legend.Row(No, language.Of("not supported: refused before anything is sent, or left out, for the reason in the [conformance table](conformance.md)", "미지원: 보내기 전에 거부하거나 제외함. 사유는 [적합성 표](conformance.md)에 있음"));
        legend.Row("?", language.Of("unknown: no way to ask for it is documented", "미확인: 요청하는 방법이 문서에 없음"));
        legend.Row(NotBound, language.Of("not in this client; whether the provider has it is not said here", "이 클라이언트에 없음(공급사가 제공하는지는 여기서 말하지 않음)"));
        return $"{table}\n{legend}";
    }

    /// <summary>The head of the matrix, short enough for the first page of the repository.</summary>
    public static string Short(Language language)
    {
        var table = new MarkdownTable(language.Of("provider", "공급사"), "id", language.Of("chat", "채팅"), language.Of("embeddings", "임베딩"), language.Of("address", "주소"), language.Of("status", "상태"));
        foreach (var clients in HyperscaleProviders.All)
        {
            var provider = clients.Descriptor;
            table.Row(
                language.NamedLink(provider, "docs/providers/"),
                $"`{provider.Id}`",
                clients.HasChat ? Yes : NotBound,
                clients.HasEmbeddings ? Yes : NotBound,
                provider.DefaultBaseAddress is null ? language.Of("your own", "직접 지정") : language.Of("known", "있음"),
                string.Join(", ", ProviderStatus.Of(provider, language)));
        }

        return table.ToString();
    }

    private static string Streams(ProviderClients clients)
        => !clients.HasChat ? NotBound : Subjects(clients).All(subject => subject.Lacks.ContainsKey(ConformanceNeed.Streaming)) ? No : Yes;

    private static string Ability(ProviderClients clients, ConformanceNeed need, ModelCapabilities capability)
    {
        if (!clients.HasChat)
        {
            return NotBound;
        }

        var models = clients.Descriptor.Models.Where(model => model.Kind == ModelKind.Chat).ToList();
        var able = models.Count(model => model.Capabilities.HasFlag(capability));
        if (able > 0)
        {
            return able == models.Count ? Yes : SomeModels;
        }

        var lacks = Subjects(clients).Select(subject => subject.Lacks.GetValueOrDefault(need)).ToList();

        // A refusal by the server is the emulator's: the request carries the wish, and what the live server says to it is unknown.
        return lacks.Exists(lack => lack is null or { Behavior: LackBehavior.RefusedByProvider }) ? Open
            : lacks.TrueForAll(lack => lack!.Behavior == LackBehavior.RefusedBeforeSending) ? No
            : lacks.TrueForAll(lack => lack!.Behavior == LackBehavior.Instructed) ? Instructed
            : "?";
    }

    private static IEnumerable<ChatSubject> Subjects(ProviderClients clients) => ChatSubjects.All.Where(subject => subject.Provider == clients.Descriptor.Id);

    // The typed client has it when the description has a path for it; a profile has none of its own.
    private static bool CountsTokens(string id)
    {
        var description = Path.Combine(RepositoryPaths.Root, "specs", id, "openapi.yaml");
        return File.Exists(description) && File.ReadLines(description).Any(line => line.StartsWith("  /", StringComparison.Ordinal) && line.Contains("tokenize", StringComparison.Ordinal));
    }
}
