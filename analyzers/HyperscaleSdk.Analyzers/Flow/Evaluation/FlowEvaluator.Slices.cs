using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>Parts of a text. The first seven characters of a resident registration number are birth date and sex, no longer the number.</summary>
internal sealed partial class FlowEvaluator
{
    private const int BirthDateAndSex = 8;

    private FlowValue Substring(IInvocationOperation invocation, FlowValue receiver)
    {
        var arguments = invocation.Arguments;
        var start = arguments[0].Value.ConstantValue.Value as int?;
        var length = arguments.Length > 1 ? arguments[1].Value.ConstantValue.Value as int? : null;
        return Part(receiver.AsText(), start, length);
    }

    private FlowValue Slice(IImplicitIndexerReferenceOperation slice)
    {
        var text = Evaluate(slice.Instance);
        Evaluate(slice.Argument);
        if (slice.Argument is not IRangeOperation range)
        {
            return slice.Type?.SpecialType == SpecialType.System_Char ? FlowValue.Unknown : ReadElement(text, FlowMember.AnyElement);
        }

        var start = range.LeftOperand is null ? 0 : Offset(range.LeftOperand);
        var end = range.RightOperand is null ? null : Offset(range.RightOperand);
        return slice.Instance.Type?.SpecialType == SpecialType.System_String ? Part(text, start, end - start) : text;
    }

    // text[..6]: the 6 is converted to an Index first.
    private static int? Offset(IOperation index)
    {
        while (index is IConversionOperation conversion)
        {
            index = conversion.Operand;
        }

        return index.ConstantValue is { HasValue: true, Value: int value } ? value : null;
    }

    private static FlowValue Part(FlowValue text, int? start, int? length)
    {
        if (start != 0 || length is not <= BirthDateAndSex)
        {
            return text;
        }

        // Of what came in, the number does not get through; that birth date and sex do, the caller does not learn.
        return text.WithoutInputsOf(FlowLabel.Bit(PersonalDataKind.ResidentRegistrationNumber) | FlowLabel.Bit(PersonalDataKind.ForeignerRegistrationNumber)).Map(origin => origin.Kind is PersonalDataKind.ResidentRegistrationNumber or PersonalDataKind.ForeignerRegistrationNumber
            ? origin with { Kind = PersonalDataKind.BirthDate }
            : origin);
    }
}
