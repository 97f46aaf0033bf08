using HyperscaleSdk.Conformance;
using static HyperscaleSdk.Conformance.ConformanceNeed;
using static HyperscaleSdk.Tests.Providers.ConformanceSubjects;

namespace HyperscaleSdk.Tests.Providers;

/// <summary>Every provider of the SDK that answers chats.</summary>
internal static class ChatSubjects
{
    private static readonly Lack NoRequired = Refused("The provider has no word for the tool mode 'required'");
    private static readonly Lack NoSchema = Instructed("The API has no response format for a schema: the schema becomes an instruction in words");
    private static readonly Lack TextModel = RefusedThere("The model is taken to be for text only: nothing says that it takes images, and the server of the emulator refuses them");
    private static readonly Lack TextOnly = Refused("The provider takes text only");
    private static readonly Lack NoThinking = Ignored("The binding has no switch for thinking: none is documented");
    private static readonly Lack NotCounted = Absent("The provider does not count thinking tokens apart");
    private static readonly Lack NoTools = Refused("The provider does not call tools");
    private static readonly Lack NoStop = Ignored("The API has no stop sequences");
    private static readonly Lack NoStreamUsage = Absent("Usage is not reported in streams; the ledger estimates it");
    private static readonly Lack NoRequestId = Absent("No header with a request id is known");
    private static readonly Lack NoKey = Ignored("The server asks for no key");

    public static IReadOnlyList<ChatSubject> All { get; } =
    [
        Clova("HCX-005", "/maxTokens", new()
        {
            [RequiredTools] = NoRequired, [Schemas] = NoSchema, [Reasoning] = Refused("HCX-005 cannot think before it answers"), [ReasoningTokens] = NotCounted,
        }) with { Name = "naver-clovastudio" },
        Clova("HCX-007", "/maxCompletionTokens", new() { [RequiredTools] = NoRequired, [Images] = Refused("HCX-007 takes no images") }),
        Clova("HCX-003", "/maxTokens", new()
        {
            [Tools] = NoTools, [RequiredTools] = NoTools, [Schemas] = NoSchema, [Images] = Refused("HCX-003 takes no images"),
            [Reasoning] = Refused("HCX-003 cannot think before it answers"), [ReasoningTokens] = NotCounted,
        }) with { Raw = heat => new ClovaStudio.ChatCompletionRequestV1 { Messages = [], Temperature = heat } },
        NaverOpenAI("HCX-005", "/max_tokens", new()
        {
            [RequiredTools] = NoRequired, [Schemas] = NoSchema, [Reasoning] = Refused("HCX-005 cannot think before it answers"), [ReasoningTokens] = NotCounted, [StreamUsage] = NoStreamUsage,
        }) with { Name = "naver-clovastudio-openai" },
        NaverOpenAI("HCX-007", "/max_completion_tokens", new()
        {
            [RequiredTools] = NoRequired, [Images] = Refused("HCX-007 takes no images"), [ReasoningTokens] = NotCounted, [StreamUsage] = NoStreamUsage,
        }),
        new("clovastudio-gov", "HCX-GOV", heat => new ClovaStudioGov.ChatCompletionRequest { Model = "HCX-GOV", Messages = [], Temperature = heat })
        {
            OtherModel = "HCX-DASH-002", Lacks = new Dictionary<ConformanceNeed, Lack> { [Schemas] = NoSchema, [Images] = Refused("HCX-GOV takes no images"), [ReasoningTokens] = NotCounted, [StreamUsage] = NoStreamUsage, [RequestIds] = NoRequestId },
        },
        new("upstage", "solar-pro4", heat => new Upstage.ChatCompletionRequest { Model = "solar-pro4", Messages = [], Temperature = heat })
        {
            Served = "solar-pro4-260806", OtherModel = "solar-mini4", OtherServed = "solar-mini4-260922", UnknownModelCode = "model_not_found",
            Lacks = new Dictionary<ConformanceNeed, Lack> { [Images] = TextOnly },
        },
        new("friendli", "LGAI-EXAONE/K-EXAONE-236B-A23B", heat => new Friendli.ChatCompletionRequest { Model = "LGAI-EXAONE/K-EXAONE-236B-A23B", Messages = [], Temperature = heat })
        {
            Lacks = new Dictionary<ConformanceNeed, Lack> { [ReasoningTokens] = NotCounted, [RequestIds] = NoRequestId },
        },
        OpenAI("openai-compatible", "my-model", []),
        OpenAI("skt-ax", "ax4", new() { [Images] = TextModel, [ReasoningTokens] = NotCounted, [RequestIds] = NoRequestId }),
        OpenAI("kt-midm", "K-intelligence/Midm-2.0-Base-Instruct", new() { [Images] = TextModel, [Reasoning] = NoThinking, [ReasoningTokens] = NotCounted, [RequestIds] = NoRequestId }),
        OpenAI("kakao-kanana", "kanana-2-30b-a3b-instruct", new() { [Images] = TextModel, [Reasoning] = NoThinking, [ReasoningTokens] = NotCounted, [RequestIds] = NoRequestId }),
        OpenAI("lg-exaone", "LGAI-EXAONE/EXAONE-4.0-32B", new() { [Images] = TextModel, [ReasoningTokens] = NotCounted, [RequestIds] = NoRequestId }),
        OpenAI("lguplus-ixigen", "ixi-gen", new() { [Images] = TextModel, [Reasoning] = NoThinking, [ReasoningTokens] = NotCounted, [RequestIds] = NoRequestId }),
        OpenAI("kisti-koni", "KISTI-KONI/KONI-4B-instruct-20250901", new() { [Images] = TextModel, [Reasoning] = NoThinking, [ReasoningTokens] = NotCounted, [RequestIds] = NoRequestId }),
        OpenAI("samsung-aios", "gpt-oss-120b", new() { [Images] = TextModel, [Reasoning] = NoThinking, [ReasoningTokens] = NotCounted, [RequestIds] = NoRequestId, [Key] = NoKey }),
        OpenAI("furiosa-llm", "furiosa-ai/EXAONE-4.0-32B-FP8", new()
        {
            [Images] = TextOnly, [ReasoningTokens] = NotCounted, [RequestIds] = NoRequestId, [StopSequences] = NoStop, [Key] = NoKey,
            [UnknownModels] = Ignored("A server has one model and does not look at the name"), [OtherModels] = Ignored("A server has one model and does not look at the name"),
        }) with { TokenLimit = "/max_completion_tokens" },
        OpenAI("rebellions-vllm", "/models/EXAONE-3.5", new() { [ReasoningTokens] = NotCounted, [RequestIds] = NoRequestId }),
        OpenAI("konan", "konan", new() { [Images] = TextModel, [Schemas] = NoSchema, [Reasoning] = NoThinking, [ReasoningTokens] = NotCounted, [RequestIds] = NoRequestId }),
        OpenAI("liner", "liner-mark", new() { [Images] = TextModel, [Reasoning] = NoThinking, [ReasoningTokens] = NotCounted }) with { TokenLimit = "/max_completion_tokens" },
        new("saltlux-luxia", "luxia3-llm-32b-0731", heat => new Luxia.ChatRequest { Model = "luxia3-llm-32b-0731", Messages = [], Temperature = heat })
        {
            TokenLimit = "/max_completion_tokens",
            Lacks = new Dictionary<ConformanceNeed, Lack>
            {
                [Tools] = NoTools, [RequiredTools] = NoTools, [Images] = TextOnly, [Schemas] = NoSchema, [Reasoning] = NoThinking, [ReasoningTokens] = NotCounted, [RequestIds] = NoRequestId,
                [StreamUsage] = NoStreamUsage, [StopSequences] = NoStop,
            },
        },
        new("samsung-fabrix", "0196f1fc-3b4e-7a55-9c1d-5b1f7c2a0001", heat => new Fabrix.MessagesRequest { Contents = null!, IsStream = false, LlmConfig = new() { Temperature = heat } })
        {
            OtherModel = "0196f1fc-3b4e-7a55-9c1d-5b1f7c2a0002", SystemText = "/systemPrompt", TokenLimit = "/llmConfig/max_new_tokens", Temperature = "/llmConfig/temperature",
            Lacks = new Dictionary<ConformanceNeed, Lack>
            {
                [Roles] = Instructed("A chat is a list of texts without roles, and a system text apart"), [Tools] = NoTools, [RequiredTools] = NoTools, [Images] = TextOnly, [Schemas] = NoSchema,
                [Reasoning] = Ignored("Whether a model thinks is the tenant's choice"), [ReasoningTokens] = NotCounted, [RequestIds] = NoRequestId, [StopSequences] = NoStop,
                [ServedModel] = Absent("Answers name no model: it is taken to be the one that was asked for"),
                [Usage] = Absent("Usage is not reported; the ledger estimates it"), [StreamUsage] = NoStreamUsage, [TemperatureLimit] = Ignored("No limit is documented"),
            },
        },
        new("kakao-kogpt", "kogpt", heat => new KoGpt.GenerateRequest { Prompt = null!, MaxTokens = 256, Temperature = heat })
        {
            SystemText = "/prompt",
            Lacks = new Dictionary<ConformanceNeed, Lack>
            {
                [Roles] = Instructed("The chat becomes one text, each turn headed by its role"), [Streaming] = Absent("The API has no streams: the answer comes in one piece"),
                [Tools] = NoTools, [RequiredTools] = NoTools, [Images] = TextOnly, [Schemas] = NoSchema, [Reasoning] = NoThinking, [ReasoningTokens] = NotCounted, [StopSequences] = NoStop,
                [FinishReasons] = Absent("Answers do not say why they ended"), [RequestIds] = NoRequestId, [ServedModel] = Absent("Answers name no model: it is taken to be the one that was asked for"),
                [OtherModels] = Ignored("The request names no model"), [UnknownModels] = Ignored("The request names no model"), [TemperatureLimit] = Ignored("No limit is documented"),
                [OptionalTokenLimit] = Absent("max_tokens must be given, so that there is no gap to fill"),
            },
        },
    ];

    private static ChatSubject Clova(string model, string tokenLimit, Dictionary<ConformanceNeed, Lack> lacks)
        => new("naver-clovastudio", model, heat => new ClovaStudio.ChatCompletionRequest { Messages = [], Temperature = heat })
        {
            Name = $"naver-clovastudio/{model}", OtherModel = "HCX-DASH-002", UnknownModelCode = "40080", TooHot = 1.25f, TokenLimit = tokenLimit, Lacks = lacks,
        };

    private static ChatSubject NaverOpenAI(string model, string tokenLimit, Dictionary<ConformanceNeed, Lack> lacks)
        => new("naver-clovastudio-openai", model, heat => new ClovaStudioOpenAI.ChatCompletionRequest { Model = model, Messages = [], Temperature = heat })
        {
            Name = $"naver-clovastudio-openai/{model}", OtherModel = "HCX-DASH-002", TooHot = 1.25f, TokenLimit = tokenLimit, Lacks = lacks,
        };

    private static ChatSubject OpenAI(string provider, string model, Dictionary<ConformanceNeed, Lack> lacks)
        => new(provider, model, heat => new OpenAICompatible.ChatCompletionRequest { Model = model, Messages = [], Temperature = heat }) { Lacks = lacks };
}
