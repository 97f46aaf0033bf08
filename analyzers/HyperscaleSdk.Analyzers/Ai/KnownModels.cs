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
        new("naver-clovastudio", "HCX-005", "2026-09-19", null, []),
        new("naver-clovastudio", "HCX-007", "2026-09-19", null, []),
        new("naver-clovastudio", "HCX-DASH-002", "2026-09-19", null, []),
        new("naver-clovastudio", "HCX-003", "2026-09-19", null, []),
        new("naver-clovastudio", "HCX-DASH-001", "2026-09-19", null, []),
        new("naver-clovastudio", "bge-m3", "2026-09-19", null, []),
        new("naver-clovastudio", "clir-emb-dolphin", null, null, []),
        new("naver-clovastudio", "clir-sts-dolphin", null, null, []),
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

    /// <summary>The models of a name: several when several providers serve it, none when it is not known.</summary>
    /// <param name="name">As it is sent.</param>
    /// <param name="provider">Provider id; null when it is not known, and then every provider's count.</param>
    public static IReadOnlyList<KnownModel> Find(string name, string? provider) =>
        [.. ByName[name].Where(model => provider is null || string.Equals(model.Provider, provider, StringComparison.OrdinalIgnoreCase))];
}
