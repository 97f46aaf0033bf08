using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>Which variables a prompt is made of.</summary>
internal sealed partial class FlowEvaluator
{
    private readonly Dictionary<CaptureId, List<ISymbol>> _putIntoCaptured = [];

    /// <summary>The operand is sent to an AI supplier.</summary>
    /// <param name="payload">The operand.</param>
    /// <param name="isPart">It may be only a part of the prompt.</param>
    public void RememberPrompt(IOperation payload, bool isPart)
    {
        foreach (var variable in PromptsIn(payload, isPart))
        {
            _analysis.Prompts.Send(variable);
        }
    }

    /// <summary>The operand is written to a log.</summary>
    public void RememberLogged(FlowSink sink, IOperation operand)
    {
        // The request as a whole: the properties that look like text.
        var request = Unconverted(operand).Type is { IsTupleType: false } type && Engine.Owners.IsModel(type)
            ? type.GetMembers().OfType<IPropertySymbol>().Where(property => IsPromptType(property.Type) && PromptVariables.IsText(property.Name)).Select(property => (ISymbol)property.OriginalDefinition)
            : [];
        foreach (var variable in PromptsIn(operand, isPart: false).Concat(request))
        {
            _analysis.Prompts.Log(sink, operand.Syntax, variable);
        }
    }

    private void RememberAssigned(IOperation target, IOperation value)
    {
        if (!IsPromptType(target.Type))
        {
            return;
        }

        if (target is IMemberReferenceOperation && PromptAt(target, isPart: true) is { } copy && PromptAt(Unconverted(value), isPart: false) is { } same)
        {
            // turn.LastPrompt = prompt: whoever has the one has the other.
            _analysis.Prompts.Make(same, copy);
        }

        if (VariableOf(target) is not { } variable)
        {
            return;
        }

        foreach (var part in PromptsIn(value, isPart: false))
        {
            if (IsOfConversation(value))
            {
                // A message of a conversation that is sent is sent, and its text.
                _analysis.Prompts.Make(part, variable);
            }
            else
            {
                _analysis.Prompts.Make(variable, part);
            }
        }
    }

    // What is sent of BuildPrompt(...), is what that returns.
    private void RememberReturned(IOperation value)
    {
        if (!_analysis.IsInPlaceOfCall && _analysis.Method is { } method && IsPromptType(value.Type))
        {
            foreach (var part in PromptsIn(value, isPart: false))
            {
                _analysis.Prompts.Make(method.OriginalDefinition, part);
            }
        }
    }

    /// <summary>A function is given text: who sends or logs its parameter, does so with what it was given.</summary>
    private void RememberGiven(IMethodSymbol function, IReadOnlyList<IOperation?> operands)
    {
        for (var i = 0; i < function.Parameters.Length && i < operands.Count; i++)
        {
            foreach (var part in operands[i] is { } operand && IsPromptType(function.Parameters[i].Type) ? PromptsIn(operand, isPart: false) : [])
            {
                _analysis.Prompts.Make(part, function.Parameters[i]);
                _analysis.Prompts.Make(function.Parameters[i], part);
            }
        }
    }

    // messages[0], enumerator.Current, messages.Last(), messages.Last().Text
    private bool IsOfConversation(IOperation value) => Source(Unconverted(value)) switch
    {
        IPropertyReferenceOperation { Property.Name: "Text", Instance: { Type.Name: "ChatMessage" } message } => IsOfConversation(message),
        IPropertyReferenceOperation or IInvocationOperation => value.Type is { Name: "ChatMessage" },
        _ => false,
    };

    // messages.Add(new(ChatRole.User, question)); text.Append(a).Append(b)
    private void RememberAdded(IInvocationOperation invocation)
    {
        if (invocation.Instance is null || !CallModels.Fills(invocation.TargetMethod) || !IsPromptType(invocation.Instance.Type))
        {
            return;
        }

        var receiver = invocation.Instance;
        while (receiver is IInvocationOperation { Instance: { } before })
        {
            receiver = before;
        }

        var parts = invocation.Arguments.SelectMany(argument => PromptsIn(argument.Value, isPart: invocation.Instance.Type is { Name: "StringBuilder" }));
        if (receiver is IFlowCaptureReferenceOperation made && Source(receiver) is IObjectCreationOperation)
        {
            // new List<ChatMessage> { ... }
            if (!_putIntoCaptured.TryGetValue(made.Id, out var put))
            {
                _putIntoCaptured[made.Id] = put = [];
            }

            put.AddRange(parts);
        }
        else if ((VariableOf(receiver) ?? (receiver as IPropertyReferenceOperation)?.Property.OriginalDefinition) is { } variable)
        {
            foreach (var part in parts)
            {
                _analysis.Prompts.Make(variable, part);
            }
        }
    }

    /// <summary>The variables of text or messages that an expression is made of.</summary>
    /// <param name="operation">The expression.</param>
    /// <param name="isPart">It is a part of a longer text: only what is called like a text counts.</param>
    private List<ISymbol> PromptsIn(IOperation operation, bool isPart)
    {
        // No recursion: a text may be a sum of thousands.
        var found = new List<ISymbol>();
        var open = new Stack<(IOperation Operation, bool IsPart)>([(operation, isPart)]);
        while (open.Count > 0)
        {
            var (next, part) = open.Pop();
            var value = Unconverted(next);
            if (value is IFlowCaptureReferenceOperation captured && _putIntoCaptured.TryGetValue(captured.Id, out var put))
            {
                found.AddRange(put);
                continue;
            }

            value = Source(value) is { } source ? Unconverted(source) : value;
            if (PromptAt(value, part) is { } variable)
            {
                found.Add(variable);
                continue;
            }

            var (parts, arePieces) = PartsOfPrompt(value);
            foreach (var inner in parts)
            {
                open.Push((inner, part || arePieces));
            }
        }

        return found;
    }

    private ISymbol? PromptAt(IOperation operation, bool isPart)
    {
        var (variable, mayHaveAnyName) = operation switch
        {
            ILocalReferenceOperation local => (local.Local, true),
            IParameterReferenceOperation parameter => (parameter.Parameter, true),
            IFieldReferenceOperation field => (field.Field, true),
            IPropertyReferenceOperation { Property: var property } when !IsLibrary(property) => (property.OriginalDefinition, property.Type.SpecialType != SpecialType.System_String),
            IInvocationOperation { TargetMethod: { MethodKind: MethodKind.Ordinary } method } when !IsLibrary(method) => ((method.ReducedFrom ?? method).OriginalDefinition, true),
            _ => ((ISymbol?)null, false),
        };
        return variable is not null && IsPromptType(TextCarriers.Awaited(operation.Type)) && (PromptVariables.IsText(variable.Name) || (mayHaveAnyName && !isPart)) ? variable : null;
    }

    /// <summary>What a text, a message or a conversation is made of, and whether these are only pieces of its text.</summary>
    private (IEnumerable<IOperation> Parts, bool ArePieces) PartsOfPrompt(IOperation operation)
    {
        switch (operation)
        {
            case IPropertyReferenceOperation { Property: { Name: "Text" or "Contents" or "Current" or "this[]" } property, Instance: { } instance } when IsLibrary(property):
                return ([instance], false);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String } joined:
                return ([joined.LeftOperand, joined.RightOperand], true);
            case IInterpolatedStringOperation text:
                return (text.Parts.OfType<IInterpolationOperation>().Select(hole => hole.Expression), true);
            case IAwaitOperation awaited:
                return ([awaited.Operation], false);
            case IImplicitIndexerReferenceOperation slice:
                return ([slice.Instance], false);
            case IObjectCreationOperation { Type.Name: "ChatMessage" or "TextContent" } message:
                return (message.Arguments.Select(argument => argument.Value), false);
            case IObjectCreationOperation { Arguments.Length: 1 } copy when IsPromptType(copy.Type):
                return ([copy.Arguments[0].Value], false);
            case IArrayCreationOperation { Initializer: { } elements }:
                return (elements.ElementValues, false);
            case ICollectionExpressionOperation collection:
                return (collection.Elements.Select(element => element is ISpreadOperation spread ? spread.Operand : element), false);
            case IInvocationOperation { TargetMethod.ContainingType.SpecialType: SpecialType.System_String, TargetMethod.Name: "Concat" or "Format" or "Join" } joined:
                return (joined.Arguments.Select(argument => argument.Value), true);
            case IInvocationOperation call when IsLibrary(call.TargetMethod) && IsPromptType((call.Instance ?? call.Arguments.FirstOrDefault()?.Value)?.Type)
                && CallModels.Classify(call.TargetMethod) is CallModel.ToText or CallModel.Identity or CallModel.Element or CallModel.Map or CallModel.Substring or CallModel.Other
                && TextCarriers.CanCarry(call.Type) && Sanitizers.Cleans(call.TargetMethod) == 0:
                // builder.ToString(), text.Trim(), messages.Last(), messages.Select(message => message.Text)
                return ([call.Instance ?? call.Arguments[0].Value], false);
            default:
                return ([], false);
        }
    }

    private static bool IsPromptType(ITypeSymbol? type) => type is { SpecialType: SpecialType.System_String } or { Name: "ChatMessage" or "StringBuilder" }
        || type is IArrayTypeSymbol { ElementType.Name: "ChatMessage" }
        || type is INamedTypeSymbol { TypeArguments.Length: 1 } sequence && sequence.TypeArguments[0].Name is "ChatMessage";
}
