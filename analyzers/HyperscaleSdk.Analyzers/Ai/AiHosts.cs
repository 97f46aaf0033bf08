using System;

namespace HyperscaleSdk.Analyzers.Ai;

/// <summary>The hosts on which AI suppliers answer, for calls that no SDK makes.</summary>
internal static class AiHosts
{
    // Whole hosts, or with a leading dot everything below a domain.
    private static readonly string[] Known =
    [
        "clovastudio.stream.ntruss.com", "clovastudio.stream.gov-ntruss.com", "clovastudio.apigw.ntruss.com",
        "api.clovastudio.go.kr", "gateway-api.clova-studio-gov.com",
        "api.upstage.ai", "kr.api.upstage.ai", "api.friendli.ai", "guest-api.sktax.chat", "apis.openapi.sk.com",
        "bridge.luxiacloud.com", "platform.liner.com", "konanllm.konantech.com", "api.varco.ai", "api.kanana.ai",
        ".a2s-endpoint.kr-central-2.kakaocloud.com", "api.kakaobrain.com", "aiopen.etri.re.kr", "aiapi.genielabs.ai",
        "api.openai.com", ".openai.azure.com", ".services.ai.azure.com", ".cognitiveservices.azure.com", "api.anthropic.com",
        "generativelanguage.googleapis.com", ".aiplatform.googleapis.com", "api.together.xyz", "api.groq.com", "api.mistral.ai",
        "api.cohere.com", "api.deepseek.com", "openrouter.ai", "api.perplexity.ai", "api.x.ai",
    ];

    public static bool Contains(string host)
    {
        foreach (var known in Known)
        {
            if (known[0] == '.' ? host.EndsWith(known, StringComparison.OrdinalIgnoreCase) : string.Equals(host, known, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
