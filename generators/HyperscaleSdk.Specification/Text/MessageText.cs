using System.Globalization;
using System.Text;

namespace HyperscaleSdk.Specification.Text;

/// <summary>Text of a document within a message: a line break could forge a line of a build log, and a mark of direction could make it read as something else.</summary>
internal static class MessageText
{
    /// <summary>The message on one line; characters that nobody sees are written as <c>\\u000a</c>.</summary>
    public static string OneLine(string message)
    {
        StringBuilder? builder = null;
        for (var i = 0; i < message.Length; i++)
        {
            if (IsVisible(message, i))
            {
                builder?.Append(message[i]);
                continue;
            }

            builder ??= new StringBuilder(message, 0, i, message.Length + 16);
            builder.Append("\\u").Append(((int)message[i]).ToString("x4", CultureInfo.InvariantCulture));
        }

        return builder?.ToString() ?? message;
    }

    private static bool IsVisible(string text, int index) => CharUnicodeInfo.GetUnicodeCategory(text[index]) switch
    {
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => false,
        UnicodeCategory.Surrogate => IsPair(text, index) || IsPair(text, index - 1),
        _ => true,
    };

    private static bool IsPair(string text, int index) => index >= 0 && index + 1 < text.Length && char.IsSurrogatePair(text[index], text[index + 1]);
}
