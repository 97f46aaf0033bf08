using System.Collections.Generic;
using System.Linq;
using HyperscaleSdk.Recognition;
using Microsoft.CodeAnalysis;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>The variables of one method that hold the text of a prompt: what is sent, and what that is made of. Those that are also logged are reported at the end.</summary>
internal sealed class PromptVariables
{
    // What people call the text that goes into a prompt; an order's number in it is not its text.
    private static readonly HashSet<string> Texts = new(System.StringComparer.Ordinal)
    {
        "prompt", "prompts", "question", "questions", "text", "texts", "message", "messages", "content", "contents", "body", "input", "query", "request", "instruction", "instructions", "conversation",
        "history", "utterance", "transcript", "memo", "note", "notes", "description", "comment", "review", "letter", "document", "article", "passage", "paragraph", "sentence", "story", "draft",
        "inquiry", "complaint", "symptoms", "answer", "reply", "dialogue", "speech", "chunk", "context",
        "프롬프트", "질문", "문의", "내용", "본문", "메시지", "대화", "메모", "답변", "글", "사연", "후기", "상담",
    };

    private readonly HashSet<ISymbol> _sent = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, HashSet<ISymbol>> _parts = new(SymbolEqualityComparer.Default);
    private readonly List<(FlowSink Sink, SyntaxNode At, ISymbol Variable)> _logged = [];

    /// <summary>True for a variable that is called like the text of a prompt, and not like a number or a state that stands in it.</summary>
    public static bool IsText(string name) => IdentifierTokens.Split(name) is { Count: > 0 } words && Texts.Contains(words[words.Count - 1]);

    /// <summary>The variable goes to an AI supplier.</summary>
    public void Send(ISymbol variable) => _sent.Add(variable);

    /// <summary>The text or the messages in a variable are made of those in another.</summary>
    public void Make(ISymbol whole, ISymbol part)
    {
        if (!_parts.TryGetValue(whole, out var parts))
        {
            _parts[whole] = parts = new(SymbolEqualityComparer.Default);
        }

        parts.Add(part);
    }

    /// <summary>The variable is written to a log.</summary>
    public void Log(FlowSink sink, SyntaxNode at, ISymbol variable) => _logged.Add((sink, at, variable));

    /// <summary>What goes to an AI supplier, and what that is made of.</summary>
    public HashSet<ISymbol> Sent() => PartsOf(_sent);

    /// <summary>Something was logged that may be a prompt.</summary>
    public bool AreLogged => _logged.Count > 0;

    /// <summary>What was logged of a prompt.</summary>
    /// <param name="sent">What the method sends.</param>
    /// <returns>Also the members of which another method has to send one, for it to be a prompt; null where this method sends it.</returns>
    public IEnumerable<(FlowSink Sink, SyntaxNode At, ISymbol Variable, ISymbol[]? Members)> Found(HashSet<ISymbol> sent)
    {
        var kept = _parts.Keys.Concat(_logged.Select(logged => logged.Variable)).Where(IsMember).Distinct<ISymbol>(SymbolEqualityComparer.Default).Select(member => (Member: member, Parts: PartsOf([member]))).ToList();
        foreach (var (sink, at, variable) in _logged)
        {
            var members = sent.Contains(variable) ? null : kept.Where(whole => whole.Parts.Contains(variable)).Select(whole => whole.Member).ToArray();
            if (members is not { Length: 0 })
            {
                yield return (sink, at, variable, members);
            }
        }
    }

    /// <summary>What other methods can send or log as well: fields, properties, and what a method returns.</summary>
    public static bool IsMember(ISymbol variable) => variable is IFieldSymbol { IsConst: false } or IPropertySymbol or IMethodSymbol;

    private HashSet<ISymbol> PartsOf(IEnumerable<ISymbol> wholes)
    {
        var all = new HashSet<ISymbol>(wholes, SymbolEqualityComparer.Default);
        var pending = new Stack<ISymbol>(all);
        while (pending.Count > 0)
        {
            foreach (var part in _parts.TryGetValue(pending.Pop(), out var parts) ? parts : [])
            {
                if (all.Add(part))
                {
                    pending.Push(part);
                }
            }
        }

        return all;
    }
}
