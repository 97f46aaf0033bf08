namespace HyperscaleSdk.Specification.Text;

/// <summary>The grammar of JSON numbers.</summary>
internal static class JsonNumber
{
    /// <summary>Finds the end of a number.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where a digit or minus sign stands.</param>
    /// <param name="problem">What was expected at the returned place, for <see cref="ReadSession.FailAt"/>; null when the number is well formed.</param>
    /// <returns>Offset behind the number, or of the problem.</returns>
    public static int Measure(string text, int start, out (string English, string Korean)? problem)
    {
        problem = null;
        var position = start;
        if (text[position] == '-')
        {
            position++;
        }

        var digits = SkipDigits(text, position);
        if (digits == position)
        {
            problem = ("Expected a digit after '-'", "'-' 뒤에는 숫자가 와야 하는데");
            return position;
        }

        if (text[position] == '0' && digits > position + 1)
        {
            problem = (
                "A JSON number has no leading zero: expected '.', an exponent or the end of the number after '0'",
                "JSON의 수는 앞에 0을 붙이지 않으므로 '0' 뒤에는 '.', 지수, 수의 끝 가운데 하나가 와야 하는데");
            return position + 1;
        }

        position = digits;
        if (position < text.Length && text[position] == '.')
        {
            digits = SkipDigits(text, ++position);
            if (digits == position)
            {
                problem = ("Expected a digit after '.' in a number", "수의 '.' 뒤에는 숫자가 와야 하는데");
                return position;
            }

            position = digits;
        }

        if (position < text.Length && text[position] is 'e' or 'E')
        {
            position++;
            if (position < text.Length && text[position] is '+' or '-')
            {
                position++;
            }

            digits = SkipDigits(text, position);
            if (digits == position)
            {
                problem = ("Expected a digit in the exponent of a number", "수의 지수에는 숫자가 와야 하는데");
                return position;
            }

            position = digits;
        }

        return position;
    }

    private static int SkipDigits(string text, int position)
    {
        while (position < text.Length && text[position] is >= '0' and <= '9')
        {
            position++;
        }

        return position;
    }
}
