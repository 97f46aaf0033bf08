using System.Text.Json;

namespace HyperscaleSdk.Fuzzing.Trees;

/// <summary>Whether a tree means the same in JSON and in YAML.</summary>
internal static class PlainTree
{
    /// <summary>No alias or merge key, no name twice, every number one that JSON has, every text one that can be encoded.</summary>
    public static bool IsPlain(Tree tree)
    {
        if (tree.Kind == TreeKind.Alias || (tree.Kind == TreeKind.Number && !IsJsonNumber(tree.Text)) || !IsText(tree.Text))
        {
            return false;
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        return tree.Members.TrueForAll(member => member.Name != "<<" && IsText(member.Name) && names.Add(member.Name) && IsPlain(member.Value)) && tree.Items.TrueForAll(IsPlain);
    }

    private static bool IsJsonNumber(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.ValueKind == JsonValueKind.Number;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static bool IsText(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]))
            {
                return false;
            }
        }

        return true;
    }
}
