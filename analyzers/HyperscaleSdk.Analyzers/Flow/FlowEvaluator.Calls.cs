using System;
using System.Collections.Generic;
using HyperscaleSdk.Analyzers.Ai;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>Method calls: AI calls, sanitizers, functions of this method, known library methods, and all others.</summary>
internal sealed partial class FlowEvaluator
{
    private FlowValue Invoke(IInvocationOperation invocation)
    {
        if (AiCall.TryCreate(invocation, _analysis.Types, out var call))
        {
            return Send(call);
        }

        var method = invocation.TargetMethod;
        if (FunctionOf(invocation) is { } function)
        {
            return _analysis.Call(function, ValuesOf(invocation), _state);
        }

        var receiver = Evaluate(invocation.Instance);
        var arguments = ValuesOf(invocation);
        if (Sanitizers.Cleans(method))
        {
            return FlowValue.Clean;
        }

        if (method.MethodKind == MethodKind.DelegateInvoke)
        {
            return InvokeDelegates(receiver, arguments);
        }

        var result = CallModels.Classify(method) switch
        {
            CallModel.Identity => Identity(invocation, receiver, arguments),
            CallModel.Element => ElementOf(Subject(invocation, receiver, arguments)),
            CallModel.Map => Map(invocation, Subject(invocation, receiver, arguments), arguments),
            CallModel.ToText => TextOf(invocation.Instance!, receiver),
            CallModel.Format => Format(invocation, arguments),
            CallModel.Serialize => Serialize(invocation, receiver, arguments),
            CallModel.Substring => Substring(invocation, receiver),
            _ => InvokeOther(invocation, receiver, arguments),
        };
        return WithDeclared(result, method, invocation);
    }

    private FlowValue Send(AiCall call)
    {
        Evaluate(call.Invocation.Instance);
        foreach (var argument in call.Invocation.Arguments)
        {
            var value = Evaluate(argument.Value);
            if (!Contains(call.Payload(), argument))
            {
                continue;
            }

            var type = Unconverted(argument.Value).Type;
            var sent = type is null || IsLibrary(type) && ElementType(type) is null ? DeepOf(value) : DeepOf(value).Join(SerializedOf(argument.Value, value));
            if (!sent.Origins.IsEmpty)
            {
                _analysis.Record(argument.Value.Syntax, sent.AsText());
                _analysis.Report(call, argument.Value.Syntax, sent.Origins);
            }
        }

        // The answer is the supplier's text; what was sent is not followed through it.
        return FlowValue.Clean;
    }

    private static bool Contains(IEnumerable<IArgumentOperation> arguments, IArgumentOperation wanted)
    {
        foreach (var argument in arguments)
        {
            if (ReferenceEquals(argument, wanted))
            {
                return true;
            }
        }

        return false;
    }

    private List<FlowValue> ValuesOf(IInvocationOperation invocation)
    {
        var values = new List<FlowValue>(invocation.Arguments.Length);
        foreach (var argument in invocation.Arguments)
        {
            values.Add(Evaluate(argument.Value));
        }

        return values;
    }

    private FlowFunction? FunctionOf(IInvocationOperation invocation) =>
        invocation.TargetMethod.MethodKind == MethodKind.LocalFunction
            ? new FlowFunction(invocation.TargetMethod.OriginalDefinition, _graph, Lambda: null)
            : null;

    private FlowValue InvokeDelegates(FlowValue receiver, List<FlowValue> arguments)
    {
        FlowValue? result = null;
        foreach (var site in receiver.Sites)
        {
            if (_analysis.Sites.FunctionAt(site) is { } function)
            {
                var returned = _analysis.Call(function, arguments, _state);
                result = result is null ? returned : result.Join(returned);
            }
        }

        return result ?? FlowValue.Unknown;
    }

    /// <summary>The collection or task that an instance or extension method works on.</summary>
    private static FlowValue Subject(IInvocationOperation invocation, FlowValue receiver, List<FlowValue> arguments) =>
        invocation.Instance is null && arguments.Count > 0 ? arguments[0] : receiver;

    private FlowValue Identity(IInvocationOperation invocation, FlowValue receiver, List<FlowValue> arguments)
    {
        var subject = Subject(invocation, receiver, arguments);
        RunFunctions(arguments, ElementOf(subject));
        foreach (var argument in arguments)
        {
            if (!ReferenceEquals(argument, subject) && invocation.TargetMethod.Name is "Concat" or "Append" or "Prepend" or "Union" or "Zip")
            {
                var site = _analysis.Sites.Made(invocation.Syntax, fresh: true);
                CopyElements(subject, site);
                CopyElements(argument, site);
                AddTo(site, AnyElement, argument);
                return FlowValue.At(site);
            }
        }

        return subject;
    }

    private FlowValue ElementOf(FlowValue collection) => ReadElement(collection, []);

    private FlowValue Map(IInvocationOperation invocation, FlowValue subject, List<FlowValue> arguments)
    {
        var mapped = RunFunctions(arguments, ElementOf(subject));
        if (invocation.TargetMethod.Name is "Run" or "StartNew" or "Aggregate" or "ContinueWith")
        {
            return mapped ?? FlowValue.Unknown;
        }

        var site = _analysis.Sites.Made(invocation.Syntax, fresh: true);
        _state.Set(site, AnyElement, mapped ?? DeepOf(subject).AsText());
        return FlowValue.At(site);
    }

    private FlowValue? RunFunctions(List<FlowValue> arguments, FlowValue element)
    {
        FlowValue? result = null;
        foreach (var argument in arguments)
        {
            foreach (var site in argument.Sites)
            {
                if (_analysis.Sites.FunctionAt(site) is { } function)
                {
                    var inputs = new FlowValue[function.Symbol.Parameters.Length];
                    for (var i = 0; i < inputs.Length; i++)
                    {
                        inputs[i] = element;
                    }

                    var returned = _analysis.Call(function, inputs, _state);
                    result = result is null ? returned : result.Join(returned);
                }
            }
        }

        return result;
    }

    private FlowValue Format(IInvocationOperation invocation, List<FlowValue> arguments)
    {
        var text = FlowValue.Clean;
        for (var i = 0; i < arguments.Count; i++)
        {
            var operand = invocation.Arguments[i].Value;
            if (operand is IArrayCreationOperation { Initializer: { } elements })
            {
                foreach (var element in elements.ElementValues)
                {
                    text = text.Join(TextOf(element, Evaluate(element)));
                }
            }
            else
            {
                text = text.Join(TextOf(operand, arguments[i]));
            }
        }

        return text;
    }

    private FlowValue Serialize(IInvocationOperation invocation, FlowValue receiver, List<FlowValue> arguments)
    {
        var text = DeepOf(receiver).AsText();
        for (var i = 0; i < arguments.Count; i++)
        {
            text = text.Join(SerializedOf(invocation.Arguments[i].Value, arguments[i]));
        }

        return text;
    }

    private FlowValue InvokeOther(IInvocationOperation invocation, FlowValue receiver, List<FlowValue> arguments)
    {
        var method = invocation.TargetMethod;
        var carried = CallModels.FindsByKey(method) ? receiver.AsText() : DeepOf(receiver).AsText();
        foreach (var argument in arguments)
        {
            carried = CallModels.FindsByKey(method) ? carried : carried.Join(DeepOf(argument).AsText());
        }

        if (RunFunctions(arguments, ElementOf(Subject(invocation, receiver, arguments))) is { } returned)
        {
            carried = carried.Join(returned);
        }

        if (CallModels.Fills(method))
        {
            Fill(invocation, receiver, arguments);
        }

        for (var i = 0; i < arguments.Count; i++)
        {
            if (invocation.Arguments[i].Parameter is { RefKind: RefKind.Out or RefKind.Ref } parameter && TextCarriers.CanCarry(parameter.Type))
            {
                Assign(invocation.Arguments[i].Value, receiver.Sites.IsEmpty ? carried : ElementOf(receiver));
            }
        }

        if (!TextCarriers.CanCarry(method.ReturnType))
        {
            return FlowValue.Unknown;
        }

        if (CallModels.ReturnsReceiver(method))
        {
            return receiver;
        }

        var result = carried.Holds(PersonalDataKind.ResidentRegistrationNumber) || !carried.Origins.IsEmpty ? carried : FlowValue.Unknown;
        return method.ReturnType.SpecialType == SpecialType.System_String
            ? result
            : result.WithSite(_analysis.Sites.Made(invocation.Syntax, fresh: false));
    }

    private void Fill(IInvocationOperation invocation, FlowValue receiver, List<FlowValue> arguments)
    {
        var subject = Subject(invocation, receiver, arguments);
        var key = arguments.Count == 2 && invocation.Instance is not null && invocation.Arguments[0].Value.ConstantValue is { HasValue: true, Value: { } constant }
            ? "[" + Convert.ToString(constant, System.Globalization.CultureInfo.InvariantCulture) + "]"
            : AnyElement;
        for (var i = invocation.Instance is null ? 1 : 0; i < arguments.Count; i++)
        {
            if (!TextCarriers.CanCarry(invocation.Arguments[i].Parameter?.Type))
            {
                continue;
            }

            var value = invocation.TargetMethod.Name is "Append" or "AppendLine" or "Write" or "WriteLine" ? TextOf(invocation.Arguments[i].Value, arguments[i]) : arguments[i];
            foreach (var site in subject.Sites)
            {
                if (invocation.TargetMethod.Name.EndsWith("Range", StringComparison.Ordinal))
                {
                    CopyElements(value, site);
                }
                else
                {
                    AddTo(site, key, value);
                }
            }
        }
    }
}
