using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>Evaluates the operations of one control-flow graph to <see cref="FlowValue"/>s.</summary>
internal sealed partial class FlowEvaluator(FlowAnalysis analysis, ControlFlowGraph graph)
{
    private readonly FlowAnalysis _analysis = analysis;
    private readonly ControlFlowGraph _graph = graph;
    private readonly Dictionary<CaptureId, IOperation> _captured = [];
    private FlowState _state = new();

    /// <summary>What the return statements seen so far return, joined; elements for an iterator.</summary>
    public FlowValue Result { get; private set; } = FlowValue.Clean;

    private bool HasResult { get; set; }

    public void Visit(BasicBlock block, FlowState state)
    {
        _state = state;
        foreach (var operation in block.Operations)
        {
            Evaluate(operation);
        }

        if (block.BranchValue is { } value)
        {
            var result = Evaluate(value);
            if (block.FallThroughSuccessor?.Semantics == ControlFlowBranchSemantics.Return)
            {
                AddResult(result);
            }
        }
    }

    private void AddResult(FlowValue result)
    {
        Result = HasResult ? Result.Join(result) : result;
        HasResult = true;
    }

    private FlowValue Evaluate(IOperation? operation)
    {
        if (operation is null)
        {
            return FlowValue.Clean;
        }

        _analysis.Budget.Spend();
        if (_analysis.Budget.IsExhausted)
        {
            return FlowValue.Unknown;
        }

        var value = operation.ConstantValue.HasValue ? Constant(operation) : EvaluateCore(operation);
        _analysis.Record(operation.Syntax, value);
        return value;
    }

    private FlowValue EvaluateCore(IOperation operation)
    {
        switch (operation)
        {
            case IExpressionStatementOperation statement:
                return Evaluate(statement.Operation);
            case ILocalReferenceOperation local:
                return ReadVariable(local.Local, local);
            case IParameterReferenceOperation parameter:
                return ReadVariable(parameter.Parameter, parameter);
            case IFieldReferenceOperation field:
                return ReadMember(field.Instance, field.Field, field);
            case IPropertyReferenceOperation property:
                return property.Arguments.Length > 0 ? ReadIndexer(property) : ReadMember(property.Instance, property.Property, property);
            case IArrayElementReferenceOperation element:
                return ReadElement(Evaluate(element.ArrayReference), element.Indices);
            case IImplicitIndexerReferenceOperation slice:
                return Slice(slice);
            case IFlowCaptureOperation capture:
                return Capture(capture);
            case IFlowCaptureReferenceOperation reference:
                return _state.Get(reference.Id) ?? FlowValue.Unknown;
            case IInstanceReferenceOperation instance:
                return FlowValue.At(_analysis.Sites.Incoming(instance.Type ?? (ISymbol)_analysis.Compilation.Assembly));
            case ISimpleAssignmentOperation assignment:
                return Assign(assignment.Target, Evaluate(assignment.Value));
            case ICompoundAssignmentOperation compound:
                return Assign(compound.Target, TextOf(compound.Target, Evaluate(compound.Target)).Join(TextOf(compound.Value, Evaluate(compound.Value))));
            case IDeconstructionAssignmentOperation deconstruction:
                return Deconstruct(deconstruction.Target, Evaluate(deconstruction.Value));
            case IDeclarationExpressionOperation declaration:
                return Evaluate(declaration.Expression);
            case IConversionOperation conversion:
                return Evaluate(conversion.Operand);
            case IParenthesizedOperation parenthesized:
                return Evaluate(parenthesized.Operand);
            case IAwaitOperation awaited:
                return Evaluate(awaited.Operation);
            case IBinaryOperation binary:
                return Binary(binary);
            case IInterpolatedStringOperation interpolated:
                return Interpolate(interpolated);
            case IInterpolatedStringAdditionOperation addition:
                return Evaluate(addition.Left).Join(Evaluate(addition.Right));
            case IInterpolatedStringHandlerCreationOperation handler:
                return Evaluate(handler.Content).Join(Evaluate(handler.HandlerCreation).AsText());
            case IInvocationOperation invocation:
                return Invoke(invocation);
            case IObjectCreationOperation creation:
                return Create(creation);
            case IWithOperation with:
                return CopyOf(with);
            case IAnonymousObjectCreationOperation anonymous:
                return CreateAnonymous(anonymous);
            case ITupleOperation tuple:
                return CreateTuple(tuple);
            case IArrayCreationOperation array:
                return CreateArray(array);
            case ICollectionExpressionOperation collection:
                return CreateCollection(collection, collection.Elements);
            case IFlowAnonymousFunctionOperation lambda:
                return CreateFunction(lambda);
            case IDelegateCreationOperation creation:
                return Evaluate(creation.Target);
            case IIsPatternOperation pattern:
                Match(pattern.Pattern, Evaluate(pattern.Value), pattern.Value);
                return FlowValue.Clean;
            case IReturnOperation { Kind: OperationKind.YieldReturn } yielded:
                return Yield(yielded);
            case INameOfOperation or ITypeOfOperation or ISizeOfOperation or IDefaultValueOperation:
                return FlowValue.Clean;
            default:
                return EvaluateChildren(operation);
        }
    }

    private FlowValue EvaluateChildren(IOperation operation)
    {
        var value = FlowValue.Clean;
        foreach (var child in operation.ChildOperations)
        {
            value = value.Join(Evaluate(child));
        }

        return TextCarriers.CanCarry(operation.Type) || operation.Type is null ? value : FlowValue.Unknown;
    }

    private FlowValue Capture(IFlowCaptureOperation capture)
    {
        _captured[capture.Id] = capture.Value;
        var value = Evaluate(capture.Value);
        _state.Set(capture.Id, value);
        return value;
    }

    private FlowValue Binary(IBinaryOperation binary)
    {
        var left = Evaluate(binary.LeftOperand);
        var right = Evaluate(binary.RightOperand);
        return binary.OperatorKind == BinaryOperatorKind.Add && TextCarriers.CanCarry(binary.Type)
            ? TextOf(binary.LeftOperand, left).Join(TextOf(binary.RightOperand, right))
            : FlowValue.Unknown;
    }

    private FlowValue Interpolate(IInterpolatedStringOperation interpolated)
    {
        var value = FlowValue.Clean;
        foreach (var part in interpolated.Parts)
        {
            switch (part)
            {
                case IInterpolationOperation hole:
                    value = value.Join(TextOf(hole.Expression, Evaluate(hole.Expression)));
                    break;
                case IInterpolatedStringTextOperation text:
                    value = value.Join(Evaluate(text.Text));
                    break;
                case IInterpolatedStringAppendOperation append:
                    value = value.Join(Evaluate(append.AppendCall));
                    break;
            }
        }

        _analysis.Record(interpolated.Syntax, value);
        return value.AsText();
    }

    private FlowValue Yield(IReturnOperation yielded)
    {
        var site = _analysis.Sites.Made(yielded.Syntax, fresh: true);
        _state.Set(site, AnyElement, Evaluate(yielded.ReturnedValue));
        AddResult(FlowValue.At(site));
        return FlowValue.Clean;
    }

    private FlowValue Constant(IOperation operation)
    {
        if (operation.ConstantValue.Value is not string text || text.Length < 13)
        {
            return FlowValue.Clean;
        }

        var value = FlowValue.Clean;
        foreach (var match in PersonalDataRecognizer.Find(text.AsSpan()))
        {
            if (match.Confidence >= PersonalDataConfidence.Medium)
            {
                value = value.Add(new FlowOrigin(match.Kind, PersonalDataConfidence.Strong, string.Empty, operation.Syntax.GetLocation(), Declaration: null));
            }
        }

        return value;
    }
}
