using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>Calls without a model: everything that is given may be in the result, and in what is given by reference.</summary>
internal sealed partial class FlowEvaluator
{
    private FlowValue InvokeOther(IInvocationOperation invocation, FlowValue receiver, List<FlowValue> arguments)
    {
        var method = invocation.TargetMethod;
        if (IsOfLengthOnly(invocation))
        {
            return FlowValue.Clean;
        }

        if (method is { IsStatic: true, ContainingType: { Name: "Interlocked" or "Volatile", ContainingNamespace.Name: "Threading" } } && arguments.Count > 0)
        {
            return Exchange(invocation, arguments);
        }

        if (method.Name.StartsWith("Deserialize", StringComparison.Ordinal) && arguments.Count > 0 && Parse(invocation, arguments[0]) is { } parsed)
        {
            return parsed;
        }

        var carried = Carried(invocation, receiver, arguments);
        var subjectIsGuarded = Subject(invocation, receiver, arguments).IsGuarded;
        if (method.MethodKind == MethodKind.Constructor)
        {
            KeepInBase(invocation, receiver, arguments);
        }

        switch (method.Name)
        {
            case "SetLength" when Offset(invocation.Arguments[0].Value) is 0:
            case "Clear":
            case "Remove" or "RemoveRange" when IsAll(invocation):
                Empty(receiver);
                break;
            case "SetAttributeValue" or "SetElementValue" when IsXml(method.ContainingType):
                SetXmlValue(invocation, receiver, arguments);
                break;
            case "Remove" when IsXml(invocation.Instance?.Type) && arguments.Count == 0:
                Empty(receiver);
                break;
            case "Fill" when IsWhole(invocation):
                var filled = Subject(invocation, receiver, arguments);
                Empty(filled);
                if (filled.Sites.IsEmpty || !filled.IsBlank)
                {
                    Assign(Filled(invocation)!, arguments[arguments.Count - 1].WithSites(filled.Sites));
                }

                Fill(invocation, receiver, arguments);
                break;
            case "CopyTo" or "CopyToAsync" or "TryCopyTo" or "Copy" or "BlockCopy" or "GetChars" or "GetBytes" or "TryFormat":
                CopyTo(invocation, Subject(invocation, receiver, arguments), arguments);
                break;
            case "ToUpperInvariant" or "ToLowerInvariant" or "ToUpper" or "ToLower" when method.ContainingType.Name is "MemoryExtensions":
                CopyTo(invocation, Subject(invocation, receiver, arguments), arguments);
                break;
            case "RemoveAt" or "RemoveFirst" or "RemoveLast" when FindInOrder(invocation, receiver) is not null:
                break;
            case var _ when Mixes(method):
                Mix(Subject(invocation, receiver, arguments));
                goto default;
            default:
                if (!IsImmutable(method) && (CallModels.Fills(method) || MayKeep(method)))
                {
                    Fill(invocation, receiver, arguments);
                    Requery(receiver.Sites);
                }

                break;
        }

        for (var i = 0; i < arguments.Count; i++)
        {
            if (invocation.Arguments[i].Parameter is { RefKind: RefKind.Out or RefKind.Ref } parameter && TextCarriers.CanCarry(parameter.Type))
            {
                Assign(invocation.Arguments[i].Value, receiver.Sites.IsEmpty ? carried.WithSites(arguments[i].Sites) : FoundIn(invocation, receiver));
            }
        }

        if (method.Name is "Remove" or "TryRemove" && arguments.Count > 0)
        {
            if (IsImmutable(method))
            {
                receiver = FlowValue.At(Copied(invocation, receiver));
            }

            Remove(invocation, receiver);
            if (IsImmutable(method))
            {
                return receiver;
            }
        }

        if ((method.ReturnsVoid || method.Name is "Post" or "SendAsync" or "InvokeAsync") && MayKeepFunction(invocation.Instance?.Type))
        {
            // progress.Report(x), block.Post(x): the object runs the function that it was made with.
            InvokeDelegates(invocation, ElementOf(receiver), arguments);
        }

        if (!TextCarriers.CanCarry(method.ReturnType))
        {
            return FlowValue.Unknown;
        }

        if (CallModels.ReturnsReceiver(method) || (method.Name is "Clear" or "Remove" && IsTextBuilder(method.ContainingType) && !receiver.Sites.IsEmpty))
        {
            var subject = Subject(invocation, receiver, arguments);
            return subject.Sites.IsEmpty || IsImmutable(method) ? Extended(invocation, subject, arguments) : subject;
        }

        if (method.Name is "Split" && invocation is { Instance.Type.SpecialType: SpecialType.System_String, Arguments.IsEmpty: false } && IsAtSign(invocation.Arguments[0].Value))
        {
            return SplitAtSign(invocation, carried.AsText());
        }

        if (method.ReturnType.SpecialType == SpecialType.System_String)
        {
            return IsMadeOfNothing(invocation, receiver, arguments) ? FlowValue.Clean : carried.AsText();
        }

        if (subjectIsGuarded)
        {
            // A builder or wrapper of a guarded client builds a guarded client.
            return carried.WithSite(Sites.Made(invocation.Syntax, fresh: false)).AsGuarded();
        }

        if (GivenBack(invocation, arguments) is { } same)
        {
            return same;
        }

        // A part of a library object, or an object around it: what is put into one is in the other.
        var made = Sites.Made(invocation.Syntax, fresh: false);
        var around = carried.WithSite(made);
        if (method.Name is "Add" && IsLibrary(method) && method.ReturnType.IsReferenceType)
        {
            // set.Tables.Add("orders"): what it gives is what it added.
            foreach (var site in receiver.Sites)
            {
                AddTo(site, invocation.Arguments.Length > 0 ? ElementKey(invocation.Arguments[0].Value) : FlowMember.AnyElement, FlowValue.At(made));
            }
        }

        return IsLibrary(method) && TextCarriers.CanHoldOthers(method.ReturnType) ? around.WithSites([.. around.Sites.Concat(Wrapped(invocation, receiver, arguments)).Distinct().OrderBy(site => site)]) : around;
    }

    // Guid.NewGuid().ToString("N"), 3.ToString(culture), string.Format("{0}", "a"): nobody's, whatever the member is called that it is put into.
    private static bool IsMadeOfNothing(IInvocationOperation invocation, FlowValue receiver, List<FlowValue> arguments)
    {
        var isPlain = invocation.TargetMethod.ContainingType is { SpecialType: not (SpecialType.None or SpecialType.System_Object) } or { Name: "Guid" or "DateOnly" or "TimeOnly" or "TimeSpan" or "DateTimeOffset" or "Random" or "RandomNumberGenerator" or "Path" or "Convert", ContainingNamespace: { Name: "System" or "IO" or "Cryptography" } };
        if (!isPlain || (invocation.Instance is { } instance && !HoldsNothing(instance, receiver)))
        {
            return false;
        }

        for (var i = 0; i < arguments.Count; i++)
        {
            if (!HoldsNothing(invocation.Arguments[i].Value, arguments[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool HoldsNothing(IOperation operand, FlowValue value) => value.IsNothing || (value.IsBlank && !TextCarriers.CanCarry(Unconverted(operand).Type));

    // Interlocked.Exchange(ref text, "none"), Volatile.Write(ref text, "none"): the old value is the result.
    private FlowValue Exchange(IInvocationOperation invocation, List<FlowValue> arguments)
    {
        if (arguments.Count > 1)
        {
            Assign(invocation.Arguments[0].Value, invocation.TargetMethod.Name is "CompareExchange" ? arguments[0].Join(arguments[1]) : arguments[1]);
        }

        return arguments[0];
    }

    // Task<Order> AddAsync(Order order, CancellationToken token) of a contract without code: the order itself, as far as anybody knows.
    private FlowValue? GivenBack(IInvocationOperation invocation, List<FlowValue> arguments)
    {
        var result = TextCarriers.Awaited(invocation.Type);
        if (result is null || IsLibrary(result) || IsLibrary(invocation.TargetMethod))
        {
            return null;
        }

        var at = -1;
        for (var i = 0; i < arguments.Count; i++)
        {
            if (SymbolEqualityComparer.Default.Equals(Unconverted(invocation.Arguments[i].Value).Type, result) && at < 0)
            {
                at = i;
            }
            else if (TextCarriers.CanCarry(Unconverted(invocation.Arguments[i].Value).Type))
            {
                return null;
            }
        }

        return at < 0 || arguments[at].Sites.IsEmpty ? null : arguments[at];
    }

    // writer.Inner; XmlWriter.Create(builder)
    private static IEnumerable<int> Wrapped(IInvocationOperation invocation, FlowValue receiver, List<FlowValue> arguments) => invocation.Instance is not null
        ? receiver.Sites
        : invocation.Arguments.Zip(arguments, (argument, value) => argument.Parameter is { Type: { } type } && TextCarriers.CanHoldOthers(type) ? value.Sites : []).SelectMany(sites => sites);

    // Made with a function, or known by a contract only.
    private static bool MayKeepFunction(ITypeSymbol? type) => type is INamedTypeSymbol named
        && (named.Name is "IProgress" or "ITargetBlock" or "IObserver" || TakesFunctions(named));

    // Nothing is known of another project's method that gives nothing, or its own object: it may keep what it is given.
    private bool MayKeep(IMethodSymbol method) => method is { IsStatic: false, MethodKind: MethodKind.Ordinary } && IsLibrary(method) && Engine.Owners.IsModel(method.ContainingType)
        && (method.ReturnsVoid || SymbolEqualityComparer.Default.Equals(method.ReturnType, method.ContainingType));

    // : base(message) of a library class: what it is given is in the object.
    private void KeepInBase(IInvocationOperation invocation, FlowValue receiver, List<FlowValue> arguments)
    {
        for (var i = 0; i < arguments.Count; i++)
        {
            foreach (var site in TextCarriers.CanCarry(invocation.Arguments[i].Parameter?.Type) ? receiver.Sites : [])
            {
                AddTo(site, FlowMember.AnyElement, arguments[i]);
                KeepMessage(site, invocation.TargetMethod.ContainingType, invocation.Arguments[i].Parameter, arguments[i]);
            }
        }
    }

    // Of all that an exception holds, its message is what it was made with.
    private void KeepMessage(int site, ITypeSymbol type, IParameterSymbol? parameter, FlowValue value)
    {
        if (parameter?.Name is "message" && FlowSinks.IsException(type))
        {
            _state.Set(site, nameof(Exception.Message), value);
        }
    }

    // string.Create(text.Length, text, static (span, _) => span.Fill('*'))
    private static bool IsOfLengthOnly(IInvocationOperation invocation) =>
        invocation is { TargetMethod: { Name: "Create", ContainingType.SpecialType: SpecialType.System_String }, Arguments.Length: 3 }
        && invocation.Arguments[2].Value.Syntax is ParenthesizedLambdaExpressionSyntax { ParameterList.Parameters: { Count: 2 } parameters } lambda
        && lambda.Modifiers.Any(SyntaxKind.StaticKeyword)
        && !lambda.Body.DescendantNodes().OfType<IdentifierNameSyntax>().Any(name => name.Identifier.ValueText == parameters[1].Identifier.ValueText);

    /// <summary>Everything that is given to a call: it may be in the result.</summary>
    private FlowValue Carried(IInvocationOperation invocation, FlowValue receiver, List<FlowValue> arguments)
    {
        var byKey = CallModels.FindsByKey(invocation.TargetMethod);
        var holder = Subject(invocation, receiver, arguments);
        var isElement = IsReadByKey(invocation) && !holder.Sites.IsEmpty;
        var carried = byKey ? receiver.AsText() : DeepOf(isElement ? ElementOf(holder) : receiver).AsText();
        for (var i = isElement && invocation.Instance is null ? 1 : 0; i < arguments.Count && !byKey; i++)
        {
            if (!CallModels.IsKey(invocation, i) && TextCarriers.CanCarry(Unconverted(invocation.Arguments[i].Value).Type))
            {
                carried = carried.Join(DeepOf(arguments[i]).AsText());
            }
        }

        var element = ElementOf(holder);
        foreach (var argument in arguments)
        {
            element = invocation.TargetMethod.Name is "Create" && !IsFunction(argument) ? element.Join(argument) : element;
        }

        element = StateOf(invocation.Arguments, arguments) is { } state ? element.Join(state) : element;
        return RunFunctions(invocation, arguments, element) is { } returned ? carried.Join(DeepOf(returned).AsText()) : carried;
    }

    // cache.Get<string>(key): what is stored there, and no key.
    private static bool IsReadByKey(IInvocationOperation invocation)
    {
        for (var i = 0; i < invocation.Arguments.Length; i++)
        {
            if (invocation.Arguments[i].Parameter?.Name is "key" && CallModels.IsKey(invocation, i))
            {
                return true;
            }
        }

        return false;
    }

    private FlowValue FoundIn(IInvocationOperation invocation, FlowValue receiver)
    {
        var key = invocation.Arguments.Length > 0 ? ElementKey(invocation.Arguments[0].Value) : FlowMember.AnyElement;
        return ReadElement(receiver, key);
    }
}
