using System.Globalization;
using HyperscaleSdk.TestKit;
using HyperscaleSdk.Wire.Tests.Mock;
using Microsoft.Extensions.AI;

namespace HyperscaleSdk.Wire.Tests.Servers;

/// <summary>
/// Every chat and embedding route of our own documents, through the unified clients, checked by Prism against the document: a request that Prism refuses is a
/// failure in Prism's words. Providers without a document of their own extend the shared one and are checked against it.
/// </summary>
public sealed class UnifiedWireTests(PrismInstall prism, ITestOutputHelper output)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static string Specs => Path.Combine(RepositoryPaths.Root, "specs");

    public static TheoryData<string> Documents() => [.. Directory.EnumerateFiles(Specs, "openapi.yaml", SearchOption.AllDirectories).Select(file => Path.GetFileName(Path.GetDirectoryName(file)!)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task Requests_OfTheUnifiedClients_AreWhatTheDocumentAllows(string document)
    {
        if (prism.Missing is not null)
        {
            output.WriteLine(prism.Missing);
        }

        Assert.SkipWhen(prism.Missing is not null, prism.Missing ?? "");
        var providers = Providers(document);
        if (providers.Count == 0)
        {
            // ETRI: typed operations only, which WireTests call.
            Assert.DoesNotContain(HyperscaleProviders.All, clients => clients.Descriptor.Id == document && (clients.HasChat || clients.HasEmbeddings));
            return;
        }

        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        deadline.CancelAfter(Patience);
        await using var server = await PrismServer.StartAsync(Path.Combine(Specs, document, "openapi.yaml"), deadline.Token);
        using var handler = new WireHandler();
        using var http = new HttpClient(handler, disposeHandler: false);
        var problems = new List<string>();
        foreach (var clients in providers)
        {
            var tried = new UnifiedCalls(clients, server.Address, handler, http);
            await tried.RunAsync(deadline.Token);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{clients.Descriptor.Id}: {tried.Sent} requests sent, {tried.RefusedBefore} calls refused before sending, {tried.Problems.Count} problems"));
            Assert.True(tried.Sent > 0, clients.Descriptor.Id);
            problems.AddRange(tried.Problems);
        }

        Assert.True(problems.Count == 0, string.Join('\n', problems.Take(10)));
    }

    [Theory]
    [InlineData("application/json", "false")]
    [InlineData("text/event-stream", "true")]
    public async Task Request_ThatIsWrong_IsRefusedWhateverAnswerItWants(string accept, string stream)
    {
        Assert.SkipWhen(prism.Missing is not null, prism.Missing ?? "");
        await using var server = await PrismServer.StartAsync(Path.Combine(Specs, "openai-compatible", "openapi.yaml"), TestContext.Current.CancellationToken);
        using var handler = new WireHandler();
        using var http = new HttpClient(handler, disposeHandler: false);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(server.Address, "/chat/completions"));
        request.Headers.Add("Authorization", "Bearer any-key");
        request.Headers.Add("Accept", accept);
        request.Content = new StringContent($$"""{"model":"m","messages":"no list","stream":{{stream}}}""", System.Text.Encoding.UTF8, "application/json");

        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.False(handler.Last!.IsAccepted || handler.Last.IsFaultOfDocument || handler.Last.HasNoAnswer, handler.Last.ToString());
        Assert.Contains("messages", handler.Last.Violations + handler.Last.Answer, StringComparison.Ordinal);
    }

    [Fact]
    public void Providers_OfTheSdk_AreAllCheckedAgainstSomeDocument()
        => Assert.Equal(
            HyperscaleProviders.All.Where(clients => clients.HasChat || clients.HasEmbeddings).Select(clients => clients.Descriptor.Id).Order(StringComparer.Ordinal),
            Documents().SelectMany(row => Providers(row.Data)).Select(clients => clients.Descriptor.Id).Order(StringComparer.Ordinal));

    // A profile names its document by "extends".
    private static List<ProviderClients> Providers(string document) => [.. HyperscaleProviders.All.Where(clients =>
    {
        var folder = Path.Combine(Specs, clients.Descriptor.Id);
        return (clients.HasChat || clients.HasEmbeddings)
            && (clients.Descriptor.Id == document
                || (!File.Exists(Path.Combine(folder, "openapi.yaml")) && File.ReadAllText(Path.Combine(folder, "binding.yaml")).Contains($"extends: ../{document}/", StringComparison.Ordinal)));
    })];
}
