namespace HyperscaleSdk.Specification.Text;

/// <summary>The escapes of one character in double-quoted YAML.</summary>
internal static class YamlEscape
{
    /// <summary>Decodes the character behind a backslash.</summary>
    /// <returns>The character meant; -1 when there is no such escape.</returns>
    public static int Decode(char c) => c switch
    {
        '0' => '\0',
        'a' => '\a',
        'b' => '\b',
        't' or '\t' => '\t',
        'n' => '\n',
        'v' => '\v',
        'f' => '\f',
        'r' => '\r',
        'e' => '\u001B',
        ' ' or '"' or '/' or '\\' => c,
        'N' => '\u0085',
        '_' => '\u00A0',
        'L' => '\u2028',
        'P' => '\u2029',
        _ => -1,
    };
}
