using System.Linq;
using HyperscaleSdk.Analyzers.Usage;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>
/// Parts of a text. The first seven characters of a resident registration number are birth date and sex, no longer the number; a
/// few characters from either end of a number, as masks leave them, are not the number. What lies between is.
/// </summary>
internal sealed partial class FlowEvaluator
{
    private const int BirthDateAndSex = 8;
    private const int LongestEnd = 4;
    private const int IssuerOfCard = 6;
    private const int BeginningOfEmail = 3;

    private static readonly uint Residents = FlowLabel.Bit(PersonalDataKind.ResidentRegistrationNumber) | FlowLabel.Bit(PersonalDataKind.ForeignerRegistrationNumber);

    private static readonly uint Email = FlowLabel.Bit(PersonalDataKind.Email);

    private static readonly uint Numbers = FlowLabel.Bit(PersonalDataKind.PassportNumber) | FlowLabel.Bit(PersonalDataKind.DriverLicenseNumber) | FlowLabel.Bit(PersonalDataKind.Phone)
        | FlowLabel.Bit(PersonalDataKind.CardNumber) | FlowLabel.Bit(PersonalDataKind.AccountNumber);

    // text.Substring(0, 3), text.Remove(3), text.AsSpan(0, 3).
    private FlowValue Substring(IInvocationOperation invocation, FlowValue text)
    {
        var arguments = invocation.Instance is null ? invocation.Arguments.RemoveAt(0) : invocation.Arguments;
        var start = arguments[0].Value;
        if (invocation.TargetMethod.Name is "Remove")
        {
            return Beginning(text, arguments.Length == 1 ? Offset(start) : null);
        }

        if (FromEnd(start) is { } left)
        {
            return Ending(text, left);
        }

        if (IsAfterAt(start))
        {
            return text.Without(Email);
        }

        return arguments.Length > 1 && Offset(start) is 0 ? Beginning(text, Offset(arguments[1].Value)) : text;
    }

    private FlowValue Slice(IImplicitIndexerReferenceOperation slice)
    {
        var text = Evaluate(slice.Instance);
        Evaluate(slice.Argument);
        if (slice.Argument is not IRangeOperation range)
        {
            return slice.Type?.SpecialType == SpecialType.System_Char ? FlowValue.Unknown
                : ReadElement(text, IsSequenceByPlace(slice.Instance.Type) && FromEnd(slice.Argument) is { } place ? FlowMember.FromEnd(place) : FlowMember.AnyElement);
        }

        if (slice.Instance.Type is not ({ SpecialType: SpecialType.System_String } or INamedTypeSymbol { Name: "Span" or "ReadOnlySpan" or "Memory" or "ReadOnlyMemory" or "ArraySegment" }))
        {
            return slice.Instance.Type is { } type && (type is IArrayTypeSymbol || IsLibrary(type)) ? Range(slice, range, text) : text;
        }

        // A part of a span: its first element is another one of the whole.
        Mix(text);
        if (slice.Instance.Type is not ({ SpecialType: SpecialType.System_String } or INamedTypeSymbol { Name: "ReadOnlySpan" }))
        {
            return text;
        }

        if (range.LeftOperand is not null && IsAfterAt(range.LeftOperand))
        {
            return text.Without(Email);
        }

        if (range.RightOperand is null)
        {
            return range.LeftOperand is not null && FromEnd(range.LeftOperand) is { } left ? Ending(text, left) : text;
        }

        return range.LeftOperand is null || Offset(range.LeftOperand) is 0 ? Beginning(text, Offset(range.RightOperand)) : text;
    }

    // email.Split('@'): who it is stands before the at sign.
    private FlowValue SplitAtSign(IInvocationOperation invocation, FlowValue text)
    {
        var site = Sites.Made(invocation.Syntax, fresh: true);
        _state.SetElements(site, [text, text.Without(Email)]);
        return FlowValue.At(site);
    }

    private static bool IsAtSign(IOperation operand) => operand.ConstantValue is { HasValue: true, Value: '@' or "@" };

    // email.IndexOf('@') + 1, also by way of a variable.
    private bool IsAfterAt(IOperation index) => index switch
    {
        IConversionOperation conversion => IsAfterAt(conversion.Operand),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum => IsAfterAt(sum.LeftOperand) && Offset(sum.RightOperand) >= 0,
        IInvocationOperation { TargetMethod.Name: "IndexOf" or "LastIndexOf" } found => found.Arguments.Any(argument => IsAtSign(argument.Value)),
        ILocalReferenceOperation local when !SingleInitializer.IsSetAgain(local.Local, local.Syntax) && Engine.Bodies.InitialOperationOf(local.Local, _analysis.CancellationToken) is ISymbolInitializerOperation initial => IsAfterAt(initial.Value),
        _ => false,
    };

    // text[..6]: the 6 is converted to an Index first.
    private static int? Offset(IOperation index)
    {
        while (index is IConversionOperation conversion)
        {
            index = conversion.Operand;
        }

        return index.ConstantValue is { HasValue: true, Value: int value } ? value : null;
    }

    /// <summary>How many characters from the end: <c>^4</c>, or <c>text.Length - 4</c>.</summary>
    private static int? FromEnd(IOperation index) => index switch
    {
        IConversionOperation conversion => FromEnd(conversion.Operand),
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat } hat => Offset(hat.Operand),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Subtract, LeftOperand: IPropertyReferenceOperation { Property.Name: "Length" } } difference => Offset(difference.RightOperand),
        _ => null,
    };

    private static FlowValue Ending(FlowValue text, int length) => length > LongestEnd || text.IsBlank ? text : text.Without(Numbers | Residents);

    private static FlowValue Beginning(FlowValue text, int? length)
    {
        if (length is not <= BirthDateAndSex || text.IsBlank)
        {
            return text;
        }

        var gone = (length <= LongestEnd ? Numbers : length <= IssuerOfCard ? FlowLabel.Bit(PersonalDataKind.CardNumber) : 0)
            | (length <= BeginningOfEmail ? Email : 0)
            | (length <= 1 ? FlowLabel.Bit(PersonalDataKind.Name) : 0);

        return AsBirthDates(text.Without(gone), Residents);
    }

    // Of what came in, the number does not get through; that birth date and sex do, the caller does not learn.
    private static FlowValue AsBirthDates(FlowValue text, uint numbers) => text.WithoutInputsOf(numbers).Map(origin => (numbers & FlowLabel.Bit(origin.Kind)) != 0
        ? origin with { Kind = PersonalDataKind.BirthDate }
        : origin);
}
