using System.Linq;
using HyperscaleSdk.Recognition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HyperscaleSdk.Analyzers.Usage;

/// <summary>A constant period: its days, and how a longer one is written in its place.</summary>
internal readonly struct RetentionValue(double days, string unit)
{
    public double Days { get; } = days;

    private string Unit { get; } = unit;

    /// <summary>Null when the period is not constant, or its unit is not known.</summary>
    public static RetentionValue? Of(IOperation value, string name)
    {
        var operation = value is IConversionOperation conversion ? conversion.Operand : value;
        if (operation is IInvocationOperation { TargetMethod: { Name: "FromDays" or "FromHours" or "FromMinutes", ContainingType.Name: "TimeSpan" } method } call
            && call.Arguments.Length > 0 && Number(call.Arguments[0].Value) is { } amount && call.Arguments.Skip(1).All(argument => argument.IsImplicit))
        {
            return new RetentionValue(method.Name == "FromDays" ? amount : method.Name == "FromHours" ? amount / 24 : amount / 1440, "span");
        }

        if (Number(operation) is not { } number)
        {
            return null;
        }

        var words = IdentifierTokens.Split(name);
        return words.Any(word => word is "days" or "일수") ? new RetentionValue(number, "days")
            : words.Any(word => word is "months" or "개월") ? new RetentionValue(number * 30.5, "months")
            : words.Any(word => word is "years" or "연수") ? new RetentionValue(number * 366, "years")
            : null;
    }

    public string Replacement(int years)
    {
        var period = years switch { 5 => "5 * 365 + 2", 2 => "2 * 365 + 1", _ => "366" };
        return Unit switch { "span" => $"System.TimeSpan.FromDays({period})", "days" => period, "months" => (years * 12).ToString(System.Globalization.CultureInfo.InvariantCulture), _ => years.ToString(System.Globalization.CultureInfo.InvariantCulture) };
    }

    private static double? Number(IOperation operation) =>
        (operation is IConversionOperation conversion ? conversion.Operand : operation).ConstantValue is { HasValue: true, Value: { } value }
            ? value switch { int number => number, double number => number, long number => number, _ => null }
            : null;
}
