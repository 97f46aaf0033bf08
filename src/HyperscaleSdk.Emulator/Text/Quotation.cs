using System.Globalization;
using System.Text;

namespace HyperscaleSdk.Emulator.Text;

/// <summary>A short, one-line quotation of a text; whole graphemes only.</summary>
internal static class Quotation
{
    public static string Of(string text, int graphemes = 80)
    {
        var result = new StringBuilder();
        var pendingSpace = false;
        var count = 0;
        for (var i = 0; i < text.Length;)
        {
            var length = StringInfo.GetNextTextElementLength(text, i);
            if (char.IsWhiteSpace(text[i]) || char.IsControl(text[i]))
            {
                pendingSpace = result.Length > 0;
            }
            else
            {
                if (count >= graphemes)
                    return result.Append('…').ToString();
                if (pendingSpace)
                    result.Append(' ');
                pendingSpace = false;
                result.Append(text, i, length);
                count++;
            }

            i += length;
        }

        return result.ToString();
    }
}
