using Microsoft.Extensions.AI;

namespace HyperscaleSdk;

/// <summary>Copies of messages as they may be sent. The caller's messages are not touched.</summary>
internal static class MessageGuard
{
    // The label under which an author's name is read; it is one, whatever the recogniser thinks of it alone.
    private const string AuthorLabel = "이름";

    public static IList<ChatMessage> Guard(GuardSession session, IReadOnlyList<ChatMessage> messages)
    {
        var guarded = new List<ChatMessage>(messages.Count);
        for (var i = 0; i < messages.Count; i++)
        {
            guarded.Add(Guard(session, messages[i], Place.OfMessage(i, messages[i].Role)));
        }

        return guarded;
    }

    private static ChatMessage Guard(GuardSession session, ChatMessage message, Place place)
    {
        session.Fixed(message.Role.Value, place.In("role"));
        return new ChatMessage(message.Role, Contents(session, message.Contents, place))
        {
            AuthorName = session.Text(message.AuthorName, place.In("author name"), AuthorLabel),
            MessageId = session.Text(message.MessageId, place.In("message id"), form: TextForm.Key),
            CreatedAt = message.CreatedAt,
            AdditionalProperties = ValueGuard.Properties(session, message.AdditionalProperties, place),
        };
    }

    private static List<AIContent> Contents(GuardSession session, IList<AIContent> contents, Place place)
    {
        // Providers join the texts of a message, so they are read as one as well.
        var texts = session.Texts([.. contents.OfType<TextContent>().Select(content => content.Text)], place);
        var guarded = new List<AIContent>(contents.Count);
        var next = 0;
        foreach (var content in contents)
        {
            guarded.Add(content is TextContent text ? ContentGuard.Text(session, text, texts[next++], place) : ContentGuard.Guard(session, content, place));
        }

        return guarded;
    }
}
