using System;

namespace HyperscaleSdk.Analyzers.Credentials;

/// <summary>Suppliers whose keys are recognised by how they begin.</summary>
internal static class KeyPrefixes
{
    private static readonly (string Prefix, int Body, string Variable)[] Known =
    [
        ("nv-", 16, "CLOVASTUDIO_API_KEY"),
        ("up_", 20, "UPSTAGE_API_KEY"),
        ("flp_", 16, "FRIENDLI_API_KEY"),
        ("sktax-", 16, "SKTAX_API_KEY"),
        ("sk-ant-", 20, "ANTHROPIC_API_KEY"),
        ("sk-proj-", 20, "OPENAI_API_KEY"),
        ("sk-svcacct-", 20, "OPENAI_API_KEY"),
        ("sk-", 20, "OPENAI_API_KEY"),
        ("gsk_", 20, "GROQ_API_KEY"),
        ("AIza", 30, "GEMINI_API_KEY"),
    ];

    private static readonly string[] Schemes = ["Bearer ", "Basic ", "ApiKey ", "Key ", "Token "];

    public static bool IsKey(string text) => Variable(text) is not null;

    /// <summary>A key stands somewhere within the text: in JSON, in a line of settings.</summary>
    public static bool HoldsKey(string text)
    {
        foreach (var (prefix, body, _) in Known)
        {
            for (var start = text.IndexOf(prefix, StringComparison.Ordinal); start >= 0; start = text.IndexOf(prefix, start + 1, StringComparison.Ordinal))
            {
                var end = start + prefix.Length;
                while (end < text.Length && IsOfKey(text[end]))
                {
                    end++;
                }

                if ((start == 0 || !IsOfKey(text[start - 1])) && IsBody(text.Substring(start + prefix.Length, end - start - prefix.Length), body))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>The usual variable of the supplier whose key the text is; null when it is none.</summary>
    public static string? Variable(string text)
    {
        var key = WithoutScheme(text);
        foreach (var (prefix, body, variable) in Known)
        {
            if (key.StartsWith(prefix, StringComparison.Ordinal) && IsBody(key.Substring(prefix.Length), body))
            {
                return variable;
            }
        }

        return null;
    }

    /// <summary>The credential of an <c>Authorization</c> header's value.</summary>
    public static string WithoutScheme(string text)
    {
        var trimmed = text.Trim();
        foreach (var scheme in Schemes)
        {
            if (trimmed.StartsWith(scheme, StringComparison.OrdinalIgnoreCase))
            {
                return trimmed.Substring(scheme.Length).Trim();
            }
        }

        return trimmed;
    }

    private static bool IsOfKey(char character) => KeyText.IsAlphanumeric(character) || character is '-' or '_';

    private static bool IsBody(string body, int shortest)
    {
        if (body.Length < shortest || !KeyText.CanBeKey(body))
        {
            return false;
        }

        foreach (var character in body)
        {
            if (!IsOfKey(character))
            {
                return false;
            }
        }

        // Keys are random: names of styles and resources ("nv-sidebar-item-2") are made of words.
        var shape = KeyShape.Of(body);
        return shape.HasDigit && shape.LongestRun >= 12 && shape.Distinct >= 6;
    }
}
