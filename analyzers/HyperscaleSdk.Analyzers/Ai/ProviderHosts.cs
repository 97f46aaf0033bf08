using System;
using System.Collections.Generic;
using System.Linq;

namespace HyperscaleSdk.Analyzers.Ai;

/// <summary>The host names of AI suppliers: what is sent there is an AI call, whatever client sends it.</summary>
internal static class ProviderHosts
{
    private static readonly Dictionary<string, string> Exact = new(StringComparer.OrdinalIgnoreCase)
    {
        // Korea
        ["clovastudio.stream.ntruss.com"] = "naver-clovastudio",
        ["clovastudio.apigw.ntruss.com"] = "naver-clovastudio",
        ["clovastudio.stream.gov-ntruss.com"] = "naver-clovastudio",
        ["api.clovastudio.go.kr"] = "clovastudio-gov",
        ["gateway-api.clova-studio-gov.com"] = "clovastudio-gov",
        ["dev.ai.go.kr"] = "gov-ai",
        ["api.upstage.ai"] = "upstage",
        ["kr.api.upstage.ai"] = "upstage",
        ["api.friendli.ai"] = "friendli",
        ["bridge.luxiacloud.com"] = "saltlux-luxia",
        ["konanllm.konantech.com"] = "konan",
        ["platform.liner.com"] = "liner",
        ["api.varco.ai"] = "varco",
        ["aiopen.etri.re.kr"] = "etri",
        ["api.kakaobrain.com"] = "kakao-kogpt",
        ["api.kanana.ai"] = "kakao-kanana",
        ["guest-api.sktax.chat"] = "skt-ax",
        ["apis.openapi.sk.com"] = "skt-ax",
        ["aiapi.genielabs.ai"] = "kt-midm",

        // Abroad
        ["api.openai.com"] = "openai",
        ["api.anthropic.com"] = "anthropic",
        ["generativelanguage.googleapis.com"] = "google",
        ["aiplatform.googleapis.com"] = "google",
        ["models.github.ai"] = "github",
        ["models.inference.ai.azure.com"] = "azure",
        ["api.mistral.ai"] = "mistral",
        ["api.cohere.com"] = "cohere",
        ["api.cohere.ai"] = "cohere",
        ["api.deepseek.com"] = "deepseek",
        ["api.moonshot.ai"] = "moonshot",
        ["api.moonshot.cn"] = "moonshot",
        ["dashscope.aliyuncs.com"] = "alibaba",
        ["dashscope-intl.aliyuncs.com"] = "alibaba",
        ["api.groq.com"] = "groq",
        ["api.perplexity.ai"] = "perplexity",
        ["api.together.xyz"] = "together",
        ["api.fireworks.ai"] = "fireworks",
        ["api.x.ai"] = "xai",
        ["openrouter.ai"] = "openrouter",
        ["router.huggingface.co"] = "huggingface",
        ["api-inference.huggingface.co"] = "huggingface",
    };

    /// <summary>Suppliers that process outside Korea, or in a region that only the customer knows.</summary>
    private static readonly HashSet<string> Abroad = new(StringComparer.OrdinalIgnoreCase)
    {
        "openai", "anthropic", "google", "github", "azure", "azure-openai", "mistral", "cohere", "deepseek", "moonshot", "alibaba", "groq", "perplexity",
        "together", "fireworks", "xai", "openrouter", "huggingface", "aws-bedrock",
    };

    /// <summary>What their bindings say with <c>personalData: refused</c>; a compilation sees no values of the descriptors, so they are repeated here.</summary>
    private static readonly HashSet<string> Refusing = new(StringComparer.OrdinalIgnoreCase) { "etri" };

    /// <summary>Hosts with a name of the customer's or a region's in front.</summary>
    private static readonly (string Start, string End, string Provider)[] Patterns =
    [
        (string.Empty, ".a2s-endpoint.kr-central-2.kakaocloud.com", "kakao-kanana"),
        (string.Empty, ".openai.azure.com", "azure"),
        (string.Empty, ".services.ai.azure.com", "azure"),
        (string.Empty, ".models.ai.azure.com", "azure"),
        (string.Empty, "-aiplatform.googleapis.com", "google"),
        (string.Empty, ".aiplatform.googleapis.com", "google"),
        ("bedrock-runtime.", ".amazonaws.com", "aws-bedrock"),
        (string.Empty, ".api.cognitive.microsoft.com", "azure"),
        (string.Empty, ".cognitiveservices.azure.com", "azure"),
    ];

    /// <summary>Per host, the words that a text which names it has.</summary>
    public static IEnumerable<string[]> Words => Exact.Keys.Concat(Patterns.Select(pattern => pattern.Start + pattern.End))
        .Select(host => host.Split(['.', '-'], StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Says whether a supplier's own place of processing is abroad or unknown (PIPA art. 28-8).</summary>
    public static bool IsAbroad(string providerId) => Abroad.Contains(providerId);

    /// <summary>Says whether a supplier must not get personal data at all: its clients refuse such calls when they run.</summary>
    public static bool RefusesPersonalData(string providerId) => Refusing.Contains(providerId);

    /// <summary>Says whether a host name, or the host of an address, is a supplier's.</summary>
    public static bool Contains(string? hostOrUrl) => Find(hostOrUrl) is not null;

    /// <summary>The supplier of a host name or address; null when it is none.</summary>
    public static string? Find(string? hostOrUrl)
    {
        if (HostOf(hostOrUrl) is not { } host)
        {
            return null;
        }

        if (Exact.TryGetValue(host, out var provider))
        {
            return provider;
        }

        foreach (var (start, end, name) in Patterns)
        {
            if (host.Length > start.Length + end.Length && host.StartsWith(start, StringComparison.OrdinalIgnoreCase)
                && host.EndsWith(end, StringComparison.OrdinalIgnoreCase))
            {
                return name;
            }
        }

        return null;
    }

    /// <summary>An address of this machine or of a private network: nobody is paid there.</summary>
    public static bool IsLocal(string? hostOrUrl) => HostOf(hostOrUrl) is { } host
        && (HostKinds.IsLoopback(host) || host is "0.0.0.0" or "host.docker.internal" || HostKinds.IsPrivateAddress(host));

    /// <summary>The host of an absolute address, or the text itself when it is shaped like a host; null for anything else.</summary>
    internal static string? HostOf(string? text)
    {
        if (text is null || text.Length is < 3 or > 2048)
        {
            return null;
        }

        var scheme = text.IndexOf("://", StringComparison.Ordinal);
        if (scheme > 0 && !AddressHost.IsWeb(text))
        {
            return null;
        }

        return AddressHost.At(text, scheme < 0 ? 0 : scheme + 3)?.TrimEnd('.') is { Length: > 0 } host && (host.IndexOf(':') >= 0 || IsShapedLikeHost(host)) ? host : null;
    }

    private static bool IsShapedLikeHost(string host)
    {
        foreach (var character in host)
        {
            if (!(char.IsLetterOrDigit(character) || character is '.' or '-' or '_'))
            {
                return false;
            }
        }

        return true;
    }
}
