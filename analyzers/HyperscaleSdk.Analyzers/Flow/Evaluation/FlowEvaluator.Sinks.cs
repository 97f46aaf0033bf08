using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using HyperscaleSdk.Analyzers.Ai;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>Calls that send data out of the process.</summary>
internal sealed partial class FlowEvaluator
{
    private FlowValue Send(IInvocationOperation invocation, FlowSinkCall sink)
    {
        var client = FlowValue.Unknown;
        var payload = new List<(IArgumentOperation Argument, FlowValue Value)>();
        if (invocation.Instance is { } instance)
        {
            client = Evaluate(instance);
        }

        foreach (var argument in invocation.Arguments)
        {
            var value = Evaluate(argument.Value);
            if (ReferenceEquals(argument.Value, sink.Client))
            {
                client = value;
            }
            else if (sink.Payload.Contains(argument))
            {
                payload.Add((argument, value));
            }
        }

        _analysis.CountSink(invocation.Syntax);
        foreach (var (argument, value) in payload)
        {
            RememberPrompt(argument.Value, isPart: false);
            Report(sink, argument, value, client, host: null);
        }

        // The answer is the supplier's text; what was sent is not followed through it.
        return FlowValue.Answer(new FlowOrigin(FlowLabel.ModelOutput, PersonalDataConfidence.Strong, string.Empty, invocation.Syntax.GetLocation(), Declaration: null))
            .WithSite(Sites.Made(invocation.Syntax, fresh: true));
    }

    // _chat.GetResponseAsync(text), where _chat is a DelegatingChatClient of the project: what its own method passes on is sent.
    private FlowValue? SendThroughOwn(IInvocationOperation invocation, FlowSinkCall sink)
    {
        if (sink.Client is not { } client || !IsLibrary(invocation.TargetMethod) || OwnTypeOf(Unconverted(client)) is not { } type
            || MethodOf(type, invocation.TargetMethod.Name, parameters: 3) is not { } step || !Engine.OwnClients.PassesOn(step, _analysis.CancellationToken) || _analysis.SummaryOf(step) is null
            || invocation.Arguments.FirstOrDefault(argument => sink.Payload.Contains(argument)) is not { } prompt)
        {
            return null;
        }

        var messages = Evaluate(prompt.Value);
        if (!IsSequence(prompt.Parameter?.Type))
        {
            var site = Sites.Text(prompt.Syntax);
            _state.Set(site, FlowMember.AnyElement, messages);
            messages = FlowValue.At(site);
        }

        return Call(new FlowCall(invocation, step, Evaluate(client), [messages, FlowValue.Unknown, FlowValue.Unknown], [prompt.Value, null, null]) { IsExact = true });
    }

    // The project's own type that the client is known to have.
    private ITypeSymbol? OwnTypeOf(IOperation client) =>
        (client is IMemberReferenceOperation { Member: var member } && !IsLibrary(member) ? Engine.Kept.Of(member, _analysis.CancellationToken) : client is ILocalReferenceOperation ? ExactTypeOf(Evaluate(client)) : null) is { } exact && !IsLibrary(exact) ? exact
            : client.Type is { TypeKind: TypeKind.Class } type && !IsLibrary(type) ? type
            : null;

    private FlowValue SendOverHttp(IInvocationOperation invocation, FlowSinkCall sink, FlowValue receiver, List<FlowValue> arguments)
    {
        var host = DeepOf(receiver);
        foreach (var argument in arguments)
        {
            host = host.Join(DeepOf(argument).AsText());
        }

        if (!host.Holds(FlowLabel.ProviderHost) && host.Inputs.IsEmpty)
        {
            // What another system answers is its own data.
            return FlowValue.Unknown;
        }

        _analysis.CountSink(invocation.Syntax);
        foreach (var origin in host.Origins)
        {
            sink = origin.Kind == FlowLabel.ProviderHost ? sink with { Sink = sink.Sink with { ProviderId = origin.Name } } : sink;
        }

        for (var i = 0; i < arguments.Count; i++)
        {
            if (sink.Payload.Contains(invocation.Arguments[i]))
            {
                Report(sink, invocation.Arguments[i], arguments[i], receiver, host.Holds(FlowLabel.ProviderHost) ? null : host);
            }
        }

        return host.Holds(FlowLabel.ProviderHost)
            ? FlowValue.Answer(new FlowOrigin(FlowLabel.ModelOutput, PersonalDataConfidence.Strong, string.Empty, invocation.Syntax.GetLocation(), Declaration: null))
            : FlowValue.Unknown;
    }

    private void Report(FlowSinkCall sink, IArgumentOperation argument, FlowValue value, FlowValue client, FlowValue? host)
    {
        var sent = SentTextOf(argument.Value, value).AsText();
        if (ChildBranches.Mentioned(argument.Value.Syntax) is { } child)
        {
            sent = sent.Add(new FlowOrigin(FlowLabel.Child, PersonalDataConfidence.Strong, child, argument.Value.Syntax.GetLocation(), Declaration: null));
        }

        if (!sent.IsBlank && !client.IsGuarded)
        {
            var place = PlaceOf(argument.Value);
            _analysis.Values.Record(place, sent);
            _analysis.Report(new FlowHit(sink.Sink, place, sent, client, host));
        }
    }

    /// <summary>Where an argument stands. A <c>params</c> collection stands at the whole call: there it is the first element that carries something.</summary>
    public SyntaxNode PlaceOf(IOperation argument)
    {
        var elements = argument switch
        {
            IArrayCreationOperation { IsImplicit: true, Initializer: { } initializer } => initializer.ElementValues,
            ICollectionExpressionOperation { IsImplicit: true } collection => collection.Elements,
            _ => [],
        };
        var sent = elements.Select(element => (element.Syntax, Value: SentTextOf(element, Evaluate(element)))).Where(part => !part.Value.IsBlank).ToList();
        return sent.Count == 0 ? argument.Syntax : sent.Find(part => !part.Value.Origins.IsEmpty).Syntax ?? sent[0].Syntax;
    }

    private void Log(FlowSink sink, ImmutableArray<IArgumentOperation> payload)
    {
        foreach (var argument in payload)
        {
            foreach (var value in argument.Value is IArrayCreationOperation { Initializer: { } values } ? values.ElementValues : [argument.Value])
            {
                var operand = Unconverted(value);
                var text = TextOf(operand, Evaluate(operand));
                if (text.IsNothing || !TextCarriers.CanCarry(operand.Type))
                {
                    // A number, or a constant such as a template or the name of a stage.
                    continue;
                }

                RememberLogged(sink, value);
                if (!text.IsBlank)
                {
                    _analysis.Values.Record(value.Syntax, text);
                    _analysis.Report(new FlowHit(sink, value.Syntax, text.AsText(), FlowValue.Unknown, Host: null));
                }
            }
        }
    }
}
