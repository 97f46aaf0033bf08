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

    /// <summary>What was logged of a prompt.</summary>
    public IEnumerable<(FlowSink Sink, SyntaxNode At, ISymbol Variable)> Found()
    {
        if (_logged.Count == 0 || _sent.Count == 0)
        {
            return [];
        }

        var prompts = new HashSet<ISymbol>(_sent, SymbolEqualityComparer.Default);
        var pending = new Stack<ISymbol>(_sent);
        while (pending.Count > 0)
        {
            foreach (var part in _parts.TryGetValue(pending.Pop(), out var parts) ? parts : [])
            {
                if (prompts.Add(part))
                {
                    pending.Push(part);
                }
            }
        }

        return _logged.Where(logged => prompts.Contains(logged.Variable));
    }
}
