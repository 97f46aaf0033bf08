using System.Text;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace HyperscaleSdk.Runtime;

/// <content>Text, reasoning, refusals and tool calls.</content>
public sealed partial class ChatAnswer
{
    private string? _text;
    private string? _reasoning;
    private string? _refusal;
    private List<ToolCallParts>? _toolCalls;

    internal long ContentBytes { get; private set; }

    internal bool HasAnything => HasDelta || _refusal is not null || _toolCalls is not null || _hasUsage || Reason is not null;

    internal bool HasDelta => _text is not null || _reasoning is not null;

    /// <summary>Text of the answer, or the next piece of it.</summary>
    /// <param name="text">The text; empty and <see langword="null"/> are ignored.</param>
    public void Text(string? text) => Append(ref _text, text);

    /// <summary>What the model thought, or the next piece of it.</summary>
    /// <param name="text">The text; empty and <see langword="null"/> are ignored.</param>
    public void Reasoning(string? text) => Append(ref _reasoning, text);

    /// <summary>Why the model refuses to answer, or the next piece of it.</summary>
    /// <param name="text">The text; empty and <see langword="null"/> are ignored.</param>
    public void Refusal(string? text) => Append(ref _refusal, text);

    /// <summary>A complete tool call.</summary>
    /// <param name="id">The call's id; one is made when there is none.</param>
    /// <param name="name">The tool's name; a call without one is skipped.</param>
    /// <param name="argumentsText">The arguments as JSON text; empty means none.</param>
    public void ToolCall(string? id, string? name, string? argumentsText)
    {
        var call = Start(null, id, name);
        call.Append(argumentsText);
        Count(argumentsText);
    }

    /// <summary>A complete tool call.</summary>
    /// <param name="id">The call's id; one is made when there is none.</param>
    /// <param name="name">The tool's name; a call without one is skipped.</param>
    /// <param name="argumentsObject">The arguments as a JSON object; <see langword="null"/> means none.</param>
    public void ToolCall(string? id, string? name, JsonElement? argumentsObject)
        => Start(null, id, name).Arguments = argumentsObject is { ValueKind: not (JsonValueKind.Undefined or JsonValueKind.Null) } ? argumentsObject : null;

    /// <summary>A piece of a tool call.</summary>
    /// <param name="index">Which call of the answer; <see langword="null"/> when the provider does not say: then a new id or name starts a call, and all else belongs to the last.</param>
    /// <param name="id">The call's id; <see langword="null"/> or empty in pieces that don't repeat it.</param>
    /// <param name="name">The tool's name; <see langword="null"/> or empty in pieces that don't repeat it.</param>
    /// <param name="fragment">The next piece of the arguments' JSON text.</param>
    public void ToolCallFragment(long? index, string? id, string? name, string? fragment)
    {
        var call = Find(index, id, name) ?? Start(index, id, name);
        call.Id ??= string.IsNullOrEmpty(id) ? null : id;
        call.Name ??= string.IsNullOrEmpty(name) ? null : name;
        call.Append(fragment);
        Count(fragment);
    }

    /// <summary>Forgets the tool calls gathered so far: complete ones follow.</summary>
    public void ReplaceToolCalls() => _toolCalls?.Clear();

    internal List<AIContent> TakeDelta()
    {
        var contents = new List<AIContent>(_reasoning is not null && _text is not null ? 2 : 1);
        if (_reasoning is not null)
        {
            contents.Add(new TextReasoningContent(_reasoning));
            _reasoning = null;
        }

        if (_text is not null)
        {
            contents.Add(new TextContent(_text));
            _text = null;
        }

        return contents;
    }

    internal void TakeRest(List<AIContent> contents)
    {
        if (_refusal is not null)
        {
            contents.Add(new ErrorContent(_refusal) { ErrorCode = "refusal" });
        }

        if (_toolCalls is null)
        {
            return;
        }

        foreach (var call in _toolCalls)
        {
            if (call.ToContent() is { } content)
            {
                contents.Add(content);
            }
        }
    }

    private void Append(ref string? target, string? text)
    {
        if (!string.IsNullOrEmpty(text))
        {
            target = target is null ? text : target + text;
            Count(text);
        }
    }

    private void Count(string? text) => ContentBytes += text is null ? 0 : Encoding.UTF8.GetByteCount(text);

    private ToolCallParts Start(long? index, string? id, string? name)
    {
        var call = new ToolCallParts
        {
            Index = index,
            Id = string.IsNullOrEmpty(id) ? null : id,
            Name = string.IsNullOrEmpty(name) ? null : name,
        };
        (_toolCalls ??= []).Add(call);
        return call;
    }

    private ToolCallParts? Find(long? index, string? id, string? name)
    {
        if (_toolCalls is not { Count: > 0 } calls)
        {
            return null;
        }

        if (index is null)
        {
            var last = calls[^1];
            return string.IsNullOrEmpty(id)
                ? string.IsNullOrEmpty(name) || last.Name is null ? last : null
                : last.Id is null || string.Equals(last.Id, id, StringComparison.Ordinal) ? last : null;
        }

        for (var i = calls.Count - 1; i >= 0; i--)
        {
            if (calls[i].Index == index)
            {
                // Some servers number every call 0: another id with a name is another call.
                var another = !string.IsNullOrEmpty(id) && !string.IsNullOrEmpty(name)
                    && calls[i].Id is not null && !string.Equals(calls[i].Id, id, StringComparison.Ordinal);
                return another ? null : calls[i];
            }
        }

        return null;
    }
}
