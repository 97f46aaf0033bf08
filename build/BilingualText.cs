using System;
using System.Globalization;
using Microsoft.CodeAnalysis;

namespace HyperscaleSdk.Localization;

/// <summary>A message in English and Korean that is chosen by the compiler's message language.</summary>
internal sealed class BilingualText(string english, string korean) : LocalizableString
{
    private readonly string _english = english;
    private readonly string _korean = korean;

    protected override string GetText(IFormatProvider? formatProvider)
    {
#pragma warning disable RS1035 // without /preferreduilang the compiler passes null, and a resource string would read the same property
        var culture = formatProvider as CultureInfo ?? CultureInfo.CurrentUICulture;
#pragma warning restore RS1035
        return string.Equals(culture.TwoLetterISOLanguageName, "ko", StringComparison.Ordinal) ? _korean : _english;
    }

    protected override int GetHash() => StringComparer.Ordinal.GetHashCode(_english);

    protected override bool AreEqual(object? other) =>
        other is BilingualText text
        && string.Equals(_english, text._english, StringComparison.Ordinal)
        && string.Equals(_korean, text._korean, StringComparison.Ordinal);
}
