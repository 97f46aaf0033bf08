using System.Text;
using HyperscaleSdk.Specification.Text;

namespace HyperscaleSdk.Policies.Editing;

/// <summary>One insertion into the text of a policy, in the layout that the text has.</summary>
internal sealed class PolicyTextEdit
{
    private readonly string _text;
    private readonly string _newLine;
    private readonly string _step;

    private PolicyTextEdit(string text, SpecNode root)
    {
        _text = text;
        Root = root;
        _newLine = text.IndexOf("\r\n", StringComparison.Ordinal) >= 0 ? "\r\n" : "\n";
        _step = IndentOfFirstMember(root);
    }

    public SpecNode Root { get; }

    /// <summary>Null when the text is not a JSON object, or one with comments or loose commas: an insertion could then go wrong.</summary>
    public static PolicyTextEdit? Open(string text)
    {
        if (text.Length > PolicyReader.MaximumLength)
        {
            return null;
        }

        var session = new ReadSession(Policy.FileName, text, CancellationToken.None);
        var document = session.Finish(new JsonReader(session).ReadDocument());
        return document.Diagnostics.Count == 0 && document.Root is { Kind: SpecNodeKind.Mapping } root ? new PolicyTextEdit(text, root) : null;
    }

    /// <summary>Adds members that the object does not have, and gives those that are null a value.</summary>
    public string AddMembers(SpecNode mapping, IReadOnlyList<(string Name, string Text)> members)
    {
        var added = members.Where(member => mapping[member.Name] is null).Select(member => $"\"{member.Name}\": {member.Text}").ToList();
        var text = added.Count == 0 ? _text : Insert(mapping, mapping.Members.Count == 0 ? -1 : mapping.Members[mapping.Members.Count - 1].Value.Span.End, added);

        // From the last to the first, and all before what was added: no place moves before it is used.
        foreach (var (name, value) in members.Where(member => mapping[member.Name] is { Kind: SpecNodeKind.Null }).OrderByDescending(member => mapping[member.Name]!.Span.Start))
        {
            var span = mapping[name]!.Span;
            text = text.Substring(0, span.Start) + value + text.Substring(span.End);
        }

        return text;
    }

    /// <summary>Adds an object to an array of the root, and the array when it is not there.</summary>
    public string? AddItem(string array, IReadOnlyList<(string Name, string Text)> members)
    {
        if (Root[array] is not { } node)
        {
            return AddMembers(Root, [(array, "[" + _newLine + _step + _step + Object(members, _step + _step) + _newLine + _step + "]")]);
        }

        if (node.Kind != SpecNodeKind.Sequence)
        {
            return null;
        }

        var indent = IndentOfLine(node.Span.Start) + _step;
        return Insert(node, node.Items.Count == 0 ? -1 : node.Items[node.Items.Count - 1].Span.End, [Object(members, indent)]);
    }

    private string Object(IReadOnlyList<(string Name, string Text)> members, string indent)
    {
        var text = new StringBuilder("{");
        for (var i = 0; i < members.Count; i++)
        {
            text.Append(i == 0 ? string.Empty : ",").Append(_newLine).Append(indent).Append(_step).Append('"').Append(members[i].Name).Append("\": ").Append(members[i].Text);
        }

        return text.Append(_newLine).Append(indent).Append('}').ToString();
    }

    private string Insert(SpecNode container, int lastEnd, IReadOnlyList<string> children)
    {
        var outer = IndentOfLine(container.Span.Start);
        if (lastEnd < 0)
        {
            // What stands between the braces is white space.
            var filling = string.Concat(children.Select((child, i) => (i == 0 ? string.Empty : ",") + _newLine + outer + _step + child)) + _newLine + outer;
            return _text.Substring(0, container.Span.Start + 1) + filling + _text.Substring(container.Span.End - 1);
        }

        // An object on one line stays on one line, unless what comes in does not fit there.
        var isOneLine = _text.IndexOf('\n', container.Span.Start, container.Span.Length) < 0 && children.All(child => child.IndexOf('\n') < 0);
        var between = isOneLine ? ", " : "," + _newLine + outer + _step;
        return _text.Substring(0, lastEnd) + string.Concat(children.Select(child => between + child)) + _text.Substring(lastEnd);
    }

    private string IndentOfFirstMember(SpecNode root)
    {
        if (root.Members.Count > 0 && _text.LastIndexOf('\n', root.Members[0].NameSpan.Start) > root.Span.Start)
        {
            var indent = IndentOfLine(root.Members[0].NameSpan.Start);
            if (indent.Length is > 0 and <= 8)
            {
                return indent;
            }
        }

        return "  ";
    }

    private string IndentOfLine(int offset)
    {
        var start = offset == 0 ? 0 : _text.LastIndexOf('\n', offset - 1) + 1;
        start += start < _text.Length && _text[start] == '\uFEFF' ? 1 : 0;
        var end = start;
        while (end < offset && (_text[end] is ' ' or '\t'))
        {
            end++;
        }

        return _text.Substring(start, end - start);
    }
}
