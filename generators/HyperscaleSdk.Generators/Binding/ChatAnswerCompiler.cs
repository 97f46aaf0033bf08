using System.Linq;
using HyperscaleSdk.Generators.Emission;
using HyperscaleSdk.Generators.Planning;
using HyperscaleSdk.Specification.Diagnostics;
using HyperscaleSdk.Specification.Text;

namespace HyperscaleSdk.Generators.Binding;

/// <summary>Compiles where the unified answer's parts stand in a response body or in the data of an event: one vocabulary for both.</summary>
internal sealed class ChatAnswerCompiler
{
    private readonly RouteCompiler _route;

    public ChatAnswerCompiler(RouteCompiler route) => _route = route;

    private BindingContext Context => _route.Context;

    private PathCompiler Paths => _route.Paths;

    public void Emit(CodeWriter writer, PathCompiler.Expression root, SpecNode? mapping, string what)
    {
        if (mapping is null || mapping.Kind == SpecNodeKind.Null)
        {
            return;
        }

        Context.AllowOnly(mapping, what, "id", "model", "created", "text", "reasoning", "refusal", "toolCalls", "finish", "usage", "fail", "ends");
        EmitFailure(writer, root, mapping["fail"]);
        EmitIdentity(writer, root, mapping);
        EmitText(writer, root, mapping["reasoning"], "Reasoning");
        EmitText(writer, root, mapping["text"], "Text");
        EmitText(writer, root, mapping["refusal"], "Refusal");
        EmitToolCalls(writer, root, mapping["toolCalls"]);
        EmitFinish(writer, root, mapping["finish"]);
        EmitUsage(writer, root, mapping["usage"]);
        if (mapping["ends"] is { } ends && ends.TryGetBoolean(out var isEnd) && isEnd)
        {
            writer.Line("answer.End();");
        }
    }

    /// <summary>An error inside a body or event whose transport succeeded.</summary>
    public void EmitFailure(CodeWriter writer, PathCompiler.Expression root, SpecNode? fail)
    {
        if (fail is null)
        {
            return;
        }

        Context.AllowOnly(fail, "fail", "code", "message", "unless", "always");
        var code = TextAt(root, fail["code"]);
        var message = TextAt(root, fail["message"]);
        if (code is null && message is null)
        {
            return;
        }

        if (fail["always"] is { } always && always.TryGetBoolean(out var isAlways) && isAlways)
        {
            writer.Line($"answer.Fail({code ?? "null"}, {message ?? "null"});");
            return;
        }

        var success = BindingContext.Texts(fail["unless"]);
        var condition = success.Count > 0 && code is not null
            ? $"{code} is {{ }} code && !({string.Join(" || ", success.Select(Matches))})"
            : $"({code ?? "null"}) is not null || ({message ?? "null"}) is not null";
        if (success.Count == 0 && (code is null || message is null))
        {
            condition = $"({code ?? message}) is not null";
        }

        using (writer.Block($"if ({condition})"))
        {
            writer.Line($"answer.Fail({code ?? "null"}, {message ?? "null"});");
            writer.Line("return;");
        }
    }

    // "FR-2*" stands for every code that starts so.
    private static string Matches(string pattern)
        => pattern.EndsWith("*", System.StringComparison.Ordinal)
            ? $"code.StartsWith({CSharp.Literal(pattern.TrimEnd('*'))}, StringComparison.Ordinal)"
            : $"code == {CSharp.Literal(pattern)}";

    private void EmitIdentity(CodeWriter writer, PathCompiler.Expression root, SpecNode mapping)
    {
        var id = TextAt(root, mapping["id"]);
        var model = TextAt(root, mapping["model"]);
        var created = CountAt(root, mapping["created"]);
        if (id is not null || model is not null || created is not null)
        {
            writer.Line($"answer.Identity({id ?? "null"}, {model ?? "null"}, {created ?? "null"});");
        }
    }

    private void EmitText(CodeWriter writer, PathCompiler.Expression root, SpecNode? pointers, string member)
    {
        var texts = BindingContext.Items(pointers).Select(pointer => TextAt(root, pointer)).Where(text => text is not null).ToList();
        if (texts.Count > 0)
        {
            writer.Line($"answer.{member}({string.Join(" ?? ", texts)});");
        }
    }

    private void EmitToolCalls(CodeWriter writer, PathCompiler.Expression root, SpecNode? toolCalls)
    {
        if (toolCalls?["at"] is not { } at || Find(root, at) is not { } list)
        {
            return;
        }

        Context.AllowOnly(toolCalls, "toolCalls", "at", "id", "name", "arguments", "index", "fragment", "replaces");
        if (Paths.ElementOf(list.Type) is not { Kind: TypeKind.Model } element || list.Type.Kind != TypeKind.List)
        {
            Context.Report(
                SpecIds.BindingType,
                at,
                $"'{at.Scalar}' has to be an array of objects.",
                $"'{at.Scalar}' 멤버는 객체 배열이어야 합니다.");
            return;
        }

        using (writer.Block($"if ({list.Code} is {{ Count: > 0 }} toolCalls)"))
        {
            if (toolCalls["replaces"] is { } replaces && replaces.TryGetBoolean(out var doesReplace) && doesReplace)
            {
                writer.Line("answer.ReplaceToolCalls();");
            }

            using (writer.Block("foreach (var toolCall in toolCalls)"))
            {
                var call = new PathCompiler.Expression("toolCall", element, MayBeNull: false);
                var id = TextAt(call, toolCalls["id"]) ?? "null";
                var name = TextAt(call, toolCalls["name"]) ?? "null";
                if (toolCalls["fragment"] is { } fragment)
                {
                    writer.Line($"answer.ToolCallFragment({CountAt(call, toolCalls["index"]) ?? "null"}, {id}, {name}, {TextAt(call, fragment) ?? "null"});");
                }
                else if (toolCalls["arguments"] is { } arguments && Find(call, arguments) is { } value)
                {
                    writer.Line($"answer.ToolCall({id}, {name}, {(value.Type.Kind == TypeKind.Any ? value.Code : Paths.AsText(value, arguments))});");
                }
            }
        }
    }

    private void EmitFinish(CodeWriter writer, PathCompiler.Expression root, SpecNode? finish)
    {
        if (finish is null)
        {
            return;
        }

        Context.AllowOnly(finish, "finish", "at", "values");
        if (finish["at"] is not { } at || TextAt(root, at) is not { } text)
        {
            return;
        }

        var table = (finish["values"]?.Members ?? System.Array.Empty<SpecMember>()).Select(member => $"({CSharp.Literal(member.Name)}, {CSharp.Literal(member.Value.Scalar ?? "")})").ToList();
        writer.Line($"answer.Finish(ChatAnswer.FinishReason({text}, [{string.Join(", ", table)}]));");
    }

    private void EmitUsage(CodeWriter writer, PathCompiler.Expression root, SpecNode? usage)
    {
        if (usage is null)
        {
            return;
        }

        Context.AllowOnly(usage, "usage", "input", "output", "total", "cachedInput", "reasoning");
        var parts = new[] { "input", "output", "total", "cachedInput", "reasoning" }.Select(key => CountAt(root, usage[key]) ?? "null").ToList();
        if (parts.Exists(part => part != "null"))
        {
            writer.Line($"answer.Usage({string.Join(", ", parts)});");
        }
    }

    private string? TextAt(PathCompiler.Expression root, SpecNode? pointer)
        => pointer is not null && Find(root, pointer) is { } value ? Paths.AsText(value, pointer) : null;

    private string? CountAt(PathCompiler.Expression root, SpecNode? pointer)
        => pointer is not null && Find(root, pointer) is { } value ? Paths.AsCount(value, pointer) : null;

    private PathCompiler.Expression? Find(PathCompiler.Expression root, SpecNode pointer) => Paths.Get(root, pointer);
}
