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
        if (result.IsBlank || !Engine.Masks.MayBeMask(method) || TextOf(call, method) is not { } text)
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

        var (gone, shortened) = Engine.Masks.Of(method, text, constants, _analysis.CancellationToken);
        return shortened == 0 ? gone == 0 ? result : result.Without(gone) : AsBirthDates(result.Without(gone), shortened);
    }

    // The one argument with data; -1 for the text whose extension the method is.
    private static int? TextOf(FlowCall call, IMethodSymbol method)
    {
        var texts = Enumerable.Range(0, call.Arguments.Count).Where(i => !call.Arguments[i].IsBlank).ToArray();
        var isOfBlock = call.Operation is IInvocationOperation { Instance.Type.SpecialType: SpecialType.System_String };
        return texts.Length == 1 && !isOfBlock && method.Parameters.Length == call.Arguments.Count && IsText(method.Parameters[texts[0]].Type) ? texts[0]
            : texts.Length == 0 && isOfBlock && !call.Receiver.IsBlank ? -1
            : null;
    }

    private static bool IsText(ITypeSymbol type) => type.SpecialType == SpecialType.System_String || type is INamedTypeSymbol { Name: "ReadOnlySpan" } span && span.TypeArguments[0].SpecialType == SpecialType.System_Char;

    private object? ConstantOf(IOperation? operand) => operand switch
    {
        null => null,
        { ConstantValue: { HasValue: true, Value: int or string or char or bool } } => operand.ConstantValue.Value,
        ILocalReferenceOperation local => ConstantMembers.ValueOf(local.Local),
        IFieldReferenceOperation field => Engine.Constants.ValueOf(field.Field),
        _ => null,
    };
}
