using Microsoft.Extensions.AI;

namespace HyperscaleSdk;

/// <summary>
/// Puts values back into a stream. Every update is passed on at once and in order; only what may be the beginning of a placeholder
/// is held back, separately for each message and for its text and its reasoning.
/// </summary>
internal sealed class StreamRestorer(GuardSession session, bool isJson)
{
    private readonly Dictionary<string, HeldText> _messages = new(StringComparer.Ordinal);
    private string _message = string.Empty;
    private bool _isReported;

    /// <summary>The update as the caller gets it.</summary>
    public ChatResponseUpdate Next(ChatResponseUpdate update)
    {
        // An update without an id goes on with the message before it.
        _message = update.MessageId ?? _message;
        if (!_messages.TryGetValue(_message, out var held))
        {
            _messages.Add(_message, held = new HeldText());
        }

        held.Latest = update;
        var contents = Contents(update, held);
        var report = _isReported ? null : session.Report();
        _isReported = true;
        if (contents is null && report is null)
        {
            return update;
        }

        var restored = update.Clone();
        restored.Contents = contents ?? update.Contents;
        if (report is not null)
        {
            restored.AdditionalProperties = AnswerRestorer.With(update.AdditionalProperties, report);
        }

        return restored;
    }

    /// <summary>What is left when the stream has ended.</summary>
    public IEnumerable<ChatResponseUpdate> Rest()
    {
        foreach (var held in _messages.Values)
        {
            if (held.IsEmpty)
            {
                continue;
            }

            var latest = held.Latest!;
            var contents = new List<AIContent>();
            Release(held, contents);
            yield return new ChatResponseUpdate(latest.Role, contents)
            {
                AuthorName = latest.AuthorName,
                MessageId = latest.MessageId,
                ResponseId = latest.ResponseId,
                ConversationId = latest.ConversationId,
                ModelId = latest.ModelId,
                CreatedAt = latest.CreatedAt,
            };
        }
    }

    // Null when the update stays as it is.
    private List<AIContent>? Contents(ChatResponseUpdate update, HeldText held)
    {
        var contents = new List<AIContent>(update.Contents.Count + 1);
        foreach (var content in update.Contents)
        {
            switch (content)
            {
                case TextContent text:
                    var real = session.Restore(held.Text + text.Text, isJson, out var rest, isLast: false);
                    held.Text = rest;
                    Add(contents, text, text.Text, real);
                    break;
                case TextReasoningContent reasoning:
                    // A signature closes the block it signs.
                    real = session.Restore(held.Reasoning + reasoning.Text, isJson: false, out rest, isLast: reasoning.ProtectedData is not null);
                    held.Reasoning = rest;
                    Add(contents, reasoning, reasoning.Text, real);
                    break;
                case UsageContent:
                    contents.Add(content);
                    break;
                default:
                    // What follows a tool call is a text of its own.
                    Release(held, contents);
                    contents.Add(AnswerContents.Restore(session, content, isJson));
                    break;
            }
        }

        if (update.FinishReason is not null)
        {
            Release(held, contents);
        }

        return IsSame(contents, update.Contents) ? null : contents;
    }

    private static void Add(List<AIContent> contents, TextContent content, string text, string real)
    {
        if (string.Equals(text, real, StringComparison.Ordinal))
        {
            contents.Add(content);
        }
        else if (real.Length > 0)
        {
            contents.Add(AnswerContents.WithText(content, real));
        }
    }

    private static void Add(List<AIContent> contents, TextReasoningContent content, string text, string real)
    {
        if (string.Equals(text, real, StringComparison.Ordinal))
        {
            contents.Add(content);
        }
        else if (real.Length > 0 || content.ProtectedData is not null)
        {
            contents.Add(AnswerContents.WithText(content, real));
        }
    }

    private static void Release(HeldText held, List<AIContent> contents)
    {
        if (held.Reasoning.Length > 0)
        {
            contents.Add(new TextReasoningContent(held.Reasoning));
        }

        if (held.Text.Length > 0)
        {
            contents.Add(new TextContent(held.Text));
        }

        held.Text = held.Reasoning = string.Empty;
    }

    private static bool IsSame(List<AIContent> contents, IList<AIContent> before)
    {
        if (contents.Count != before.Count)
        {
            return false;
        }

        for (var i = 0; i < contents.Count; i++)
        {
            if (!ReferenceEquals(contents[i], before[i]))
            {
                return false;
            }
        }

        return true;
    }
}
