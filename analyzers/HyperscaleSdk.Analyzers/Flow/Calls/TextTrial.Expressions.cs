using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>Values: constants, variables, operators, texts, elements and ranges.</summary>
internal sealed partial class TextTrial
{
    // Whichever character a mask was made with, it is none of the text.
    private const char AnyMask = '*';

    private bool IsTrue(IOperation condition) => (bool)Evaluate(condition)!;

    private object? Evaluate(IOperation operation)
    {
        _depth++;
        Step();
        var value = operation.ConstantValue is { HasValue: true, Value: int or char or bool or string or null }
            ? operation.ConstantValue.Value
            : EvaluateOne(operation);
        _depth--;
        return value is string text && TextTrialLibrary.Checked(text.Length) < 0 ? null : value;
    }

    private object? EvaluateOne(IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => _frame.Variables.TryGetValue(local.Local, out var value) ? value : Constant(local.Local),
        IParameterReferenceOperation parameter => ValueOf(parameter.Parameter),
        IFieldReferenceOperation { Field: { ContainingType.IsTupleType: true } element, Instance: { } tuple } => ((object?[])Evaluate(tuple)!)[OrdinalOf(element)],
        IFieldReferenceOperation { Instance: { } owner } field when Evaluate(owner) is TrialObject person => person.Read(field.Field, field.Field.Type) ?? throw TextTrialLibrary.Unknown(field.Field.Name),
        IFieldReferenceOperation field => ValueOf(field.Field),
        IInstanceReferenceOperation => _frame.Receiver,
        IPropertyReferenceOperation property => PropertyOf(property),
        IParenthesizedOperation inner => Evaluate(inner.Operand),
        IArgumentOperation argument => Evaluate(argument.Value),
        IConversionOperation conversion => Converted(conversion),
        IUnaryOperation unary => Unary(unary.OperatorKind, Evaluate(unary.Operand)),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd } both => IsTrue(both.LeftOperand) && IsTrue(both.RightOperand),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr } either => IsTrue(either.LeftOperand) || IsTrue(either.RightOperand),
        IBinaryOperation { OperatorMethod: null or { ContainingType.SpecialType: SpecialType.System_String } } binary => Binary(binary.OperatorKind, Evaluate(binary.LeftOperand), Evaluate(binary.RightOperand)),
        IConditionalOperation { WhenFalse: { } other } condition => IsTrue(condition.Condition) ? Evaluate(condition.WhenTrue) : Evaluate(other),
        ICoalesceOperation coalesce => Evaluate(coalesce.Value) ?? Evaluate(coalesce.WhenNull),
        IConditionalAccessOperation access => Access(access),
        IConditionalAccessInstanceOperation => _conditional[operation.Syntax],
        IDeconstructionAssignmentOperation { Target: var target } parts => AssignParts(target, (object?[])Evaluate(parts.Value)!),
        ISimpleAssignmentOperation { IsRef: false } assignment => Assign(assignment.Target, Evaluate(assignment.Value)),
        ICompoundAssignmentOperation { OperatorMethod: null } assignment => Assign(Plain(assignment.Target), Binary(assignment.OperatorKind, Evaluate(assignment.Target), Evaluate(assignment.Value))),
        IIncrementOrDecrementOperation step => Count(step),
        IInterpolatedStringOperation text => string.Concat(text.Parts.Select(Part)),
        IInterpolatedStringHandlerCreationOperation handler => Evaluate(handler.Content),
        IArrayCreationOperation array => NewArray(array),
        { Syntax: StackAllocArrayCreationExpressionSyntax } => NewBuffer(operation),
        ITupleOperation tuple => tuple.Elements.Select(Evaluate).ToArray(),
        ICollectionExpressionOperation collection => NewArray(collection.Type, [.. collection.Elements.SelectMany(element => element is ISpreadOperation spread ? TextTrialLibrary.Sequence(Evaluate(spread.Operand)) : [Evaluate(element)])]),
        IArrayElementReferenceOperation { Indices.Length: 1 } element => Element(element.ArrayReference, element.Indices[0]),
        IImplicitIndexerReferenceOperation element => Element(element.Instance, element.Argument),
        IIsPatternOperation test => Matches(test.Pattern, Evaluate(test.Value)),
        ISwitchExpressionOperation choice => Choose(choice),
        IInvocationOperation invocation => Invoke(invocation),
        IObjectCreationOperation made => New(made),
        IDelegateCreationOperation function => Evaluate(function.Target),
        IAnonymousFunctionOperation lambda => Function(lambda),
        IMethodReferenceOperation { Instance: null or IInstanceReferenceOperation } method => Function(method.Method),
        _ => throw TextTrialLibrary.Unknown(operation.Kind.ToString()),
    };

    // The parameter of an extension block belongs to the block.
    private object? ValueOf(IParameterSymbol parameter) => _frame.Variables.TryGetValue(parameter, out var value) ? value
        : _frame.Receiver is TrialObject person && person.Read(parameter, parameter.Type) is { } read ? read
        : parameter is { Type.SpecialType: SpecialType.System_Char, ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } } ? AnyMask
        : parameter.ContainingSymbol is INamedTypeSymbol && _frame.Receiver is { } receiver ? receiver
        : throw TextTrialLibrary.Unknown(parameter.Name);

    private object ValueOf(IFieldSymbol field) => field is { Name: "Empty", ContainingType.SpecialType: SpecialType.System_String } ? string.Empty
        : field is { IsReadOnly: true, IsStatic: false, Type.SpecialType: SpecialType.System_Char } ? AnyMask
        : field.IsReadOnly ? Constant(field)
        : throw TextTrialLibrary.Unknown(field.Name);

    private object Constant(ISymbol member) => _engine.Constants.ValueOf(member, _cancellationToken) is (int or char or bool or string) and var value ? value : throw TextTrialLibrary.Unknown(member.Name);

    // Item1 is the first.
    private static int OrdinalOf(IFieldSymbol element) => int.Parse(element.CorrespondingTupleField!.Name.Substring("Item".Length), CultureInfo.InvariantCulture) - 1;

    private object? PropertyOf(IPropertyReferenceOperation property)
    {
        var on = property.Instance is null ? null : Evaluate(property.Instance);
        if (on is TrialObject person)
        {
            // public string Masked => Phone[..3] + "****";
            return property.Property is { SetMethod: null, GetMethod: { } getter } && _engine.Bodies.HasBody(getter.OriginalDefinition) ? Call(getter.OriginalDefinition, person, [])
                : person.Read(property.Property, property.Property.Type) ?? throw TextTrialLibrary.Unknown(property.Property.Name);
        }

        if (property is { Instance: null or IInstanceReferenceOperation, Arguments.IsEmpty: true })
        {
            return Constant(property.Property.OriginalDefinition);
        }

        return (on, property.Property.Name) switch
        {
            (string or char[] or object?[] or TrialSpan or StringBuilder, "Length") or (List<object?>, "Count") => Length(on),
            (string or TrialSpan, "IsEmpty") => Length(on) == 0,
            (string or TrialSpan or StringBuilder or List<object?> or object?[] or char[], _) when property is { Property.IsIndexer: true, Arguments.Length: 1 } => At(on, (int)Evaluate(property.Arguments[0].Value)!),
            _ => throw TextTrialLibrary.Unknown(property.Property.Name),
        };
    }

    private static int Length(object? sequence) => sequence switch
    {
        string text => text.Length,
        Array values => values.Length,
        TrialSpan span => span.Length,
        StringBuilder builder => builder.Length,
        List<object?> list => list.Count,
        _ => throw TextTrialLibrary.Unknown(nameof(Length)),
    };

    private static object? At(object? sequence, int index) => sequence switch
    {
        string text => text[index],
        char[] characters => characters[index],
        object?[] values => values[index],
        TrialSpan span => span[index],
        StringBuilder builder => builder[index],
        List<object?> list => list[index],
        _ => throw TextTrialLibrary.Unknown(nameof(At)),
    };

    private object? Element(IOperation sequence, IOperation index)
    {
        var on = Evaluate(sequence);
        if (index is not IRangeOperation range)
        {
            return At(on, Offset(index, Length(on)));
        }

        var start = range.LeftOperand is null ? 0 : Offset(range.LeftOperand, Length(on));
        var length = (range.RightOperand is null ? Length(on) : Offset(range.RightOperand, Length(on))) - start;
        return on switch
        {
            string text => text.Substring(start, length),
            TrialSpan span => span.Slice(start, length),
            char[] characters => new string(characters, start, length).ToCharArray(),
            _ => throw TextTrialLibrary.Unknown(nameof(Element)),
        };
    }

    // 4 and ^4, also as System.Index.
    private int Offset(IOperation index, int length) => index switch
    {
        IConversionOperation { Type.Name: "Index" } conversion => Offset(conversion.Operand, length),
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat } hat => length - (int)Evaluate(hat.Operand)!,
        _ => (int)Evaluate(index)!,
    };

    private object? Converted(IConversionOperation conversion)
    {
        var value = Evaluate(conversion.Operand);
        return (conversion.Type, value) switch
        {
            ({ SpecialType: SpecialType.System_Int32 }, char character) => (int)character,
            ({ SpecialType: SpecialType.System_Char }, int number) => unchecked((char)number),
            ({ SpecialType: SpecialType.System_Int32 }, int) or ({ SpecialType: SpecialType.System_Char }, char) or ({ SpecialType: SpecialType.System_Boolean }, bool) => value,
            ({ TypeKind: TypeKind.Enum }, int) => value,
            ({ IsTupleType: true }, object?[]) => value,
            ({ Name: "Span" }, char[] characters) => new TrialSpan(characters, 0, characters.Length),
            ({ Name: "ReadOnlySpan" }, char[] or TrialSpan) => new string([.. TextTrialLibrary.Sequence(value).Cast<char>()]),
            ({ IsReferenceType: true } or { Name: "ReadOnlySpan" or "Span" }, _) => value,
            _ => throw TextTrialLibrary.Unknown(nameof(Converted)),
        };
    }

    private static object Unary(UnaryOperatorKind kind, object? value) => (kind, value) switch
    {
        (UnaryOperatorKind.Not, bool condition) => !condition,
        (UnaryOperatorKind.Minus, int number) => unchecked(-number),
        (UnaryOperatorKind.Plus, int number) => number,
        _ => throw TextTrialLibrary.Unknown(kind.ToString()),
    };

    private static object Binary(BinaryOperatorKind kind, object? left, object? right) => (left, right) switch
    {
        (int one, int other) => Numbers(kind, one, other),
        (char one, char other) when kind != BinaryOperatorKind.Add => Numbers(kind, one, other),
        (bool one, bool other) when kind is BinaryOperatorKind.And or BinaryOperatorKind.Or or BinaryOperatorKind.ExclusiveOr =>
            kind is BinaryOperatorKind.And ? one & other : kind is BinaryOperatorKind.Or ? one | other : one ^ other,
        (string or bool or null, string or bool or null) when kind is BinaryOperatorKind.Equals => Equals(left, right),
        (string or bool or null, string or bool or null) when kind is BinaryOperatorKind.NotEquals => !Equals(left, right),
        (null, not null) or (not null, null) when kind is BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals => kind is BinaryOperatorKind.NotEquals,
        (string or null, _) or (_, string or null) when kind is BinaryOperatorKind.Add => TextTrialLibrary.Text(left) + TextTrialLibrary.Text(right),
        _ => throw TextTrialLibrary.Unknown(kind.ToString()),
    };

    private static object Numbers(BinaryOperatorKind kind, int left, int right) => unchecked(kind switch
    {
        BinaryOperatorKind.Add => left + right,
        BinaryOperatorKind.Subtract => left - right,
        BinaryOperatorKind.Multiply => left * right,
        BinaryOperatorKind.Divide => left / right,
        BinaryOperatorKind.Remainder => left % right,
        BinaryOperatorKind.And => left & right,
        BinaryOperatorKind.Or => left | right,
        BinaryOperatorKind.LessThan => left < right,
        BinaryOperatorKind.LessThanOrEqual => left <= right,
        BinaryOperatorKind.GreaterThan => left > right,
        BinaryOperatorKind.GreaterThanOrEqual => left >= right,
        BinaryOperatorKind.Equals => left == right,
        BinaryOperatorKind.NotEquals => (object)(left != right),
        _ => throw TextTrialLibrary.Unknown(kind.ToString()),
    });

    private object? Access(IConditionalAccessOperation access)
    {
        var on = Evaluate(access.Operation);
        if (on is null)
        {
            return null;
        }

        _conditional[access.Operation.Syntax] = on;
        return Evaluate(access.WhenNotNull);
    }

    // What is read and written at once is looked up twice: its index has to be the same both times.
    private static IOperation Plain(IOperation target) => target is ILocalReferenceOperation or IParameterReferenceOperation or IPropertyReferenceOperation { Arguments.IsEmpty: true }
        ? target
        : throw TextTrialLibrary.Unknown(nameof(Plain));

    private object? Assign(IOperation target, object? value)
    {
        switch (target)
        {
            case IDiscardOperation:
                break;
            case IDeclarationExpressionOperation or ITupleOperation when value is object?[] parts:
                AssignParts(target, parts);
                break;
            case IDeclarationExpressionOperation declaration:
                Assign(declaration.Expression, value);
                break;
            case ILocalReferenceOperation local:
                _frame.Variables[local.Local] = value;
                break;
            case IParameterReferenceOperation parameter when _frame.Variables.ContainsKey(parameter.Parameter):
                _frame.Variables[parameter.Parameter] = value;
                break;
            case IPropertyReferenceOperation { Instance: { } instance, Property.Name: "Length" } when Evaluate(instance) is StringBuilder builder:
                builder.Length = TextTrialLibrary.Checked((int)value!);
                break;
            case IPropertyReferenceOperation { Instance: { } instance, Property.IsIndexer: true, Arguments.Length: 1 } element:
                Put(Evaluate(instance), element.Arguments[0].Value, value);
                break;
            case IArrayElementReferenceOperation { Indices.Length: 1 } element:
                Put(Evaluate(element.ArrayReference), element.Indices[0], value);
                break;
            case IImplicitIndexerReferenceOperation element:
                Put(Evaluate(element.Instance), element.Argument, value);
                break;
            default:
                throw TextTrialLibrary.Unknown(target.Kind.ToString());
        }

        return value;
    }

    private object?[] AssignParts(IOperation target, object?[] values)
    {
        if ((target is IDeclarationExpressionOperation declaration ? declaration.Expression : target) is not ITupleOperation tuple)
        {
            throw TextTrialLibrary.Unknown(target.Kind.ToString());
        }

        for (var i = 0; i < tuple.Elements.Length; i++)
        {
            Assign(tuple.Elements[i], values[i]);
        }

        return values;
    }

    private void Put(object? sequence, IOperation index, object? value)
    {
        var at = Offset(index, Length(sequence));
        switch (sequence)
        {
            case char[] characters:
                characters[at] = (char)value!;
                break;
            case object?[] values:
                values[at] = value;
                break;
            case List<object?> list:
                list[at] = value;
                break;
            case TrialSpan span:
                span[at] = (char)value!;
                break;
            case StringBuilder builder:
                builder[at] = (char)value!;
                break;
            default:
                throw TextTrialLibrary.Unknown(nameof(Put));
        }
    }

    private object? Count(IIncrementOrDecrementOperation step)
    {
        var before = Evaluate(step.Target);
        var change = step.Kind == OperationKind.Increment ? 1 : -1;
        object after = before switch
        {
            int number => unchecked(number + change),
            char character => unchecked((char)(character + change)),
            _ => throw TextTrialLibrary.Unknown(nameof(Count)),
        };
        Assign(Plain(step.Target), after);
        return step.IsPostfix ? before : after;
    }

    private string Part(IInterpolatedStringContentOperation part) => part switch
    {
        IInterpolatedStringTextOperation text => TextTrialLibrary.Text(Evaluate(text.Text)),
        IInterpolationOperation { Alignment: null, FormatString: null } value => TextTrialLibrary.Text(Evaluate(value.Expression)),
        IInterpolatedStringAppendOperation { AppendCall: IInvocationOperation { Arguments.Length: 1 } append } => TextTrialLibrary.Text(Evaluate(append.Arguments[0].Value)),
        _ => throw TextTrialLibrary.Unknown(part.Kind.ToString()),
    };
}
