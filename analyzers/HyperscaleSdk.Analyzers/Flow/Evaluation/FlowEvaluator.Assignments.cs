using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>Writing of variables, members and elements.</summary>
internal sealed partial class FlowEvaluator
{
    public FlowValue Assign(IOperation target, FlowValue value)
    {
        switch (target)
        {
            case IDeclarationExpressionOperation declaration:
                return Assign(declaration.Expression, value);
            case IConversionOperation conversion:
                return Assign(conversion.Operand, value);
            case ILocalReferenceOperation local:
                AssignLocal(local.Local, value);
                break;
            case IParameterReferenceOperation parameter when _state.Get(parameter.Parameter) is null && parameter.Parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor }:
                Store(_self, FlowMember.Captured(parameter.Parameter), value);
                break;
            case IParameterReferenceOperation parameter:
                _state.Set(parameter.Parameter, value);
                break;
            case IFieldReferenceOperation { Instance: null } field:
                _state.Set(FlowMember.OfStatic(field.Field), value);
                break;
            case IFieldReferenceOperation field:
                Store(OwnerOf(field.Instance), FlowMember.Of(field.Field), value);
                break;
            case IPropertyReferenceOperation property:
                AssignProperty(property, value);
                break;
            case IDynamicMemberReferenceOperation { Instance: { } bag } member:
                Store(Evaluate(bag), member.MemberName, value);
                break;
            case IImplicitIndexerReferenceOperation slice:
                return Assign(slice.Instance, value.Join(Evaluate(slice.Instance)));
            case IArrayElementReferenceOperation element:
                Store(Evaluate(element.ArrayReference), ElementKey(element.Indices), value);
                break;
            case IInlineArrayAccessOperation element:
                Store(Evaluate(element.Instance), ElementKey([element.Argument]), value);
                break;
            case { Kind: OperationKind.None, Syntax: ElementAccessExpressionSyntax or PrefixUnaryExpressionSyntax }:
                AssignMemory(target, value);
                break;
            case IFlowCaptureReferenceOperation reference:
                _state.Set(reference.Id, value);
                if (_captured.TryGetValue(reference.Id, out var captured) && captured is not IFlowCaptureReferenceOperation)
                {
                    Assign(captured, value);
                }

                break;
            case ITupleOperation tuple:
                return Deconstruct(tuple, value, tuple);
            case IInvocationOperation { TargetMethod.ReturnsByRef: true, Arguments.Length: > 0 } reference when IsLibrary(reference.TargetMethod):
                StoreReferred(reference, value);
                break;
            case IInvocationOperation { TargetMethod.ReturnsByRef: true } reference:
                AssignReferred(CallOf(reference, reference.Instance is null ? FlowValue.Unknown : Evaluate(reference.Instance), ValuesOf(reference)), value);
                break;
        }

        return value;
    }

    // Point p; p.X = x: a struct begins to be with the first of its fields.
    private FlowValue OwnerOf(IOperation instance)
    {
        var owner = Evaluate(instance);
        return instance.Type is { IsValueType: true, TypeKind: TypeKind.Struct } type && !IsLibrary(type) && owner.Sites.IsEmpty && owner.Inputs.IsEmpty
            ? Assign(instance, owner.WithSite(Sites.Made(instance.Syntax, fresh: true, type)))
            : owner;
    }

    // pointer[i] = c; *pointer = c; *(pointer + i) = c: the variable stands for the memory behind it.
    private void AssignMemory(IOperation target, FlowValue value)
    {
        var pointer = target.ChildOperations.FirstOrDefault();
        while (pointer is IParenthesizedOperation or IBinaryOperation)
        {
            pointer = pointer is IBinaryOperation moved ? moved.LeftOperand : ((IParenthesizedOperation)pointer).Operand;
        }

        if (pointer is not null)
        {
            Assign(pointer, value.AsText().Join(Evaluate(pointer)));
        }
    }

    // CollectionsMarshal.GetValueRefOrAddDefault(table, key): a place in the collection that it was given.
    private void StoreReferred(IInvocationOperation reference, FlowValue value)
    {
        var collection = reference.Instance ?? reference.Arguments[0].Value;
        var key = reference.Arguments[reference.Instance is null && reference.Arguments.Length > 1 ? 1 : 0].Value;
        foreach (var site in Evaluate(collection).Sites)
        {
            AddTo(site, ElementKey(key), value);
        }
    }

    // grid.At(1, 0) = text: what the method returns is a place in one of the objects that it was given.
    private void AssignReferred(FlowCall call, FlowValue value)
    {
        if (!Engine.Bodies.HasBody(call.Method) || _analysis.SummaryOf(call.Method) is not { } summary)
        {
            return;
        }

        foreach (var place in summary.Return.Inputs)
        {
            var last = place.Path.LastIndexOf('/');
            if (place.Path.Length > 0 && place.Parameter >= FlowInput.This)
            {
                var owner = new SummaryApplication(this, _analysis, _state, call, call.Method, summary).Map(FlowValue.From(place with { Path = last < 0 ? string.Empty : place.Path.Substring(0, last) }));
                foreach (var site in owner.Sites)
                {
                    AddTo(site, place.Path.Substring(last + 1), value.WithInitial());
                }
            }
        }
    }

    // A ref local is another name for the place that it was made from.
    private void AssignLocal(ILocalSymbol local, FlowValue value)
    {
        _state.Set(local, value);
        if (local.RefKind == RefKind.Ref && _aliases.TryGetValue(local, out var place))
        {
            Assign(place, value);
        }
    }

    private void AssignProperty(IPropertyReferenceOperation property, FlowValue value)
    {
        var receiver = property.Instance is null ? FlowValue.Unknown : Evaluate(property.Instance);
        if ((property.Property.SetMethod ?? (property.Property.ReturnsByRef ? property.Property.GetMethod : null)) is { } accessor && !IsLibrary(property.Property))
        {
            var arguments = new List<FlowValue>();
            var operands = new List<IOperation?>();
            foreach (var argument in property.Arguments)
            {
                arguments.Add(Evaluate(argument.Value));
                operands.Add(argument.Value);
            }

            var call = new FlowCall(property, accessor.OriginalDefinition, receiver, arguments, operands) { IsExact = !MayBeOther(accessor, property.Instance) };
            if (property.Property.ReturnsByRef)
            {
                AssignReferred(call, value);
                return;
            }

            arguments.Add(value);
            operands.Add(null);
            if (Call(call) is not null)
            {
                return;
            }
        }

        if (property.Instance is null)
        {
            _state.Set(FlowMember.OfStatic(property.Property), value);
        }
        else if (property.Property.Name is "Value" && IsXml(property.Instance.Type))
        {
            Empty(receiver);
            foreach (var site in receiver.Sites)
            {
                AddTo(site, FlowMember.AnyElement, value);
            }
        }
        else if (property.Property.Name is "Length" && IsTextBuilder(property.Instance.Type))
        {
            // builder.Length = 0
            if (property.Parent is ISimpleAssignmentOperation { Value: { } length } && Offset(length) is 0)
            {
                Empty(receiver);
            }
        }
        else if (property.Arguments.IsEmpty)
        {
            Store(receiver, FlowMember.Of(property.Property), value);
        }
        else
        {
            if (receiver.Sites.IsEmpty && property.Instance.Type is { IsRefLikeType: true })
            {
                // A span of memory that has no object, such as the stack's: its variable holds what is written to it.
                Assign(property.Instance, receiver.Join(value.AsText()));
            }

            Store(receiver, ElementKey([property.Arguments[0].Value]), value);
            StoreKey(receiver, Evaluate(property.Arguments[0].Value));
        }
    }

    private void StoreKey(FlowValue owner, FlowValue key)
    {
        foreach (var site in key.IsBlank ? [] : owner.Sites)
        {
            AddTo(site, FlowMember.Keys, key);
        }
    }

    private FlowValue AssignCompound(ICompoundAssignmentOperation compound) => Assign(
        compound.Target,
        compound.OperatorMethod is { } method && Call(new FlowCall(compound, method, FlowValue.Unknown, [Evaluate(compound.Target), Evaluate(compound.Value)], [compound.Target, compound.Value])) is { } made ? made
        : compound is { Type.TypeKind: TypeKind.Delegate, OperatorKind: BinaryOperatorKind.Subtract } ? Unsubscribed(Evaluate(compound.Target), Evaluate(compound.Value))
        : compound.Type?.TypeKind == TypeKind.Delegate ? Evaluate(compound.Target).Join(Evaluate(compound.Value))
        : TextCarriers.CanCarry(compound.Target.Type)
            ? TextOf(compound.Target, Evaluate(compound.Target)).Join(TextOf(compound.Value, Evaluate(compound.Value)))
            : FlowValue.Unknown);

    private void Store(FlowValue owner, string member, FlowValue value)
    {
        // Only one object can be meant: what it held is gone. Otherwise it may still be there.
        var strong = owner.Sites.Length == 1 && !FlowMember.IsAnyElement(member);
        foreach (var site in owner.Sites)
        {
            var known = _state.Get(site, member);
            _state.Set(site, member, strong ? value.WithoutInitial() : known is null ? value.WithInitial() : known.Join(value));
        }
    }
}
