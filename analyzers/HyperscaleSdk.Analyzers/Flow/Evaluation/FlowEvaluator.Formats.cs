using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>Composite formats: <c>string.Format("{0}, {1:phone}", name, phone)</c>.</summary>
internal sealed partial class FlowEvaluator
{
    private FlowValue Format(IInvocationOperation invocation, List<FlowValue> arguments)
    {
        var text = FlowValue.Clean;
        var holes = invocation.TargetMethod.Name is "Format" or "AppendFormat" ? FormatHoles.Of(invocation, Source) : null;
        var formatter = holes is not null && invocation.Arguments[0].Parameter?.Type.Name is "IFormatProvider" ? FormatterOf(Unconverted(invocation.Arguments[0].Value).Type, arguments[0]) : null;
        for (var i = 0; i < arguments.Count; i++)
        {
            var operand = invocation.Arguments[i].Value;
            if (ElementsOf(operand) is { IsDefault: false } elements)
            {
                for (var hole = 0; hole < elements.Length; hole++)
                {
                    var element = elements[hole];
                    text = text.Join(Formatted(element, TextOf(element, Evaluate(element)), FormatsOf(holes, hole), formatter));
                }
            }
            else
            {
                text = text.Join(Formatted(operand, JoinedTextOf(operand, arguments[i]), FormatHoles.IndexOf(invocation.Arguments[i].Parameter) is { } index ? FormatsOf(holes, index) : [null], formatter));
            }
        }

        return text;
    }

    // Of params, and of an array that is made on the spot.
    private static ImmutableArray<IOperation> ElementsOf(IOperation argument) => argument switch
    {
        IArrayCreationOperation { Initializer: { } elements } => elements.ElementValues,
        ICollectionExpressionOperation { IsImplicit: true } elements => elements.Elements,
        _ => default,
    };

    // How the holes for an argument are formatted; where the format is not known, there is one without.
    private static IReadOnlyList<string?> FormatsOf(IReadOnlyList<(int Index, string? Format)>? holes, int index) =>
        holes is null ? [null] : [.. holes.Where(hole => hole.Index == index).Select(hole => hole.Format)];

    // The project's own ICustomFormatter.
    private IMethodSymbol? FormatterOf(ITypeSymbol? type, FlowValue provider) =>
        (ExactTypeOf(provider) ?? type) is { } formatter && formatter.AllInterfaces.Any(contract => contract.Name is "ICustomFormatter") ? MethodOf(formatter, "Format", parameters: 3) : null;

    private FlowValue Formatted(IOperation operand, FlowValue value, IReadOnlyList<string?> formats, IMethodSymbol? formatter)
    {
        var text = FlowValue.Clean;
        foreach (var format in formats)
        {
            text = text.Join(formatter is null || value.IsBlank ? value : FormattedBy(formatter, operand, value, format));
        }

        return text;
    }

    private FlowValue FormattedBy(IMethodSymbol formatter, IOperation operand, FlowValue value, string? format)
    {
        var result = Call(new FlowCall(operand, formatter, FlowValue.Unknown, [FlowValue.Clean, value, FlowValue.Unknown], [null, operand, null]) { IsExact = true }) ?? value;
        var (gone, _) = Engine.Masks.Of(formatter, text: 1, isText: true, [format, null, null], _analysis.CancellationToken);
        return result.Without(gone);
    }
}
