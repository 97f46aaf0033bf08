using HyperscaleSdk.Emulator.OpenAI.Dialects;

namespace HyperscaleSdk.Emulator.OpenAI;

/// <summary>Every provider that speaks OpenAI's language.</summary>
internal static class OpenAIDialects
{
    public static IReadOnlyList<OpenAIDialect> All { get; } =
    [
        UpstageDialect.Upstage,
        NaverDialects.ClovaStudio,
        NaverDialects.Gov,
        HostedDialects.Friendli,
        HostedDialects.Konan,
        HostedDialects.Liner,
        HostedDialects.Luxia,
        ProfileDialects.SamsungAios,
        ProfileDialects.SktAx,
        ProfileDialects.KtMidm,
        ProfileDialects.KakaoKanana,
        ProfileDialects.LgExaone,
        ProfileDialects.LgUplusIxiGen,
        ProfileDialects.KistiKoni,
        ServerDialects.Furiosa,
        ServerDialects.Rebellions,
        ProfileDialects.OpenAICompatible,
    ];
}
