using HyperscaleSdk.Generators.Emission;
using HyperscaleSdk.Generators.Planning;

namespace HyperscaleSdk.Cli.Spec.Docs.Building;

/// <summary>A method of the typed client, read from the emitted source, so that the page cannot show another one than a build gets.</summary>
/// <param name="Declaration">The declaration as it stands in the source, without <c>public</c>.</param>
/// <param name="Result">What it returns.</param>
/// <param name="Name">Its name.</param>
/// <param name="Arguments">Its arguments, in order.</param>
internal sealed record EmittedMethod(string Declaration, string Result, string Name, IReadOnlyList<MethodArgument> Arguments)
{
    // Members of the client stand one level deep; text of the document never begins a line of its own.
    private const string Public = "    public ";
    private const string Param = "    /// <param name=\"";

    public static IReadOnlyList<EmittedMethod> Of(ClientPlan client, OperationPlan operation)
    {
        var methods = new List<EmittedMethod>();
        var docs = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in OperationEmitter.Emit(client, operation).Split('\n'))
        {
            if (line.StartsWith(Param, StringComparison.Ordinal) && line.EndsWith("</param>", StringComparison.Ordinal))
            {
                var end = line.IndexOf('"', Param.Length);
                docs[line[Param.Length..end]] = line[(end + 2)..^"</param>".Length].Replace("<c>", "`", StringComparison.Ordinal).Replace("</c>", "`", StringComparison.Ordinal);
            }
            else if (line.StartsWith(Public, StringComparison.Ordinal) && line.EndsWith(')'))
            {
                methods.Add(Read(line[Public.Length..], docs));
                docs.Clear();
            }
        }

        return methods;
    }

    private static EmittedMethod Read(string declaration, Dictionary<string, string> docs)
    {
        var (head, arguments) = Split(declaration);
        var space = head.LastIndexOf(' ');
        var result = head[..space].Replace("async ", "", StringComparison.Ordinal);
        return new EmittedMethod(declaration, result, head[(space + 1)..], [.. arguments.Select(item => Argument(item, docs))]);
    }

    // "string? name = null" or "[EnumeratorCancellation] CancellationToken cancellationToken = default"
    private static MethodArgument Argument(string text, Dictionary<string, string> docs)
    {
        var start = text.StartsWith('[') ? text.IndexOf(']', StringComparison.Ordinal) + 1 : 0;
        var equals = text.IndexOf(" = ", StringComparison.Ordinal);
        var declaration = (equals < 0 ? text : text[..equals])[start..].Trim();
        var space = declaration.LastIndexOf(' ');
        var name = declaration[(space + 1)..];
        return new MethodArgument(declaration[..space], name, equals < 0, docs.GetValueOrDefault(name.TrimStart('@'), ""));
    }

    // The last pair of brackets holds the arguments: a result may have some of its own.
    private static (string Head, List<string> Arguments) Split(string text)
    {
        var depth = 0;
        var start = text.Length - 1;
        for (; start >= 0; start--)
        {
            depth += text[start] switch { ')' => 1, '(' => -1, _ => 0 };
            if (depth == 0)
            {
                break;
            }
        }

        var items = new List<string>();
        var from = start + 1;
        for (var i = from; i < text.Length; i++)
        {
            depth += text[i] switch { '<' or '(' or '[' => 1, '>' or ')' or ']' => -1, _ => 0 };
            if (depth < 0 || (depth == 0 && text[i] == ','))
            {
                if (text[from..i].Trim() is { Length: > 0 } item)
                {
                    items.Add(item);
                }

                from = i + 1;
            }
        }

        return (text[..start], items);
    }
}
