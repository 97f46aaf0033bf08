using System.Globalization;
using HyperscaleSdk.Emulator.Conversation;
using HyperscaleSdk.Emulator.Text;

namespace HyperscaleSdk.Emulator.Tools;

/// <summary>Decides which functions the model calls: those demanded, or those whose words the question shares.</summary>
internal static class ToolSelector
{
    private const int MaximumCalls = 4;

    public static IReadOnlyList<ToolCall> Select(ChatPrompt prompt)
    {
        var chosen = Choose(prompt);
        if (chosen.Count == 0)
            return [];
        var hints = PromptHints.From(prompt);
        var seed = StableHash.Of(string.Join('\n', prompt.Turns.Select(turn => turn.Text)), (ulong)prompt.Turns.Count);
        return [.. chosen.Select((tool, index) => new ToolCall(CreateId(seed, index), tool.Name, JsonInstance.CreateText(tool.Parameters, hints, requiredOnly: true)))];
    }

    private static IReadOnlyList<ToolOffer> Choose(ChatPrompt prompt)
    {
        if (prompt.Tools.Count == 0 || prompt.Demand == ToolDemand.None)
            return [];
        if (prompt.Demand == ToolDemand.Named)
            return [prompt.Tools.First(tool => string.Equals(tool.Name, prompt.DemandedTool, StringComparison.Ordinal))];

        // A question that has its tool results is answered, unless the caller insists on another call.
        var question = prompt.Turns[^1].Role is "tool" ? "" : prompt.LastUserTurn?.Text ?? "";
        var matches = Match(prompt, question);
        return matches.Count == 0 && prompt.Demand == ToolDemand.Required ? [prompt.Tools[0]] : matches;
    }

    private static List<ToolOffer> Match(ChatPrompt prompt, string question)
    {
        var asked = ToolWords.Of(question);
        var scored = prompt.Tools
            .Select(tool => (Tool: tool, Names: Shared(asked, ToolWords.OfName(tool.Name)), Texts: Shared(asked, ToolWords.Of(tool.Description))))
            .Where(match => match.Names.Count + match.Texts.Count > 0)
            .OrderByDescending(match => (match.Names.Count * 3) + match.Texts.Count)
            .ToList();

        List<ToolOffer> chosen = [];
        HashSet<string> covered = new(StringComparer.Ordinal);
        foreach (var (tool, names, texts) in scored)
        {
            // A second function is called only for something the first does not stand for.
            if (chosen.Count > 0 && (!prompt.ParallelCalls || chosen.Count == MaximumCalls || !names.Except(covered, StringComparer.Ordinal).Any()))
                continue;
            chosen.Add(tool);
            covered.UnionWith(names);
            covered.UnionWith(texts);
        }

        return chosen;
    }

    private static List<string> Shared(HashSet<string> asked, HashSet<string> offered)
        => [.. asked.Where(offered.Contains).Order(StringComparer.Ordinal)];

    private static string CreateId(ulong seed, int index)
        => string.Create(CultureInfo.InvariantCulture, $"call_{StableHash.Of("call", seed):x16}{index:x8}");
}
