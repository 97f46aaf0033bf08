using HyperscaleSdk.Fuzzing.Trees;

namespace HyperscaleSdk.Fuzzing.Mutations;

/// <summary>Names, texts and numbers that programs stumble over.</summary>
internal static class Awkward
{
    /// <summary>Would be a token of its own if a text became code. Every text that holds it has a word before it, so that no identifier made of that text is this one.</summary>
    public const string Canary = "zqPwned";

    private static readonly string[] Words =
    [
        "class", "namespace", "event", "record", "field", "value", "await", "async", "var", "_", "__", "__arglist", "nameof", "global", "dynamic", "when", "with", "init", "file", "extension",
        "System", "Object", "object", "String", "string", "Int32", "Boolean", "Nullable", "Task", "List", "Dictionary", "IEnumerable", "Exception", "Stream", "Uri", "Type", "Enum", "Action", "Func",
        "ToString", "Equals", "GetHashCode", "GetType", "MemberwiseClone", "Finalize", "ReferenceEquals", "Parse", "Read", "Write", "Value", "Kind", "Name", "Item", "get_Item", "op_Implicit", "set_Value",
        "Test", "TestClient", "TestOptions", "TestProvider", "TestChatClient", "Generated", "HyperscaleSdk", "Microsoft", "ChatMessage", "ChatRole", "Usage", "Embedding", "JsonElement", "JsonSerializer", "CancellationToken",
        "cancellationToken", "options", "request", "response", "writer", "reader", "this", "base", "null", "result", "body", "content", "stream", "token", "item", "i", "name", "other", "additionalProperties", "AdditionalProperties",
        "con", "NUL", "aux", "COM1", "prn", "clock$", "id", "ID", "Id", "iD", "x", "X", "a", "A", "url", "URL", "Url", "data", "error", "Error", "message", "Message", "default", "type", "Unknown", "None", "Extra",
    ];

    private static readonly string[] Symbols =
    [
        "", " ", "  ", "\t", "\n", "\r\n", "\0", "\u0001", "\u001b[31m", "\u007f", "\u0085", "\u2028", "\u2029", "\uFEFF", "\u202e", "\u2066", "\u200b", "\u200d", "\u00ad", "\ud800", "\udc00", "\udc00\ud800", "\ufffd", "\uffff",
        "+1", "-1", "$", "@", "#", "%", "*", "&", "?", "!", ":", ";", ",", ".", "..", "../..", "/", "//", "\\", "\\\\", "|", "~", "`", "'", "\"", "\"\"\"", "{", "}", "{}", "{0}", "[]", "()", "<", ">", "<>", "=", "==", "-", "--", "<<", "=>",
        "a.b", "a/b", "a-b", "a b", "a_b", "A_B", "aB", "AB", "ab", "a__b", "_a", "a_", "-a", "1st", "007", "1", "1.0", "1e5", "true", "null", "+0", "-0", "0", "a\nb", "a\tb", "a\u2028b", "a\0b",
        "é", "e\u0301", "ﬁ", "İ", "ı", "ß", "ẞ", "ǆ", "ǅ", "ª", "ⅷ", "\U0001D4B3", "😀", "a\u0301", "\u0301", "가나다", "한글 이름", "데이터", "ᄀ", "ㄱ", "日本", "ﾊ", "абв", "АВ", "ab\u200bc", "ab\u202ec", "α", "Ω", "٣", "x٣",
        "*/", "/*", "//", "</summary>", "<![CDATA[", "]]>", "&amp;", "&", "<see cref=\"x\"/>", "--", "#endif", "#pragma warning disable", "\r", "\n///", "\n#if X\n", "%s", "${x}", "{{x}}", "\\u0022", "\\", "\"u8",
    ];

    private static readonly string[] Payloads =
    [
        $"x\"; {Canary}(); //", $"x*/ {Canary}(); /*", $"x</summary>\n{Canary}();", $"x\n}} class C {{ void M() {{ {Canary}(); }} }}", $"x\u2028{Canary}();\u2028", $"x\r{Canary}();\r", $"x\u0085{Canary}();",
        $"x\"\"\"{Canary}\"\"\"", $"x{{{Canary}}}", $"x\\\"; {Canary}(); //", $"x'); {Canary}();", $"x]]>{Canary}", $"x#endif\n{Canary}();\n#if Z", $"x {Canary} y", $"x.{Canary}.y", $"x<{Canary}>",
    ];

    private static readonly string[] Numbers =
    [
        "0", "-0", "1", "-1", "0.5", "1e400", "-1e400", "1e-400", "1E5", "1.0", "1.e-8", ".5", "9223372036854775807", "9223372036854775808", "-9223372036854775809", "2147483648", "4294967296", "18446744073709551616",
        "79228162514264337593543950336", "0x1F", "0o17", "007", "1_000", ".nan", ".inf", "-.inf", "+1", "1e999999999999", "-", "1.", "1e", "0.1e-320", "1.7976931348623157e308", "3.4028236e38",
    ];

    private const string Repeated = "aZ_가1é";

    private static readonly string[] Prefixes = ["", "", "", "get", "x-", "_", "#", "가"];

    public static string Name(Rng rng) => rng.Next(20) switch
    {
        < 8 => rng.Pick(Words),
        < 14 => rng.Pick(Symbols),
        < 15 => rng.Pick(Payloads),
        < 16 => new string(Repeated[rng.Next(Repeated.Length)], rng.Between(100, 700)),
        < 18 => rng.Pick(Prefixes) + rng.Pick(Words) + rng.Pick(Symbols),
        _ => rng.Pick(Symbols) + rng.Pick(Words),
    };

    public static string Text(Rng rng) => rng.Next(6) switch
    {
        0 => rng.Pick(Payloads),
        1 => rng.Pick(Symbols) + rng.Pick(Symbols) + rng.Pick(Symbols),
        2 => string.Concat(Enumerable.Repeat(rng.Pick(Symbols) + " " + rng.Pick(Words), rng.Between(1, 200))),
        _ => Name(rng),
    };

    /// <summary>Text that tries to end the literal or comment that it stands in.</summary>
    public static string Payload(Rng rng) => rng.Pick(Payloads);

    public static string Number(Rng rng) => rng.Next(12) == 0 ? new string('9', rng.Between(20, 500)) : rng.Pick(Numbers);

    /// <summary>A value of any kind.</summary>
    public static Tree Value(Rng rng) => rng.Next(9) switch
    {
        0 => Tree.Null(),
        1 => Tree.Boolean(rng.Chance(50)),
        2 => Tree.Number(Number(rng)),
        3 => Tree.Sequence(),
        4 => Tree.Mapping(),
        5 => Tree.Sequence(Enumerable.Range(0, rng.Between(1, 4)).Select(_ => Tree.String(Name(rng)))),
        6 => Tree.Mapping((Name(rng), Tree.String(Text(rng)))),
        _ => Tree.String(Text(rng)),
    };
}
