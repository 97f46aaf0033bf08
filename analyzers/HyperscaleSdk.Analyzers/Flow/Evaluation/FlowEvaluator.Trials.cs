using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>The project's own masks: <c>Mask(phone)</c>, which writes stars in a loop.</summary>
internal sealed partial class FlowEvaluator
{
    /// <summary>What a method gives back, without what it takes away from the one text that it is given.</summary>
    private FlowValue Masked(FlowCall call, IMethodSymbol method, FlowValue result)
    {
        if (result.IsBlank || !Engine.Masks.MayBeMask(method) || TextOf(call, method) is not var (text, isText))
        {
            return result;
        }

        var constants = new object?[call.Arguments.Count];
        for (var i = 0; i < constants.Length; i++)
        {
            if (i == text)
            {
                continue;
            }

            if (ConstantOf(call.Operands[i]) is not { } constant)
            {
                return result;
            }

            constants[i] = constant;
        }

        var (gone, shortened) = Engine.Masks.Of(method, text, isText, constants, _analysis.CancellationToken);
        return shortened == 0 ? gone == 0 ? result : result.Without(gone) : AsBirthDates(result.Without(gone), shortened);
    }

    // The one argument with data, a text or a person's record; -1 for the text whose extension the method is, and for the record whose own it is.
    private (int Ordinal, bool IsText)? TextOf(FlowCall call, IMethodSymbol method)
    {
        var given = Enumerable.Range(0, call.Arguments.Count).Where(i => !call.Arguments[i].IsBlank).ToArray();
        var receiver = (call.Operation as IInvocationOperation)?.Instance ?? (call.Operation as IPropertyReferenceOperation)?.Instance;
        var isOfText = receiver?.Type?.SpecialType == SpecialType.System_String;
        return given.Length switch
        {
            1 when !isOfText && method.Parameters.Length == call.Arguments.Count => IsText(method.Parameters[given[0]].Type) ? (given[0], true) : IsLibrary(method.Parameters[given[0]].Type) ? null : (given[0], false),
            0 when receiver is not null && !call.Receiver.IsBlank => isOfText ? (-1, true) : IsLibrary(receiver.Type!) ? null : (-1, false),
            _ => null,
        };
    }

    private static bool IsText(ITypeSymbol type) => type.SpecialType == SpecialType.System_String || type is INamedTypeSymbol { Name: "ReadOnlySpan" } span && span.TypeArguments[0].SpecialType == SpecialType.System_Char;

    private object? ConstantOf(IOperation? operand) => operand switch
    {
        null => null,
        { ConstantValue: { HasValue: true, Value: int or string or char or bool } } => operand.ConstantValue.Value,
        _ => Fold(operand),
    };
}
