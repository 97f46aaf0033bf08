using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>What calls put into objects, take out of them, and copy from one into another.</summary>
internal sealed partial class FlowEvaluator
{
    // builder.Remove(0, builder.Length)
    private static bool IsAll(IInvocationOperation invocation) =>
        invocation is { Instance: ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation, Arguments.Length: 2 }
        && Offset(invocation.Arguments[0].Value) is 0
        && invocation.Arguments[1].Value is IPropertyReferenceOperation { Property.Name: "Length" or "Count", Instance: { } measured }
        && string.Equals(measured.Syntax.ToString(), invocation.Instance.Syntax.ToString(), StringComparison.Ordinal);

    // span.Fill('*') and Array.Fill(array, '*') leave nothing of what was there; of a slice they do.
    private bool IsWhole(IInvocationOperation invocation)
    {
        var filled = Filled(invocation);
        return filled is ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation
            && invocation.Arguments.Length == (invocation.Instance is null ? 2 : 1)
            && filled.Type is IArrayTypeSymbol or { Name: "Span", ContainingNamespace.Name: "System" };
    }

    // span, or the array in array.AsSpan().
    private IOperation? Filled(IInvocationOperation invocation) => Source(Unconverted(invocation.Instance ?? invocation.Arguments[0].Value)) is var filled
        && filled is IInvocationOperation { TargetMethod.Name: "AsSpan", Arguments.Length: 1, Instance: null } whole ? Source(Unconverted(whole.Arguments[0].Value)) : filled;

    // ImmutableInterlocked changes what the variable refers to.
    private static bool IsImmutable(IMethodSymbol method) => method.ContainingType.Name.StartsWith("Immutable", StringComparison.Ordinal) && method.ContainingType.Name is not "ImmutableInterlocked";

    // ImmutableList.Add: a copy with one element more.
    private FlowValue Extended(IInvocationOperation invocation, FlowValue subject, List<FlowValue> arguments)
    {
        var site = Copied(invocation, subject);
        if (arguments.Count == 2 && invocation.Arguments[0].Parameter?.Name is "key" && ElementKey(invocation.Arguments[0].Value) is var key && !FlowMember.IsAnyElement(key))
        {
            _state.Set(site, key, arguments[1]);
            StoreKey(FlowValue.At(site), arguments[0]);
            return FlowValue.At(site);
        }

        foreach (var argument in arguments)
        {
            AddTo(site, FlowMember.AnyElement, argument);
            CopyElements(argument, site);
        }

        return FlowValue.At(site);
    }

    private int Copied(IInvocationOperation invocation, FlowValue subject)
    {
        var site = Sites.Made(invocation.Syntax, fresh: true);
        CopyElements(subject, site);
        return site;
    }

    // Clear, or CopyTo: the receiver loses what it holds, or the argument gets it.
    private void Empty(FlowValue receiver)
    {
        if (receiver.Sites.Length == 1 && Sites[receiver.Sites[0]].IsFresh)
        {
            _state.SetElements(receiver.Sites[0], []);
        }
        else if (receiver.Sites.Length == 1)
        {
            _state.Empty(receiver.Sites[0]);
        }
    }

    // table.Remove("key"): what was stored under it is gone. A list's elements move, and are left as they are.
    private void Remove(IInvocationOperation invocation, FlowValue receiver)
    {
        var key = ElementKey(invocation.Arguments[0].Value);
        if (receiver.Sites.Length == 1 && !FlowMember.IsAnyElement(key) && invocation.Arguments[0].Parameter?.Name is "key" or "name" or "propertyName")
        {
            _state.Set(receiver.Sites[0], key, FlowValue.Clean);
        }
    }

    private void CopyTo(IInvocationOperation invocation, FlowValue source, List<FlowValue> arguments)
    {
        var target = -1;
        for (var i = invocation.Instance is null ? 1 : 0; i < arguments.Count; i++)
        {
            target = Unconverted(invocation.Arguments[i].Value).Type is IArrayTypeSymbol or { Name: "Span" or "Memory" } || invocation.Arguments[i].Parameter?.Type is { Name: "Stream" or "PipeWriter" } ? i : target;
        }

        if (target < 0)
        {
            return;
        }

        if (invocation.TargetMethod.Name is "GetChars" or "GetBytes")
        {
            source = source.Join(Joined(arguments));
        }

        if (arguments[target].Sites.IsEmpty)
        {
            Assign(invocation.Arguments[target].Value, arguments[target].Join(DeepOf(source).AsText()));
        }

        foreach (var site in arguments[target].Sites)
        {
            CopyElements(source, site);
            AddTo(site, FlowMember.AnyElement, ElementOf(source));
        }
    }

    private void Fill(IInvocationOperation invocation, FlowValue receiver, List<FlowValue> arguments)
    {
        var subject = Subject(invocation, receiver, arguments);
        if (PutInOrder(invocation, subject, arguments))
        {
            return;
        }

        if (invocation.TargetMethod.Name is "AppendFormat")
        {
            var text = Format(invocation, arguments);
            foreach (var site in subject.Sites)
            {
                AddTo(site, FlowMember.AnyElement, text);
            }

            return;
        }

        var first = invocation.Instance is null ? 1 : 0;
        var keyed = arguments.Count - first == 2 && invocation.TargetMethod.Name is "Add" or "TryAdd" or "Insert" or "SetValue" or "TryUpdate" or "AddOrUpdate"
            && invocation.Arguments[first].Parameter?.Type is not { TypeKind: TypeKind.Class, SpecialType: SpecialType.None };
        var key = keyed && invocation.TargetMethod.Name is not ("Insert" or "SetValue") ? ElementKey(invocation.Arguments[first].Value) : FlowMember.AnyElement;
        for (var i = first; i < arguments.Count; i++)
        {
            if (!TextCarriers.CanCarry(invocation.Arguments[i].Parameter?.Type))
            {
                continue;
            }

            if ((keyed && i == first && invocation.TargetMethod.Name is "Add" or "TryAdd") || (i == first && i < arguments.Count - 1 && invocation.Arguments[i].Parameter?.Name is "key"))
            {
                StoreKey(subject, arguments[i]);
                continue;
            }

            var value = invocation.TargetMethod.Name is "Append" or "AppendLine" or "Write" or "WriteLine" or "AppendJoin" ? JoinedTextOf(invocation.Arguments[i].Value, arguments[i]) : arguments[i];
            foreach (var site in subject.Sites)
            {
                if (invocation.TargetMethod.Name.EndsWith("Range", StringComparison.Ordinal) || invocation.TargetMethod.Name is "UnionWith")
                {
                    CopyElements(value, site);
                    AddTo(site, FlowMember.AnyElement, ElementOf(value));
                }
                else
                {
                    AddTo(site, key, value);
                }
            }
        }
    }
}
