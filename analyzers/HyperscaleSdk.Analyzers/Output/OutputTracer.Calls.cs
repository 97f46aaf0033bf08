using System;
using System.Collections.Generic;
using System.Linq;
using HyperscaleSdk.Analyzers.Ai;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HyperscaleSdk.Analyzers.Output;

/// <content>What calls give back.</content>
internal sealed partial class OutputTracer
{
    private OutputForms Invocation(IInvocationOperation invocation)
    {
        var method = invocation.TargetMethod;
        if (AnswersOf(invocation) is var answer && answer != OutputForms.None)
        {
            return answer;
        }

        if (IsReader(method))
        {
            return Inputs(invocation) == OutputForms.None ? OutputForms.None : ReadForm(method);
        }

        if (!_policy.FollowsValues && !OutputTypes.CanHold(method.ReturnType) && !method.Parameters.Any(parameter => parameter.RefKind == RefKind.Out))
        {
            return OutputForms.None;
        }

        var body = Body(method, invocation);
        var result = body is null ? OutputForms.None : Enter(invocation, body);

        // What is decided by looking at output is made of it, whoever looks.
        return _policy.FollowsValues || (body is null && IsLibrary(method)) ? result | Inputs(invocation) : result;
    }

    private OutputForms AnswersOf(IInvocationOperation invocation)
    {
        var name = invocation.TargetMethod.Name;
        if (name.IndexOf("Embed", StringComparison.Ordinal) >= 0 || _types.IsEmbeddingGenerator(invocation.Instance?.Type))
        {
            return OutputForms.None;
        }

        var isProvider = ProviderClients.IsCall(invocation)
            || (AiTypes.IsGeneratedClient(invocation.TargetMethod.ContainingType) && AiCall.TryCreate(invocation, _types, out _));
        if (isProvider)
        {
            return OutputForms.Text;
        }

        // Clients of pictures and voices have no unified interface everywhere.
        return invocation.TargetMethod.ContainingType?.ContainingNamespace?.ToDisplayString() switch
        {
            "OpenAI.Images" or "OpenAI.Audio" or "OpenAI.Videos" when name.StartsWith("GenerateImage", StringComparison.Ordinal) || name.StartsWith("GenerateSpeech", StringComparison.Ordinal)
                || name.StartsWith("GenerateVideo", StringComparison.Ordinal) => OutputForms.Media,
            _ => OutputForms.None,
        };
    }

    /// <summary>Reads text into a type.</summary>
    private static bool IsReader(IMethodSymbol method) =>
        (method.Name is "Deserialize" or "DeserializeAsync" && method.ContainingType.Name is "JsonSerializer" or "JsonConvert" or "JsonSerializerExtensions")
        || method.Name is "DeserializeObject" or "TryGetResult" || (method.Name is "Parse" or "TryParse" && method.ContainingType is { SpecialType: not SpecialType.System_String } parser && !OutputTypes.CanHold(parser));

    private static OutputForms ReadForm(IMethodSymbol method)
    {
        var type = method.ReturnType is INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments.Length: 1 } task ? task.TypeArguments[0] : method.ReturnType;
        return type is { SpecialType: SpecialType.System_String or SpecialType.System_Object } or { Name: "JsonElement" or "JsonNode" or "JsonObject" or "JsonDocument" or "Dictionary" or "JObject" or "JToken" }
            ? OutputForms.Text
            : OutputForms.Typed;
    }

    private OutputForms Inputs(IInvocationOperation invocation)
    {
        var form = Trace(invocation.Instance);
        foreach (var argument in invocation.Arguments)
        {
            if (_policy.AcceptsWhole(argument.Value))
            {
                return OutputForms.None;
            }

            form |= argument.Parameter?.RefKind == RefKind.Out ? OutputForms.None : Trace(argument.Value);
        }

        return form;
    }

    // What the framework makes of a text is made of it: Trim, Concat, Encoding.GetBytes, Select.
    private static bool IsLibrary(IMethodSymbol method)
    {
        var space = method.ContainingNamespace?.ToDisplayString() ?? string.Empty;
        return space == "System" || space.StartsWith("System.", StringComparison.Ordinal) || space.StartsWith("Microsoft.Extensions.AI", StringComparison.Ordinal)
            || space.StartsWith("OpenAI", StringComparison.Ordinal) || space.StartsWith("Microsoft.SemanticKernel", StringComparison.Ordinal);
    }

    private IOperation? Body(IMethodSymbol method, IOperation caller)
    {
        var definition = (method.ReducedFrom ?? method).OriginalDefinition;
        if (definition.DeclaringSyntaxReferences.Length != 1 || caller.SemanticModel is not { } model || definition.DeclaringSyntaxReferences[0].SyntaxTree != model.SyntaxTree
            || _calls.Count >= MostCalls)
        {
            return null;
        }

        return model.GetOperation(definition.DeclaringSyntaxReferences[0].GetSyntax(_cancellationToken), _cancellationToken);
    }

    private OutputForms Enter(IInvocationOperation invocation, IOperation body)
    {
        var method = (invocation.TargetMethod.ReducedFrom ?? invocation.TargetMethod).OriginalDefinition;
        if (!_calls.Add(method))
        {
            return OutputForms.None;
        }

        foreach (var argument in invocation.Arguments)
        {
            if (argument.Parameter is { } parameter && parameter.Ordinal < method.Parameters.Length)
            {
                _arguments[method.Parameters[parameter.Ordinal]] = argument.Value;
            }
        }

        var outer = _call;
        _call = invocation.Syntax;
        var form = Results(body);
        _call = outer;
        _calls.Remove(method);
        return form;
    }

    private OutputForms Results(IOperation body)
    {
        var form = OutputForms.None;
        foreach (var value in ResultsOf(body))
        {
            form |= Trace(value);
        }

        return form;
    }

    /// <summary>What a body returns or yields, without the functions in it.</summary>
    public static IEnumerable<IOperation> ResultsOf(IOperation body)
    {
        foreach (var operation in body.DescendantsAndSelf())
        {
            if (operation is IReturnOperation { ReturnedValue: { } value } && !IsInFunction(operation, body))
            {
                yield return value;
            }
        }
    }

    /// <summary>Whether a lambda or local function stands between the operation and the body.</summary>
    public static bool IsInFunction(IOperation operation, IOperation? body = null)
    {
        for (var current = operation.Parent; current is not null && current != body; current = current.Parent)
        {
            if (current is IAnonymousFunctionOperation or ILocalFunctionOperation)
            {
                return true;
            }
        }

        return false;
    }
}
