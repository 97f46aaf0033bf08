// One code path, two Korean suppliers: ask, stream, embed and rank, then read what it cost from the ledger.
// 한 가지 코드로 두 공급기업을 부르고(질문, 스트리밍, 임베딩), 쓴 만큼 원장에서 확인합니다.
using System.Text;
using HyperscaleSdk;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Quickstart;

Console.OutputEncoding = Encoding.UTF8;
var started = TimeProvider.System.GetUtcNow();

// Suppliers without a key are played by an emulator in this process; the code below knows nothing of it.
await using var suppliers = await Suppliers.StartAsync(ClovaStudioProvider.Descriptor, UpstageProvider.Descriptor);
await using var ledger = await SqliteUsageLedger.OpenAsync("quickstart.db");

var services = new ServiceCollection();
services.AddHyperscale(suppliers.Configuration).AddClovaStudio().AddUpstage().UseUsageLedger(ledger);
await using var provider = services.BuildServiceProvider();

var failures = 0;
foreach (var supplier in provider.GetServices<ProviderDescriptor>())
{
    Console.WriteLine($"\n=== {supplier.KoreanName} ({supplier.Id}) ===");
    var chat = provider.GetRequiredKeyedService<IChatClient>(supplier.Id);
    var embeddings = provider.GetRequiredKeyedService<IEmbeddingGenerator<string, Embedding<float>>>(supplier.Id);
    try
    {
        await AskAsync(chat);
        await StreamAsync(chat);
        await RankAsync(embeddings, supplier);
    }
    catch (Exception failure) when (failure is HyperscaleException or TimeoutException)
    {
        failures++;
        Console.Error.WriteLine($"실패 (failed): {failure.Message}");
    }
}

await LedgerTable.PrintAsync(ledger, started);
return failures == 0 ? 0 : 1;

static async Task AskAsync(IChatClient chat)
{
    const string Question = "환불 규정을 고객에게 설명할 때 무엇에 주의해야 하나요?";
    Console.WriteLine($"\n질문 (ask): {Question}");
    var answer = await chat.GetResponseAsync(Question);
    Console.WriteLine($"답변: {answer.Text}");
}

static async Task StreamAsync(IChatClient chat)
{
    const string Question = "부산의 겨울 날씨를 두 문장으로 소개해 주세요.";
    Console.Write($"\n질문 (stream): {Question}\n답변: ");
    await foreach (var update in chat.GetStreamingResponseAsync(Question))
    {
        Console.Write(update.Text);
    }

    Console.WriteLine();
}

static async Task RankAsync(IEmbeddingGenerator<string, Embedding<float>> embeddings, ProviderDescriptor supplier)
{
    const string Query = "환불 신청은 언제까지 할 수 있나요?";
    string[] sentences =
    [
        "배송은 보통 이틀 안에 도착합니다.",
        "환불 신청은 결제일부터 7일까지 할 수 있습니다.",
        "상담은 평일 오전 아홉 시에 시작합니다.",
        "회원 등급은 매달 첫날 다시 정합니다.",
    ];

    Console.WriteLine($"\n검색 (rank): {Query}");
    var passages = await embeddings.GenerateAsync(sentences);

    // Some suppliers have one model for passages and a sister for queries; the descriptor knows.
    var queryModel = supplier.Models.FirstOrDefault(model => model.Id.EndsWith("-query", StringComparison.Ordinal))?.Id;
    var query = await embeddings.GenerateAsync([Query], new EmbeddingGenerationOptions { ModelId = queryModel });
    foreach (var (sentence, score) in Similarity.Rank(query[0], sentences, passages))
    {
        Console.WriteLine($"  {score,6:F3}  {sentence}");
    }
}
