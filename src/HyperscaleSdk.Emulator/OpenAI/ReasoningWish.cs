using System.Text.Json;
using HyperscaleSdk.Emulator.Http;

namespace HyperscaleSdk.Emulator.OpenAI;

/// <summary>How long the model is to reason (0: not at all), and where that is shown.</summary>
internal sealed record ReasoningWish(int Depth, ReasoningPlace Place)
{
    private const int SwitchedOn = 2;

    /// <param name="provider">The provider.</param>
    /// <param name="body">The request.</param>
    /// <param name="model">The model.</param>
    /// <param name="isPlain">Neither tools, a response format nor stop sequences are asked for.</param>
    public static ReasoningWish Read(OpenAIProvider provider, RequestFields body, OpenAIModel model, bool isPlain)
    {
        var switches = provider.Dialect.Reasoning;
        var depth = ReadEffort(provider, body, model) ?? ReadTemplate(body, switches);
        if (model.ThinksAlone && !isPlain && depth > 0)
            throw provider.Errors.Invalid("reasoning_effort", "tools, response_format and stop need reasoning_effort none.");
        depth ??= model.Thinks && (isPlain || !model.ThinksAlone) ? 1 : 0;
        var place = body.Boolean("include_reasoning") is false && (switches & ReasoningSwitches.ParseOnRequest) != ReasoningSwitches.None ? ReasoningPlace.Nowhere
            : (switches & ReasoningSwitches.ParseOnRequest) != ReasoningSwitches.None && body.Boolean("parse_reasoning") is not true ? ReasoningPlace.Inline
            : ReasoningPlace.Apart;
        return new ReasoningWish(depth.Value, place);
    }

    private static int? ReadEffort(OpenAIProvider provider, RequestFields body, OpenAIModel model)
    {
        var switches = provider.Dialect.Reasoning;
        if ((switches & ReasoningSwitches.Effort) == ReasoningSwitches.None)
            return null;
        var effort = body.Text("reasoning_effort");
        if (effort is null && (switches & ReasoningSwitches.EffortObject) != ReasoningSwitches.None && body.Object("reasoning") is { } reasoning)
            effort = body.Inner(reasoning).Text("effort");
        // A vLLM server passes over what its model does not know.
        if (effort is null || (provider.Dialect.IsVllm && model.EffortsOn.Count == 0))
            return null;
        if (model.EffortsOff.Contains(effort, StringComparer.Ordinal))
            return 0;
        var depth = model.EffortsOn.TakeWhile(on => !string.Equals(on, effort, StringComparison.Ordinal)).Count() + 1;
        return depth <= model.EffortsOn.Count ? depth : throw provider.Errors.Invalid("reasoning_effort", "The model does not accept this reasoning_effort.");
    }

    private static int? ReadTemplate(RequestFields body, ReasoningSwitches switches)
    {
        if ((switches & (ReasoningSwitches.EnableThinking | ReasoningSwitches.ForceOrSkip)) == ReasoningSwitches.None || body.Object("chat_template_kwargs") is not { } template)
            return null;
        var fields = body.Inner(template);
        if ((switches & ReasoningSwitches.EnableThinking) != ReasoningSwitches.None && fields.Boolean("enable_thinking") is { } enabled)
            return enabled ? SwitchedOn : 0;
        if ((switches & ReasoningSwitches.ForceOrSkip) == ReasoningSwitches.None)
            return null;
        if (fields.Boolean("skip_reasoning") is true)
            return 0;
        return fields.Boolean("force_reasoning") is true ? SwitchedOn : null;
    }
}
