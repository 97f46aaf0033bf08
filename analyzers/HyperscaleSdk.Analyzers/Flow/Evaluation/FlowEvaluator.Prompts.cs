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
            ? type.GetMembers().OfType<IPropertySymbol>().Where(property => IsPromptType(property.Type)).SelectMany(property => Named(property.OriginalDefinition, isPart: true))
            : [];
        foreach (var variable in PromptsIn(operand, isPart: false).Concat(request))
        {
            _analysis.Prompts.Log(sink, operand.Syntax, variable);
        }
    }

    private void RememberAssigned(IOperation target, IOperation value)
    {
        if (VariableOf(target) is not { } variable || !IsPromptType(target.Type))
        {
            return;
        }

        foreach (var part in PromptsIn(value, isPart: false))
        {
            // A message of a conversation that is sent is sent.
            var isElement = target.Type is { Name: "ChatMessage" } && value is IPropertyReferenceOperation;
            _analysis.Prompts.Make(isElement ? part : variable, isElement ? variable : part);
        }
    }

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
    private IEnumerable<ISymbol> PromptsIn(IOperation? operation, bool isPart)
    {
        if (operation is null)
        {
            return [];
        }

        var value = Unconverted(operation);
        if (value is IFlowCaptureReferenceOperation captured && _putIntoCaptured.TryGetValue(captured.Id, out var put))
        {
            return put;
        }

        switch (Source(value) is { } source ? Unconverted(source) : value)
        {
            case ILocalReferenceOperation local when IsPromptType(local.Type):
                return Named(local.Local, isPart);
            case IParameterReferenceOperation parameter when IsPromptType(parameter.Type):
                return Named(parameter.Parameter, isPart);
            case IFieldReferenceOperation field when IsPromptType(field.Type):
                return Named(field.Field, isPart);
            case IPropertyReferenceOperation { Property: { Name: "Text" or "Contents" or "Current" or "this[]" } property, Instance: { } instance } when IsLibrary(property):
                return PromptsIn(instance, isPart);
            case IPropertyReferenceOperation { Property: var property } when IsPromptType(property.Type) && !IsLibrary(property):
                return Named(property.OriginalDefinition, isPart: isPart || property.Type.SpecialType == SpecialType.System_String);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String } joined:
                return PromptsIn(joined.LeftOperand, isPart: true).Concat(PromptsIn(joined.RightOperand, isPart: true));
            case IInterpolatedStringOperation text:
                return text.Parts.OfType<IInterpolationOperation>().SelectMany(hole => PromptsIn(hole.Expression, isPart: true));
            case IImplicitIndexerReferenceOperation slice:
                return PromptsIn(slice.Instance, isPart);
            case IObjectCreationOperation { Type.Name: "ChatMessage" or "TextContent" } message:
                return message.Arguments.SelectMany(argument => PromptsIn(argument.Value, isPart));
            case IObjectCreationOperation { Arguments.Length: 1 } copy when IsPromptType(copy.Type):
                return PromptsIn(copy.Arguments[0].Value, isPart);
            case IArrayCreationOperation { Initializer: { } elements }:
                return elements.ElementValues.SelectMany(element => PromptsIn(element, isPart));
            case ICollectionExpressionOperation collection:
                return collection.Elements.SelectMany(element => PromptsIn(element is ISpreadOperation spread ? spread.Operand : element, isPart));
            case IInvocationOperation { TargetMethod.ContainingType.SpecialType: SpecialType.System_String, TargetMethod.Name: "Concat" or "Format" or "Join" } joined:
                return joined.Arguments.SelectMany(argument => PromptsIn(argument.Value, isPart: true));
            case IInvocationOperation call when IsLibrary(call.TargetMethod) && IsPromptType((call.Instance ?? call.Arguments.FirstOrDefault()?.Value)?.Type)
                && CallModels.Classify(call.TargetMethod) is CallModel.ToText or CallModel.Identity or CallModel.Element or CallModel.Map or CallModel.Substring or CallModel.Other
                && TextCarriers.CanCarry(call.Type) && Sanitizers.Cleans(call.TargetMethod) == 0:
                // builder.ToString(), text.Trim(), messages.Last(), messages.Select(message => message.Text)
                return PromptsIn(call.Instance ?? call.Arguments[0].Value, isPart);
            default:
                return [];
        }
    }

    private static IEnumerable<ISymbol> Named(ISymbol variable, bool isPart) => !isPart || PromptVariables.IsText(variable.Name) ? [variable] : [];

    private static bool IsPromptType(ITypeSymbol? type) => type is { SpecialType: SpecialType.System_String } or { Name: "ChatMessage" or "StringBuilder" }
        || type is IArrayTypeSymbol { ElementType.Name: "ChatMessage" }
        || type is INamedTypeSymbol { TypeArguments.Length: 1 } sequence && sequence.TypeArguments[0].Name is "ChatMessage";
}
