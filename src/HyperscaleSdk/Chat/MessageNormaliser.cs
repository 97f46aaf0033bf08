using System.Text;
using Microsoft.Extensions.AI;

namespace HyperscaleSdk.Runtime;

/// <summary>
/// Turns the caller's messages into wire messages. Roles: <c>developer</c> is a system message, any other unknown role a user
/// message. Left out: reasoning, usage, errors and contents that this version does not know. Refused: files and data that are
/// not images.
/// </summary>
internal sealed class MessageNormaliser(ChatCall call)
{
    private readonly List<WireMessage> _messages = [];

    public bool HasImages { get; private set; }

    public List<WireMessage> Normalise(IEnumerable<ChatMessage> messages, string? instructions)
    {
        if (messages.TryGetNonEnumeratedCount(out var count))
        {
            _messages.Capacity = count;
        }

        if (!string.IsNullOrWhiteSpace(instructions))
        {
            _messages.Add(new WireMessage("system", instructions));
        }

        foreach (var message in messages)
        {
            Add(message);
        }

        return _messages;
    }

    private static string RoleOf(ChatRole role)
    {
        if (role == ChatRole.System || string.Equals(role.Value, "developer", StringComparison.OrdinalIgnoreCase))
        {
            return "system";
        }

        return role == ChatRole.Assistant ? "assistant" : role == ChatRole.Tool ? "tool" : "user";
    }

    private void Add(ChatMessage message)
    {
        var role = RoleOf(message.Role);

        // The common case, without lists and builders.
        if (message.Contents is [TextContent only])
        {
            _messages.Add(new WireMessage(role, only.Text) { AuthorName = message.AuthorName, Raw = message.RawRepresentation });
            return;
        }

        var results = false;
        StringBuilder? text = null;
        List<WirePart>? parts = null;
        List<WireToolCall>? calls = null;
        foreach (var content in message.Contents)
        {
            switch (content)
            {
                case FunctionResultContent result:
                    results = true;
                    AddResult(result, message);
                    break;
                case FunctionCallContent made:
                    (calls ??= []).Add(new WireToolCall(made.CallId, made.Name, JsonValues.ArgumentsText(made.Arguments)));
                    break;
                case TextContent part:
                    (text ??= new StringBuilder()).Append(part.Text);
                    (parts ??= []).Add(WirePart.OfText(part.Text));
                    break;
                default:
                    if (ToImage(content) is { } image)
                    {
                        (parts ??= []).Add(image);
                        HasImages = true;
                    }

                    break;
            }
        }

        if (results && text is null && calls is null && parts is null)
        {
            return;
        }

        _messages.Add(new WireMessage(role, text?.ToString() ?? string.Empty)
        {
            Parts = HasImage(parts) ? parts : null,
            ToolCalls = calls ?? (IReadOnlyList<WireToolCall>)[],
            AuthorName = message.AuthorName,
            Raw = message.RawRepresentation,
        });
    }

    private static bool HasImage(List<WirePart>? parts)
    {
        if (parts is not null)
        {
            foreach (var part in parts)
            {
                if (part.Text is null)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private void AddResult(FunctionResultContent result, ChatMessage message)
        => _messages.Add(new WireMessage("tool", JsonValues.ResultText(result))
        {
            ToolCallId = result.CallId,
            ToolName = ToolOf(result.CallId),
            AuthorName = message.AuthorName,
            Raw = message.RawRepresentation,
        });

    private string? ToolOf(string callId)
    {
        for (var i = _messages.Count - 1; i >= 0; i--)
        {
            foreach (var made in _messages[i].ToolCalls)
            {
                if (string.Equals(made.Id, callId, StringComparison.Ordinal))
                {
                    return made.Name;
                }
            }
        }

        return null;
    }

    private WirePart? ToImage(AIContent content)
    {
        switch (content)
        {
            case DataContent data when data.HasTopLevelMediaType("image"):
                return WirePart.OfImageData(data.Uri, data.MediaType);
            case UriContent uri when uri.HasTopLevelMediaType("image"):
                return WirePart.OfImageUrl(uri.Uri.AbsoluteUri, uri.MediaType);
            case DataContent data:
                throw Refused($"data of the type '{data.MediaType}' cannot be sent; only images can");
            case UriContent uri:
                throw Refused($"an address of the type '{uri.MediaType}' cannot be sent; only images can");
            case HostedFileContent or HostedVectorStoreContent:
                throw Refused("a file kept at a provider cannot be sent; give its text or an image instead");
            default:
                return null;
        }
    }

    private HyperscaleRequestException Refused(string reason) => Failures.Unsupported(call.Provider, call.Model, reason);
}
