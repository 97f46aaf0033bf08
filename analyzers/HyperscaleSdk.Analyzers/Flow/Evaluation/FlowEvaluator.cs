using System;
using System.Collections.Generic;
using HyperscaleSdk.Analyzers.Ai;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>Evaluates the operations of one control-flow graph to <see cref="FlowValue"/>s.</summary>
internal sealed partial class FlowEvaluator(MethodAnalysis analysis, ControlFlowGraph graph, FlowValue self, FlowPaths? paths)
{
    private const int ShortestIdentifier = 8;

    private readonly MethodAnalysis _analysis = analysis;
    private readonly ControlFlowGraph _graph = graph;
    private readonly FlowValue _self = self;
    private readonly FlowPaths? _paths = paths;
    private readonly Dictionary<CaptureId, IOperation> _captured = [];
    private readonly HashSet<CaptureId> _capturedTwice = [];
    private readonly Dictionary<ILocalSymbol, IOperation> _aliases = new(SymbolEqualityComparer.Default);
    private FlowState _state = new();
    private int _path;

    /// <summary>What the return statements seen so far return, joined; elements for an iterator.</summary>
    public FlowValue Result { get; private set; } = FlowValue.Clean;

    private bool HasResult { get; set; }

    private FlowEngine Engine => _analysis.Engine;

    private FlowSites Sites => _analysis.Sites;

    /// <summary>Runs a block.</summary>
    /// <param name="block">The block.</param>
    /// <param name="state">What holds before it, and afterwards what holds after it.</param>
    /// <param name="path">The way that has led to its end.</param>
    public void Visit(BasicBlock block, FlowState state, int path)
    {
        _state = state;
        _path = path;
        _moved.Clear();
        var caught = state.Thrown;
        foreach (var operation in block.Operations)
        {
            Evaluate(operation);
        }

        if (block.BranchValue is { } value)
        {
            var result = Evaluate(value);
            switch (block.FallThroughSuccessor?.Semantics)
            {
                case ControlFlowBranchSemantics.Return:
                    AddResult(result);
                    RememberReturned(value);
                    break;
                case ControlFlowBranchSemantics.Throw:
                    // catch (FormatException) { throw new InvalidOperationException("no number"); }
                    _state.Throw(result, instead: ReferenceEquals(_state.Thrown, caught));
                    break;
            }
        }
    }

    /// <summary>What holds where an exception leaves the body from the block that was visited last; null when none does.</summary>
    /// <param name="block">That block.</param>
    /// <param name="before">The exception that was under way when the block began.</param>
    public FlowState? Raised(BasicBlock block, FlowValue? before)
    {
        var thrown = _state.Thrown;
        var isNew = !ReferenceEquals(thrown, before)
            || block.FallThroughSuccessor?.Semantics is ControlFlowBranchSemantics.Throw or ControlFlowBranchSemantics.Rethrow or ControlFlowBranchSemantics.StructuredExceptionHandling;

        // Whoever catches it may know nothing of the object.
        return thrown is not null && isNew && FlowSuccessors.MayLetThrough(block, ExactTypeOf(thrown)) ? _state.Raising(DeepOf(thrown).AsText().WithSites(thrown.Sites)) : null;
    }

    private void AddResult(FlowValue result)
    {
        Result = HasResult ? Result.Join(result) : result;
        HasResult = true;
    }

    public FlowValue Evaluate(IOperation? operation)
    {
        if (operation is null)
        {
            return FlowValue.Clean;
        }

        _analysis.Budget.Spend();
        if (_analysis.Budget.IsExhausted || !_analysis.Budget.Enter())
        {
            return FlowValue.Unknown;
        }

        var value = operation.ConstantValue.HasValue ? Constant(operation) : EvaluateCore(operation);
        _analysis.Budget.Leave();
        _analysis.Values.Record(operation.Syntax, value);
        return value;
    }

    private FlowValue EvaluateCore(IOperation operation)
    {
        switch (operation)
        {
            case IExpressionStatementOperation statement:
                return Evaluate(statement.Operation);
            case ILocalReferenceOperation local:
                return WithDeclared(_state.Get(local.Local) ?? FlowValue.Unknown, local.Local, local);
            case IParameterReferenceOperation parameter:
                return ReadParameter(parameter);
            case IFieldReferenceOperation field:
                return ReadMember(field.Instance, field.Field, field);
            case IPropertyReferenceOperation property:
                return ReadProperty(property);
            case IDynamicMemberReferenceOperation member:
                return ReadDynamic(member);
            case IEventReferenceOperation happening:
                return ReadMember(happening.Instance, happening.Event, happening);
            case IMethodReferenceOperation method:
                return FunctionOf(method);
            case IArrayElementReferenceOperation { Indices: { Length: 1 } places, ArrayReference: var array } when places[0] is IRangeOperation range:
                return Range(operation, range, Evaluate(array));
            case IArrayElementReferenceOperation element:
                return WithKey(ReadElement(Evaluate(element.ArrayReference), element.Indices), element);
            case IInlineArrayAccessOperation element:
                return ReadElement(Evaluate(element.Instance), [element.Argument]);
            case IImplicitIndexerReferenceOperation slice:
                return Slice(slice);
            case IFlowCaptureOperation capture:
                return Capture(capture);
            case IFlowCaptureReferenceOperation reference:
                return _state.Get(reference.Id) ?? FlowValue.Unknown;
            case IInstanceReferenceOperation:
                return _self;
            case ICaughtExceptionOperation:
                return _state.Thrown ?? FlowValue.Unknown;
            case ISimpleAssignmentOperation assignment:
                return Assign(assignment);
            case ICoalesceAssignmentOperation coalesce:
                return Assign(coalesce.Target, Evaluate(coalesce.Target).Join(Evaluate(coalesce.Value)));
            case ICompoundAssignmentOperation compound:
                return AssignCompound(compound);
            case IEventAssignmentOperation subscription:
                return Subscribe(subscription);
            case IDeconstructionAssignmentOperation deconstruction:
                return Deconstruct(deconstruction.Target, Evaluate(deconstruction.Value), deconstruction);
            case IDeclarationExpressionOperation declaration:
                return Evaluate(declaration.Expression);
            case IConversionOperation conversion:
                return Convert(conversion);
            case IParenthesizedOperation parenthesized:
                return Evaluate(parenthesized.Operand);
            case IAwaitOperation awaited:
                return awaited.Type is { SpecialType: SpecialType.System_String } ? TextIn(Evaluate(awaited.Operation)) : Evaluate(awaited.Operation);
            case IBinaryOperation binary:
                return Binary(binary);
            case IUnaryOperation { OperatorMethod: { } method } unary:
                return Call(new FlowCall(unary, method, FlowValue.Unknown, [Evaluate(unary.Operand)], [unary.Operand])) ?? Evaluate(unary.Operand);
            case ITranslatedQueryOperation query:
                return Evaluate(query.Operation);
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
                return CopyOf(with, Evaluate(with.Operand), with.Type);
            case IAnonymousObjectCreationOperation anonymous:
                return CreateAnonymous(anonymous);
            case ITupleOperation tuple:
                return CreateTuple(tuple);
            case IArrayCreationOperation array:
                return CreateArray(array);
            case ICollectionExpressionOperation collection:
                return CreateCollection(collection);
            case IFlowAnonymousFunctionOperation lambda:
                return CreateFunction(lambda);
            case IDelegateCreationOperation creation:
                return Evaluate(creation.Target);
            case IIsPatternOperation pattern:
                Match(pattern.Pattern, Evaluate(pattern.Value), pattern.Value);
                return FlowValue.Clean;
            case IReturnOperation { Kind: OperationKind.YieldReturn } yielded:
                return Yield(yielded);
            case IDefaultValueOperation { Type: { IsValueType: true, SpecialType: SpecialType.None } made } when !IsLibrary(made):
                return FlowValue.At(Sites.Made(operation.Syntax, fresh: true, made));
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

    private FlowValue Assign(ISimpleAssignmentOperation assignment)
    {
        if (assignment is { IsRef: true, Target: ILocalReferenceOperation local })
        {
            _aliases[local.Local] = assignment.Value;
        }

        var value = Evaluate(assignment.Value);
        RememberAssigned(assignment.Target, assignment.Value);
        return Assign(assignment.Target, IsCopied(assignment.Value) ? CopyOf(assignment, value, assignment.Value.Type) : value);
    }

    // A struct that is read from a variable or member and stored in another is a second object.
    private bool IsCopied(IOperation value) =>
        value.Type is { IsValueType: true, SpecialType: SpecialType.None, TypeKind: TypeKind.Struct } && !IsLibrary(value.Type)
        && value is ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation or IArrayElementReferenceOperation;

    // What a source file says of landlines and mail addresses is mostly the company's own; an identifier or a mobile is always a person's.
    private static bool IsAPersons(PersonalDataMatch match, string text) => match.Kind switch
    {
        <= PersonalDataKind.DriverLicenseNumber or PersonalDataKind.CardNumber => true,
        PersonalDataKind.Phone => text[match.Start] == '0' && text[match.Start + 1] == '1' || text[match.Start] == '+',
        _ => false,
    };

    private FlowValue Capture(IFlowCaptureOperation capture)
    {
        var isOther = _captured.TryGetValue(capture.Id, out var other) && !ReferenceEquals(other, capture.Value);
        if (isOther)
        {
            // The outcome of a conditional expression.
            _capturedTwice.Add(capture.Id);
        }

        if (!isOther || capture.Value is not IDefaultValueOperation)
        {
            // Of last?.Text the text, and not that there may be none.
            _captured[capture.Id] = capture.Value;
        }

        var value = Evaluate(capture.Value);
        if (capture.Syntax.Parent is WithExpressionSyntax with && with.Expression == capture.Syntax && capture.Value.Type is { IsValueType: true } type)
        {
            value = CopyOf(capture, value, type);
        }

        _state.Set(capture.Id, value);
        return value;
    }

    private FlowValue Convert(IConversionOperation conversion)
    {
        var operand = Evaluate(conversion.Operand);
        if (conversion.OperatorMethod is not { } method)
        {
            return operand;
        }

        return Call(new FlowCall(conversion, method, FlowValue.Unknown, [operand], [conversion.Operand]))
            ?? (TextCarriers.CanCarry(conversion.Type) ? operand : FlowValue.Unknown);
    }

    private FlowValue Binary(IBinaryOperation binary)
    {
        // A sum of thousands lies within itself on the left.
        var around = new Stack<IBinaryOperation>();
        while (binary.LeftOperand is IBinaryOperation { ConstantValue.HasValue: false } inner)
        {
            around.Push(binary);
            binary = inner;
        }

        var value = Combined(binary, Evaluate(binary.LeftOperand));
        while (around.Count > 0 && !_analysis.Budget.IsExhausted)
        {
            _analysis.Budget.Spend();
            _analysis.Values.Record(binary.Syntax, value);
            binary = around.Pop();
            value = Combined(binary, value);
        }

        return value;
    }

    private FlowValue Combined(IBinaryOperation binary, FlowValue left)
    {
        var right = Evaluate(binary.RightOperand);
        if (binary.OperatorMethod is { } method
            && Call(new FlowCall(binary, method, FlowValue.Unknown, [left, right], [binary.LeftOperand, binary.RightOperand])) is { } result)
        {
            return result;
        }

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
                case IInterpolatedStringAppendOperation { AppendCall: IInvocationOperation { Arguments.Length: > 0 } call }:
                    value = value.Join(TextOf(call.Arguments[0].Value, Evaluate(call.Arguments[0].Value)));
                    break;
                case IInterpolatedStringAppendOperation append:
                    value = value.Join(Evaluate(append.AppendCall));
                    break;
            }
        }

        _analysis.Values.Record(interpolated.Syntax, value);
        return value.AsText();
    }

    private FlowValue Yield(IReturnOperation yielded)
    {
        var site = Sites.Made(yielded.Syntax, fresh: true);
        _state.Set(site, FlowMember.AnyElement, Evaluate(yielded.ReturnedValue));
        AddResult(FlowValue.At(site));
        return FlowValue.Clean;
    }

    private static FlowValue Constant(IOperation operation)
    {
        if (operation.ConstantValue.Value is not string text || text.Length < ShortestIdentifier)
        {
            return FlowValue.Clean;
        }

        var value = FlowValue.Clean;
        foreach (var match in PersonalDataRecognizer.Find(text.AsSpan()))
        {
            if (match.Confidence >= PersonalDataConfidence.Medium && IsAPersons(match, text))
            {
                value = value.Add(new FlowOrigin(match.Kind, PersonalDataConfidence.Strong, string.Empty, operation.Syntax.GetLocation(), Declaration: null));
            }
        }

        return ProviderHosts.Find(text) is { } provider
            ? value.Add(new FlowOrigin(FlowLabel.ProviderHost, PersonalDataConfidence.Strong, provider, operation.Syntax.GetLocation(), Declaration: null))
            : value;
    }
}
