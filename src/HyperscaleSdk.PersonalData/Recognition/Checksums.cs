namespace HyperscaleSdk.Recognition;

/// <summary>Check digits. They raise confidence; a missing one proves nothing for numbers issued since 2020-10-05.</summary>
internal static class Checksums
{
    /// <summary>Resident registration number: weights 2..9, 2..5, (11 - sum mod 11) mod 10.</summary>
    public static bool ResidentRegistration(ReadOnlySpan<int> digits) => (11 - (ResidentSum(digits) % 11)) % 10 == digits[12];

    /// <summary>Foreigner registration number: as above with 13 for 11 (unofficial).</summary>
    public static bool ForeignerRegistration(ReadOnlySpan<int> digits) => (13 - (ResidentSum(digits) % 11)) % 10 == digits[12];

    /// <summary>Corporate registration number: weights 1, 2 in turn, (10 - sum mod 10) mod 10.</summary>
    public static bool Corporate(ReadOnlySpan<int> digits)
    {
        var sum = 0;
        for (var i = 0; i < 12; i++)
        {
            sum += digits[i] * (1 + (i % 2));
        }

        return (10 - (sum % 10)) % 10 == digits[12];
    }

    /// <summary>Business registration number, ten digits: weights 1 3 7 1 3 7 1 3 5, plus the tens of five times the ninth.</summary>
    public static bool Business(ReadOnlySpan<int> digits)
    {
        ReadOnlySpan<int> weights = [1, 3, 7, 1, 3, 7, 1, 3, 5];
        var sum = digits[8] * 5 / 10;
        for (var i = 0; i < weights.Length; i++)
        {
            sum += digits[i] * weights[i];
        }

        return (10 - (sum % 10)) % 10 == digits[9];
    }

    /// <summary>EAN-13, the barcode on goods.</summary>
    public static bool Barcode(ReadOnlySpan<int> digits)
    {
        var sum = 0;
        for (var i = 0; i < 12; i++)
        {
            sum += digits[i] * (i % 2 == 0 ? 1 : 3);
        }

        return (10 - (sum % 10)) % 10 == digits[12];
    }

    /// <summary>Luhn, for payment cards.</summary>
    public static bool Luhn(ReadOnlySpan<int> digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[digits.Length - 1 - i];
            var doubled = i % 2 == 0 ? digit : digit * 2;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }

        return sum % 10 == 0;
    }

    private static int ResidentSum(ReadOnlySpan<int> digits)
    {
        ReadOnlySpan<int> weights = [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5];
        var sum = 0;
        for (var i = 0; i < weights.Length; i++)
        {
            sum += digits[i] * weights[i];
        }

        return sum;
    }
}
