using HyperscaleSdk.TestKit;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace HyperscaleSdk.Tests.Providers;

/// <summary>What holds for every provider that the SDK ships.</summary>
public sealed class ProviderCatalogTests
{
    private static readonly Uri Somewhere = new("https://somewhere.example/v1");

    public static TheoryData<string> Ids() => [.. HyperscaleProviders.All.Select(provider => provider.Descriptor.Id)];

    [Fact]
    public void All_EachFolderOfSpecs_IsOneProviderInOrder()
    {
        var folders = Directory.EnumerateDirectories(Path.Combine(RepositoryPaths.Root, "specs")).Select(Path.GetFileName).Order(StringComparer.Ordinal);

        Assert.Equal(folders, HyperscaleProviders.All.Select(provider => provider.Descriptor.Id));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Descriptor_OfAProvider_NamesItsSourcesAndInventsNothing(string id)
    {
        var provider = Find(id).Descriptor;

        Assert.Contains(provider.KoreanName, character => character is >= '가' and <= '힣');
        Assert.NotEqual(provider.KoreanName, provider.EnglishName);
        Assert.NotEqual("not stated", provider.Data.Source);
        Assert.InRange(provider.Data.AsOf, new DateOnly(2026, 8, 1), new DateOnly(2026, 11, 22));
        Assert.All(provider.Models, model =>
        {
            Assert.All(model.Prices, price => Assert.True(price.InputPerMillion is not null && price.Confidence != FactConfidence.Unknown));
            Assert.True(model.Limits is null or { RequestsPerMinute: > 0 });
        });
        Assert.Equal(provider.DefaultBaseAddress is null, provider.NoPublicApiAsOf is not null || provider.AddressHint is not null && id is "openai-compatible" or "samsung-aios" or "samsung-fabrix" or "furiosa-llm" or "rebellions-vllm");
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Client_WithoutAnAddress_IsRefusedWithWhatToSetOrHasOne(string id)
    {
        var provider = Find(id);
        var options = provider.CreateOptions();
        options.ApiKey = "test-key";
        if (provider.Descriptor.DefaultBaseAddress is not null || !provider.HasChat)
        {
            Assert.NotNull(provider.Descriptor.DefaultBaseAddress);
            return;
        }

        var refused = Assert.Throws<OptionsValidationException>(() => provider.CreateChatClient(options));

        Assert.Contains("BaseAddress", refused.Message, StringComparison.Ordinal);
        Assert.Contains($"Hyperscale:{id}:BaseAddress", refused.Message, StringComparison.Ordinal);
        if (provider.Descriptor.NoPublicApiAsOf is not null)
        {
            Assert.Contains("No public self-serve API was found as of 2026-", refused.Message, StringComparison.Ordinal);
        }

        options.BaseAddress = Somewhere;
        using var client = provider.CreateChatClient(options);
        Assert.Equal(Somewhere, client.GetService<ChatClientMetadata>()!.ProviderUri);
    }

    [Fact]
    public void Services_WithEveryProvider_AreKeyedById()
    {
        var services = new ServiceCollection();
        services.AddHyperscale(configuration: null)
            .AddClovaStudio(Set).AddClovaStudioOpenAI(Set).AddClovaStudioGov(Set).AddUpstage(Set).AddFriendli(Set)
            .AddFabrix(Set).AddLuxia(Set).AddKonan(Set).AddLiner(Set)
            .AddSamsungAios(Set).AddSktAx(Set).AddKtMidm(Set).AddKakaoKanana(Set).AddLgExaone(Set).AddLguplusIxigen(Set).AddKistiKoni(Set).AddOpenAICompatible(Set)
            .AddFuriosaLlm(Set).AddRebellionsVllm(Set).AddKoGpt(Set);
        using var provider = services.BuildServiceProvider();

        foreach (var clients in HyperscaleProviders.All)
        {
            var id = clients.Descriptor.Id;
            Assert.Equal(clients.HasChat, provider.GetKeyedService<IChatClient>(id) is not null);
            Assert.Equal(clients.HasEmbeddings, provider.GetKeyedService<IEmbeddingGenerator<string, Embedding<float>>>(id) is not null);
        }

        Assert.Equal(HyperscaleProviders.All.Count(clients => clients.HasChat), provider.GetServices<ProviderDescriptor>().Count());
    }

    [Theory]
    [InlineData("samsung-fabrix", true, false)]
    [InlineData("saltlux-luxia", true, false)]
    [InlineData("konan", true, false)]
    [InlineData("liner", true, false)]
    [InlineData("lguplus-ixigen", true, false)]
    [InlineData("kakao-kogpt", false, true)]
    [InlineData("naver-clovastudio", false, false)]
    [InlineData("friendli", false, false)]
    public void Descriptor_OfAProvider_SaysHowFirmlyItStands(string id, bool experimental, bool deprecated)
    {
        var provider = Find(id).Descriptor;

        Assert.Equal((experimental, deprecated), (provider.IsExperimental, provider.IsDeprecated));
    }

    [Fact]
    public void Etri_IsPlainHttpWithoutPersonalData()
    {
        var etri = EtriProvider.Descriptor;

        Assert.True(etri.AllowsInsecureHttp);
        Assert.True(etri.Data.RefusesPersonalData);
        Assert.DoesNotContain(HyperscaleProviders.All, provider => provider.Descriptor.Id != "etri" && (provider.Descriptor.AllowsInsecureHttp || provider.Descriptor.Data.RefusesPersonalData));
        using var client = new EtriClient(new EtriOptions { ApiKey = "test-key" });
        Assert.Throws<OptionsValidationException>(() => new EtriClient(new EtriOptions { ApiKey = "test-key", AllowInsecureHttp = false }));
    }

    [Fact]
    public void Limits_OfClovaStudio_AreThoseOfATestApp()
    {
        var limits = ClovaStudioProvider.Descriptor.FindModel("HCX-007")!.Limits!;

        Assert.Equal((60, 60_000), (limits.RequestsPerMinute, limits.TokensPerMinute));
        Assert.Equal(FactConfidence.Documented, limits.Confidence);
        Assert.Null(FriendliProvider.Descriptor.FindModel("anything"));
    }

    [Fact]
    public void Options_OfAnotherProvider_AreRefused()
        => Assert.Throws<ArgumentException>(() => Find("konan").CreateChatClient(new LinerOptions { ApiKey = "test-key" }));

    internal static ProviderClients Find(string id) => HyperscaleProviders.All.Single(provider => provider.Descriptor.Id == id);

    private static void Set(HyperscaleClientOptions options)
    {
        options.ApiKey = "test-key";
        options.BaseAddress = Somewhere;
    }
}
