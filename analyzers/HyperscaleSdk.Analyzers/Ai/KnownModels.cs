using System;
using System.Collections.Generic;
using System.Linq;

namespace HyperscaleSdk.Analyzers.Ai;

/// <summary>The models of the providers that this SDK describes. A compilation sees no values of their descriptors, so they are repeated here.</summary>
internal static class KnownModels
{
    // generated from specs/*/binding.yaml: HYPERSCALE_UPDATE_DOCS=1 rewrites
    private static readonly KnownModel[] All =
    [
        new("clovastudio-gov", "HCX-GOV", null, null, []),
        new("clovastudio-gov", "HCX-GOV-THINK", null, null, ["HCX-GOV-THINK-V1-32B"]),
        new("clovastudio-gov", "HCX-GOV-VLM", null, null, []),
        new("clovastudio-gov", "LLM42", null, null, ["LLM42-Gemma4"]),
        new("clovastudio-gov", "HCX-DASH-002", null, null, []),
        new("clovastudio-gov", "K-Exaone-236B", null, null, []),
        new("clovastudio-gov", "openai/gpt-oss-120b", null, null, []),
        new("clovastudio-gov", "bge-m3", null, null, []),
        new("clovastudio-gov", "rag42-embed-v1", null, null, []),
        new("furiosa-llm", "furiosa-ai/EXAONE-4.0-32B-FP8", null, null, []),
        new("furiosa-llm", "furiosa-ai/K-EXAONE-236B-A23B-NVFP4A16", null, null, []),
        new("furiosa-llm", "furiosa-ai/Solar-Open-100B-NVFP4A16", null, null, []),
        new("furiosa-llm", "furiosa-ai/Qwen3-Embedding-8B", null, null, []),
        new("kakao-kanana", "kanana-2-30b-a3b-instruct", null, null, []),
        new("kakao-kanana", "kanana-2-30b-a3b-thinking-2601", null, null, []),
        new("kakao-kanana", "kanana-o", null, "2026-05-27", []),
        new("kakao-kogpt", "kogpt", null, null, []),
        new("kisti-koni", "KISTI-KONI/KONI-4B-instruct-20250901", null, null, []),
        new("kisti-koni", "KISTI-KONI/KONI-Llama3.1-8B-Instruct-20241024", null, null, []),
        new("konan", "konan", null, null, []),
        new("lg-exaone", "LGAI-EXAONE/EXAONE-4.0-32B", null, null, []),
        new("lg-exaone", "LGAI-EXAONE/EXAONE-4.0-32B-FP8", null, null, []),
        new("lg-exaone", "LGAI-EXAONE/K-EXAONE-236B-A23B", null, null, []),
        new("lg-exaone", "LGAI-EXAONE/K-EXAONE-2.0-750B-A37B", null, null, []),
        new("lg-exaone", "LGAI-EXAONE/EXAONE-4.5-33B", null, null, []),
        new("liner", "liner-mark", null, null, []),
        new("naver-clovastudio-openai", "HCX-005", "2026-09-19", null, []),
        new("naver-clovastudio-openai", "HCX-007", "2026-09-19", null, []),
        new("naver-clovastudio-openai", "HCX-DASH-002", "2026-09-19", null, []),
        new("naver-clovastudio-openai", "bge-m3", "2026-09-19", null, []),
        new("naver-clovastudio", "HCX-005", "2026-09-19", null, []),
        new("naver-clovastudio", "HCX-007", "2026-09-19", null, []),
        new("naver-clovastudio", "HCX-DASH-002", "2026-09-19", null, []),
        new("naver-clovastudio", "HCX-003", "2026-09-19", null, []),
        new("naver-clovastudio", "HCX-DASH-001", "2026-09-19", null, []),
        new("naver-clovastudio", "bge-m3", "2026-09-19", null, []),
        new("naver-clovastudio", "clir-emb-dolphin", null, null, []),
        new("naver-clovastudio", "clir-sts-dolphin", null, null, []),
        new("saltlux-luxia", "luxia3-llm-32b-0731", null, null, []),
        new("samsung-aios", "sds/bge-m3", null, null, []),
        new("skt-ax", "ax4", null, null, []),
        new("upstage", "solar-pro4", "2026-09-19", null, ["solar-pro4-260806"]),
        new("upstage", "solar-mini4", "2026-10-23", null, ["solar-mini4-260922"]),
        new("upstage", "solar-pro3", "2026-09-19", null, ["solar-pro3-260323"]),
        new("upstage", "solar-pro2", "2026-09-19", "2026-10-30", ["solar-pro2-251215"]),
        new("upstage", "solar-mini", "2026-09-19", null, ["solar-mini-250422"]),
        new("upstage", "syn-pro", null, null, ["syn-pro-251021"]),
        new("upstage", "solar-embedding-2-passage", null, null, []),
        new("upstage", "solar-embedding-2-query", null, null, []),
        new("upstage", "solar-embedding-1-large-passage", null, "2026-12-31", ["embedding-passage"]),
        new("upstage", "solar-embedding-1-large-query", null, "2026-12-31", ["embedding-query"]),
    ];

    // end of what is generated
    private static readonly ILookup<string, KnownModel> ByName =
        All.SelectMany(model => model.Names.Select(name => (Name: name, Model: model))).ToLookup(entry => entry.Name, entry => entry.Model, StringComparer.Ordinal);

    /// <summary>Whether models of the provider are known.</summary>
    public static bool Describes(string? provider) => Array.Exists(All, model => string.Equals(model.Provider, provider, StringComparison.OrdinalIgnoreCase));

    /// <summary>The models of a name: several when several providers serve it, none when it is not known.</summary>
    /// <param name="name">As it is sent.</param>
    /// <param name="provider">Provider id; null when it is not known, and then every provider's count.</param>
    public static IReadOnlyList<KnownModel> Find(string name, string? provider) =>
        [.. ByName[name].Where(model => provider is null || string.Equals(model.Provider, provider, StringComparison.OrdinalIgnoreCase))];
}
