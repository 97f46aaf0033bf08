using System.Globalization;
using Microsoft.Extensions.AI;

namespace HyperscaleSdk;

/// <summary>Copies of options as they may be sent. The caller's options are not touched.</summary>
internal static class OptionsGuard
{
    public static ChatOptions? Guard(GuardSession session, ChatOptions? options)
    {
        if (options is null)
        {
            return null;
        }

        if (options.GetType() != typeof(ChatOptions))
        {
            session.Unreadable(Place.OfOptions("options"), "they are of a type that the guard does not know");
        }

        var guarded = options.Clone();
        session.Fixed(options.ModelId, Place.OfOptions("model id"));
        session.Fixed(options.ConversationId, Place.OfOptions("conversation id"));
        session.Fixed((options.ToolMode as RequiredChatToolMode)?.RequiredFunctionName, Place.OfOptions("tool mode"));
        session.Fixed(options.Seed?.ToString(CultureInfo.InvariantCulture), Place.OfOptions("seed"));
        guarded.Instructions = session.Text(options.Instructions, Place.OfOptions("instructions"));
        guarded.StopSequences = options.StopSequences is null ? null : [.. options.StopSequences.Select(stop => session.Text(stop, Place.OfOptions("stop sequence")))];
        guarded.ResponseFormat = Format(session, options.ResponseFormat);
        guarded.Tools = options.Tools is null ? null : [.. options.Tools.Select(tool => ToolGuard.Guard(session, tool))];
        guarded.AdditionalProperties = ValueGuard.Properties(session, options.AdditionalProperties, Place.OfOptions("options"));
        guarded.RawRepresentationFactory = RawRequestGuard.Guard(session, options.RawRepresentationFactory);
        return guarded;
    }

    public static EmbeddingGenerationOptions? Guard(GuardSession session, EmbeddingGenerationOptions? options)
    {
        if (options is null)
        {
            return null;
        }

        if (options.GetType() != typeof(EmbeddingGenerationOptions))
        {
            session.Unreadable(Place.OfOptions("options"), "they are of a type that the guard does not know");
        }

        var guarded = options.Clone();
        session.Fixed(options.ModelId, Place.OfOptions("model id"));
        guarded.AdditionalProperties = ValueGuard.Properties(session, options.AdditionalProperties, Place.OfOptions("options"));
        guarded.RawRepresentationFactory = RawRequestGuard.Guard(session, options.RawRepresentationFactory);
        return guarded;
    }

    private static ChatResponseFormat? Format(GuardSession session, ChatResponseFormat? format)
    {
        if (format is not ChatResponseFormatJson { Schema: { } schema } json)
        {
            return format;
        }

        var place = Place.OfOptions("response format");
        return new ChatResponseFormatJson(
            ValueGuard.Element(session, schema, key: null, place), session.Fixed(json.SchemaName, place), session.Text(json.SchemaDescription, place));
    }
}
