using System.Collections.Generic;
using System.Collections.Immutable;
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
            RememberPrompt(argument.Value);
            Report(sink, argument, value, client, host: null);
        }

        // The answer is the supplier's text; what was sent is not followed through it.
        return FlowValue.Answer(new FlowOrigin(FlowLabel.ModelOutput, PersonalDataConfidence.Strong, string.Empty, invocation.Syntax.GetLocation(), Declaration: null))
            .WithSite(Sites.Made(invocation.Syntax, fresh: true));
    }

    private FlowValue SendOverHttp(IInvocationOperation invocation, FlowSinkCall sink, FlowValue receiver, List<FlowValue> arguments, FlowValue result)
    {
        var host = DeepOf(receiver);
        foreach (var argument in arguments)
        {
            host = host.Join(DeepOf(argument).AsText());
        }

        if (!host.Holds(FlowLabel.ProviderHost) && host.Inputs.IsEmpty)
        {
            return result;
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
            : result;
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
            _analysis.Values.Record(argument.Value.Syntax, sent);
            _analysis.Report(new FlowHit(sink.Sink, argument.Value.Syntax, sent, client, host));
        }
    }

    private void Log(FlowSink sink, ImmutableArray<IArgumentOperation> payload)
    {
        foreach (var argument in payload)
        {
            foreach (var value in argument.Value is IArrayCreationOperation { Initializer: { } values } ? values.ElementValues : [argument.Value])
            {
                var operand = Unconverted(value);
                foreach (var symbol in SymbolsIn(operand))
                {
                    _analysis.Logged.Add((sink, value.Syntax, symbol));
                }

                var text = TextOf(operand, Evaluate(operand));
                if (!text.IsBlank)
                {
                    _analysis.Values.Record(value.Syntax, text);
                    _analysis.Report(new FlowHit(sink, value.Syntax, text.AsText(), FlowValue.Unknown, Host: null));
                }
            }
        }
    }

    private void RememberPrompt(IOperation payload)
    {
        foreach (var symbol in SymbolsIn(payload))
        {
            _analysis.Prompts.Add(symbol);
        }
    }

    /// <summary>The variables of text or messages that an expression is made of.</summary>
    private static IEnumerable<ISymbol> SymbolsIn(IOperation operation)
    {
        switch (Unconverted(operation))
        {
            case ILocalReferenceOperation local when IsPromptType(local.Type):
                yield return local.Local;
                break;
            case IParameterReferenceOperation parameter when IsPromptType(parameter.Type):
                yield return parameter.Parameter;
                break;
            case IFieldReferenceOperation field when IsPromptType(field.Type):
                yield return field.Field;
                break;
            case IInterpolatedStringOperation text:
                foreach (var part in text.Parts)
                {
                    foreach (var symbol in part is IInterpolationOperation hole ? SymbolsIn(hole.Expression) : [])
                    {
                        yield return symbol;
                    }
                }

                break;
            case IObjectCreationOperation { Type.Name: "ChatMessage" } message:
                foreach (var argument in message.Arguments)
                {
                    foreach (var symbol in SymbolsIn(argument.Value))
                    {
                        yield return symbol;
                    }
                }

                break;
        }
    }

    private static bool IsPromptType(ITypeSymbol? type) => type is { SpecialType: SpecialType.System_String } or { Name: "ChatMessage" }
        || type is INamedTypeSymbol { TypeArguments.Length: 1 } sequence && sequence.TypeArguments[0].Name is "ChatMessage";
}
