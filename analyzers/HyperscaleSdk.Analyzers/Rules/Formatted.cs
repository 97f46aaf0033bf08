using System;
using System.Globalization;
using HyperscaleSdk.Localization;

namespace HyperscaleSdk.Analyzers.Rules;

/// <summary>A text in two languages with a value in it, as an argument of a message.</summary>
internal sealed class Formatted(BilingualText format, string value) : IFormattable
{
    private readonly BilingualText _format = format;
    private readonly string _value = value;

    public string ToString(string? format, IFormatProvider? formatProvider) =>
        string.Format(CultureInfo.InvariantCulture, _format.ToString(formatProvider), _value);

    public override string ToString() => ToString(null, null);
}
