using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;

namespace HyperscaleSdk.Generators.Tests.RoundTrip;

/// <summary>Generators of the values that are no models: the awkward ones among them on purpose.</summary>
internal static class ScalarValues
{
    public static Gen<string> Text { get; } = Gen.OneOf(
        Gen.Elements("", " ", "한글 예시", "\"따옴표\"", "back\\slash", "\0\u001f\b\f\n\r\t", "\u2028\u2029", "😀 🇰🇷", "</script>&'+`", "null", "12", "e\u0301", "\u007f\ufeff", new string('가', 300)),
        Gen.Choose(0, 12).SelectMany(length => Gen.Elements("a", "Z", "9", "_", "-", "한", "글", "\\", "\"", "/", "\n", "é", "<", "😀").ListOf(length)).Select(string.Concat));

    public static Gen<int> Int32 { get; } = Gen.OneOf(Gen.Elements(0, 1, -1, int.MinValue, int.MaxValue), Gen.Choose(-100_000, 100_000));

    public static Gen<long> Int64 { get; } = Gen.OneOf(Gen.Elements(long.MinValue, long.MaxValue, 9_007_199_254_740_993), Int32.Select(value => (long)value));

    public static Gen<double> Double { get; } = Gen.OneOf(
        Gen.Elements(0, -0.0, 0.1, double.Epsilon, double.MaxValue, double.MinValue, Math.PI, 1e21, 1e-7, 9_007_199_254_740_993), Int32.Select(value => value / 64.0));

    public static Gen<float> Single { get; } = Gen.OneOf(Gen.Elements(0f, -0f, 0.1f, float.Epsilon, float.MaxValue, float.MinValue, 1e-7f), Int32.Select(value => value / 64f));

    public static Gen<decimal> Decimal { get; } = Gen.OneOf(Gen.Elements(0m, 1.10m, -0.0m, decimal.MaxValue, decimal.MinValue, 0.0000000000000000000000000001m), Int32.Select(value => value / 100m));

    public static Gen<bool> Boolean { get; } = Gen.Elements(true, false);

    public static Gen<Guid> Guid { get; } = Gen.Choose(0, 255).ListOf(16).Select(bytes => new Guid([.. bytes.Select(value => (byte)value)]));

    public static Gen<DateTimeOffset> DateTimeOffset { get; } =
        from day in Gen.Choose(0, 70_000)
        from tick in Gen.OneOf(Gen.Constant(0), Gen.Elements(1, 9_999_999), Gen.Choose(0, 9_999_999))
        from second in Gen.Choose(0, 86_399)
        from offset in Gen.Elements(0, 540, -210, 840, -720)
        select new DateTimeOffset(new DateTime(1910, 1, 2).AddDays(day).AddSeconds(second).AddTicks(tick), TimeSpan.FromMinutes(offset));

    public static Gen<DateOnly> DateOnly { get; } = Gen.OneOf(Gen.Elements(System.DateOnly.MinValue, System.DateOnly.MaxValue), Gen.Choose(0, 3_000_000).Select(System.DateOnly.FromDayNumber));

    public static Gen<byte[]> Bytes { get; } = Gen.Choose(0, 9).SelectMany(length => Gen.Choose(0, 255).ListOf(length)).Select(bytes => bytes.Select(value => (byte)value).ToArray());

    public static Gen<Uri> Address { get; } = Gen.Elements(
        "https://예시.example/경로?질의=값 둘#끝", "https://a.example", "HTTPS://A.EXAMPLE:443/%ec%98%88", "relative/경로?x=\"1\"", "/rooted", "urn:isbn:0451450523", "mailto:a@b.example", "?only=query", "")
        .Select(text => new Uri(text, UriKind.RelativeOrAbsolute));

    /// <summary>Names of members: among them such as need escapes.</summary>
    public static Gen<string> Name { get; } = Gen.Elements("x-낯선 이름", "x\"y\\z", "x-\n", "x-😀", "x-plain", "x-", "X-0");

    /// <summary>Any JSON.</summary>
    public static Gen<JsonElement> Json { get; } = JsonText(depth: 0, "0", "-1.50", "12", "1E400", "0.1000000000000000055", "18446744073709551615").Select(text => JsonElement.Parse(text));

    /// <summary>JSON other than null, whose numbers are those that every type of number holds, written as .NET writes them.</summary>
    public static Gen<JsonElement> PlainJson { get; } = JsonText(depth: 0, "0", "-1.5", "12", "65536").Where(text => text != "null").Select(text => JsonElement.Parse(text));

    private static Gen<string> JsonText(int depth, params string[] numbers)
    {
        var scalar = Gen.OneOf(Gen.Elements<string>(["null", "true", "false", .. numbers]), Text.Select(text => JsonSerializer.Serialize(text)));
        if (depth >= 2)
        {
            return scalar;
        }

        var list = Gen.Choose(0, 3).SelectMany(length => JsonText(depth + 1, numbers).ListOf(length)).Select(items => $"[{string.Join(',', items)}]");
        var members = Gen.Choose(0, 3).SelectMany(length => Name.ListOf(length)).SelectMany(names => JsonText(depth + 1, numbers).ListOf(names.Count)
            .Select(values => $"{{{string.Join(',', names.Zip(values).DistinctBy(pair => pair.First).Select(pair => JsonSerializer.Serialize(pair.First) + ":" + pair.Second))}}}"));
        return Gen.Frequency((3, scalar), (1, list), (1, members));
    }
}
