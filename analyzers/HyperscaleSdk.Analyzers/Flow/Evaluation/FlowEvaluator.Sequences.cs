using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>Sequences of pairs and pieces: <c>Zip</c>, <c>Join</c>, <c>Index</c>, <c>Chunk</c>, <c>CountBy</c>.</summary>
internal sealed partial class FlowEvaluator
{
    private FlowValue Parts(IInvocationOperation invocation, FlowValue subject, List<FlowValue> arguments)
    {
        if (invocation.TargetMethod.Name is "CountBy")
        {
            return Counted(invocation, subject, arguments);
        }

        var site = Sites.Made(invocation.Syntax, fresh: true);
        _state.Set(site, FlowMember.AnyElement, invocation.TargetMethod.Name switch
        {
            "Chunk" => subject,
            "Join" or "GroupJoin" or "LeftJoin" or "RightJoin" => Matched(invocation, arguments),
            "Index" => Pair(invocation, [FlowValue.Clean, ElementOf(subject)]),
            _ => Zipped(invocation, arguments),
        });
        return FlowValue.At(site);
    }

    private FlowValue Zipped(IInvocationOperation invocation, List<FlowValue> arguments)
    {
        var elements = arguments.Where(argument => !IsFunction(argument)).Select(ElementOf).ToList();
        return arguments.Find(IsFunction) is { } function ? RunFunction(invocation, function, elements) : Pair(invocation, elements);
    }

    // The keys that say what belongs together are not in the result; the last function makes it.
    private FlowValue Matched(IInvocationOperation invocation, List<FlowValue> arguments)
    {
        var inner = invocation.TargetMethod.Name is "GroupJoin" ? arguments[1] : ElementOf(arguments[1]);
        RunFunctions(invocation, [arguments[2]], ElementOf(arguments[0]));
        RunFunctions(invocation, [arguments[3]], ElementOf(arguments[1]));
        return arguments.FindLast(IsFunction) is { } maker ? RunFunction(invocation, maker, [ElementOf(arguments[0]), inner]) : Joined(arguments);
    }

    // Sum, Count: what the function does with each element is done; its result is a number of all.
    private FlowValue Measure(IInvocationOperation invocation, FlowValue subject, List<FlowValue> arguments)
    {
        RunFunctions(invocation, arguments, ElementOf(subject), subject);
        return FlowValue.Clean;
    }

    // How often is none of the data; what is counted is the key.
    private FlowValue Counted(IInvocationOperation invocation, FlowValue subject, List<FlowValue> arguments)
    {
        var site = Sites.Made(invocation.Syntax, fresh: true);
        _state.Set(site, FlowMember.Keys, RunFunctions(invocation, arguments, ElementOf(subject)) ?? ElementOf(subject));
        _state.Set(site, FlowMember.AnyElement, FlowValue.Clean);
        return FlowValue.At(site);
    }

    private FlowValue Pair(IInvocationOperation invocation, List<FlowValue> elements)
    {
        var pair = Sites.Made(invocation.Syntax is InvocationExpressionSyntax call ? call.ArgumentList : invocation.Syntax, fresh: true);
        for (var i = 0; i < elements.Count; i++)
        {
            _state.Set(pair, "Item" + (i + 1).ToString(CultureInfo.InvariantCulture), elements[i]);
        }

        return FlowValue.At(pair);
    }
}
