using System.Text.Json;
using Microsoft.Extensions.AI;

namespace HyperscaleSdk;

/// <summary>Puts values back into arguments and results of an answer. Returns the same object when nothing changes.</summary>
internal static class ValueRestorer
{
    private const int MaxDepth = 100;

    public static object? Restore(GuardSession session, object? value, int depth = 0) => value switch
    {
        _ when depth > MaxDepth => value,
        string text => session.Restore(text),
        JsonElement element => JsonRewriter.Rewrite(element, key: null, (text, _, _) => session.Restore(text)),
        IDictionary<string, object?> entries => Entries(session, entries, depth),
        IList<AIContent> contents => AnswerContents.Restore(session, contents, isJson: false),
        IList<object?> items => Items(session, items, depth),
        AIContent content => AnswerContents.Restore(session, content, isJson: false),
        _ => value,
    };

    public static IDictionary<string, object?> Entries(GuardSession session, IDictionary<string, object?> entries, int depth = 0)
    {
        var changed = false;
        var restored = new Dictionary<string, object?>(entries.Count, StringComparer.Ordinal);
        foreach (var (name, value) in entries)
        {
            var realName = session.Restore(name);
            var realValue = Restore(session, value, depth + 1);
            changed |= !ReferenceEquals(name, realName) || IsChanged(value, realValue);
            restored[realName] = realValue;
        }

        return changed ? restored : entries;
    }

    private static IList<object?> Items(GuardSession session, IList<object?> items, int depth)
    {
        List<object?> restored = [.. items.Select(item => Restore(session, item, depth + 1))];
        for (var i = 0; i < restored.Count; i++)
        {
            if (IsChanged(items[i], restored[i]))
            {
                return restored;
            }
        }

        return items;
    }

    // An element is a struct: two boxes of the same value are not the same object.
    private static bool IsChanged(object? value, object? restored) => value is JsonElement ? !Equals(value, restored) : !ReferenceEquals(value, restored);
}
