using System.Globalization;

namespace HyperscaleSdk;

internal static class Languages
{
    public static bool IsKorean(CultureInfo culture) => string.Equals(culture.TwoLetterISOLanguageName, "ko", StringComparison.Ordinal);
}
