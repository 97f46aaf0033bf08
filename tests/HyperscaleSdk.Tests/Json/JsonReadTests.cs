using System.Buffers;
using System.Text;
using System.Text.Json;
using HyperscaleSdk.Runtime;

namespace HyperscaleSdk.Tests.Json;

public sealed class JsonReadTests
{
    [Theory]
    [InlineData("1", 1)]
    [InlineData("-7", -7)]
    [InlineData("1.0", 1)]
    [InlineData("1e3", 1000)]
    [InlineData("12.50e1", 125)]
    [InlineData("\"42\"", 42)]
    [InlineData("\"4.0\"", 4)]
    [InlineData("9223372036854775807", long.MaxValue)]
    [InlineData("-9223372036854775808", long.MinValue)]
    public void Int64_NumberInAnyForm_IsRead(string json, long expected) => Assert.Equal(expected, Read(json, JsonRead.Int64));

    [Theory]
    [InlineData("1.5", "expected an integer, found a fraction")]
    [InlineData("9223372036854775808", "the number is out of the range of a 64-bit integer")]
    [InlineData("1e300", "the number is out of the range of a 64-bit integer")]
    [InlineData("\"secret\"", "expected an integer, found a string")]
    [InlineData("true", "expected an integer, found a boolean")]
    [InlineData("null", "expected an integer, found null")]
    [InlineData("{}", "expected an integer, found an object")]
    [InlineData("[]", "expected an integer, found an array")]
    [InlineData("\"\"", "expected an integer, found a string")]
    public void Int64_AnythingElse_IsRefusedWithoutItsText(string json, string message) => Assert.Equal(message, Refused(json, JsonRead.Int64));

    [Fact]
    public void Int64_VeryLongNumber_IsRefused() => Assert.Equal("the number is out of range", Refused(new string('9', 500), JsonRead.Int64));

    [Theory]
    [InlineData("2147483647", int.MaxValue)]
    [InlineData("\"-2147483648\"", int.MinValue)]
    public void Int32_InRange_IsRead(string json, int expected) => Assert.Equal(expected, Read(json, JsonRead.Int32));

    [Fact]
    public void Int32_OutOfRange_IsRefused() => Assert.Equal("the number is out of the range of a 32-bit integer", Refused("2147483648", JsonRead.Int32));

    [Theory]
    [InlineData("0.7", 0.7)]
    [InlineData("\"0.7\"", 0.7)]
    [InlineData("1e-3", 0.001)]
    [InlineData("\"\\u0031\"", 1)]
    public void Double_NumberInAnyForm_IsRead(string json, double expected) => Assert.Equal(expected, Read(json, JsonRead.Double));

    [Theory]
    [InlineData("1e999", "the number is out of range")]
    [InlineData("\"NaN\"", "expected a number, found a string")]
    [InlineData("\"Infinity\"", "expected a number, found a string")]
    [InlineData("false", "expected a number, found a boolean")]
    public void Double_AnythingElse_IsRefused(string json, string message) => Assert.Equal(message, Refused(json, JsonRead.Double));

    [Fact]
    public void Single_TooLarge_IsRefused() => Assert.Equal("the number is out of range", Refused("1e39", JsonRead.Single));

    [Theory]
    [InlineData("0.10", "0.10")]
    [InlineData("\"1250.5\"", "1250.5")]
    public void Decimal_NumberInAnyForm_KeepsItsDigits(string json, string expected)
        => Assert.Equal(decimal.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), Read(json, JsonRead.Decimal));

    [Fact]
    public void Decimal_TooLarge_IsRefused() => Assert.Equal("the number is out of range", Refused("1e40", JsonRead.Decimal));

    [Theory]
    [InlineData("1", "expected a string, found a number")]
    [InlineData("null", "expected a string, found null")]
    public void String_AnythingElse_IsRefused(string json, string message) => Assert.Equal(message, Refused(json, JsonRead.String));

    [Fact]
    public void String_InvalidUtf8_IsRefused()
        => Assert.Equal("the string is not valid UTF-8", Assert.Throws<JsonException>(() => ReadBytes([0x22, 0xC3, 0x28, 0x22], JsonRead.String)).Message);

    [Fact]
    public void String_Escapes_AreUndone() => Assert.Equal("안\n😀", Read("\"\\uc548\\n\\ud83d\\ude00\"", JsonRead.String));

    [Fact]
    public void Boolean_BothValues_AreRead()
    {
        Assert.True(Read("true", JsonRead.Boolean));
        Assert.False(Read("false", JsonRead.Boolean));
        Assert.Equal("expected a boolean, found a string", Refused("\"true\"", JsonRead.Boolean));
    }

    [Fact]
    public void Guid_DateTimeOffset_DateOnly_Uri_Bytes_WellFormed_AreRead()
    {
        Assert.Equal(Guid.Parse("0198c0de-0000-7000-8000-000000000001"), Read("\"0198c0de-0000-7000-8000-000000000001\"", JsonRead.Guid));
        Assert.Equal(new DateTimeOffset(2026, 11, 22, 9, 0, 0, TimeSpan.FromHours(9)), Read("\"2026-11-22T09:00:00+09:00\"", JsonRead.DateTimeOffset));
        Assert.Equal(new DateOnly(2026, 11, 22), Read("\"2026-11-22\"", JsonRead.DateOnly));
        Assert.Equal("/relative", Read("\"/relative\"", JsonRead.Uri).OriginalString);
        Assert.Equal("ab"u8.ToArray(), Read("\"YWI=\"", JsonRead.Bytes));
    }

    [Fact]
    public void DateOnly_EscapedOrInPieces_IsRead()
    {
        Assert.Equal(new DateOnly(2026, 11, 22), Read("\"2026\\u002d11-2\\u0032\"", JsonRead.DateOnly));

        var first = new Piece("\"2026-1"u8.ToArray(), 0);
        var last = first.Before("1-22\""u8.ToArray());
        var reader = new Utf8JsonReader(new ReadOnlySequence<byte>(first, 0, last, last.Memory.Length));
        reader.Read();

        Assert.Equal(new DateOnly(2026, 11, 22), JsonRead.DateOnly(ref reader));
    }

    [Fact]
    public void HalfASurrogate_WhereverItStands_IsABrokenText()
    {
        const string half = "\"\\ud800\"";

        Assert.Equal("the string is not valid UTF-8", Refused(half, JsonRead.String));
        Assert.Equal("the string is not valid UTF-8", Refused(half, JsonRead.Int64));
        Assert.Equal("the string is not valid UTF-8", Refused(half, JsonRead.Double));
        Assert.Equal("the string is not valid UTF-8", Refused(half, JsonRead.DateOnly));
        Assert.Equal("the string is not valid UTF-8", Refused(half, JsonRead.Singles));
        Assert.Equal("the string is not valid UTF-8", Refused($"{{{half}:1}}", (ref Utf8JsonReader reader) => JsonRead.Map(ref reader, JsonRead.Int64)));
    }

    [Fact]
    public void Guid_DateTimeOffset_DateOnly_Bytes_Malformed_AreRefused()
    {
        Assert.Equal("expected a GUID, found a string", Refused("\"x\"", JsonRead.Guid));
        Assert.Equal("expected a date and time, found a number", Refused("1", JsonRead.DateTimeOffset));
        Assert.Equal("expected a date, found a string", Refused("\"2026-13-01\"", JsonRead.DateOnly));
        Assert.Equal("expected a base64 string, found a string", Refused("\"*\"", JsonRead.Bytes));
    }

    [Fact]
    public void List_NestedArrays_AreRead()
    {
        var lists = Read("[[1],[],[2,3]]", static (ref Utf8JsonReader reader) => JsonRead.List(ref reader, static (ref Utf8JsonReader inner) => JsonRead.List(ref inner, JsonRead.Int32)));
        Assert.Equal([[1], [], [2, 3]], lists);
    }

    [Fact]
    public void List_NullItem_IsRefused() => Assert.Equal("expected a string, found null", Refused("[\"a\",null]", static (ref Utf8JsonReader reader) => JsonRead.List(ref reader, JsonRead.String)));

    [Fact]
    public void ListOfNullable_NullItem_IsKept()
        => Assert.Equal(["a", null], Read("[\"a\",null]", static (ref Utf8JsonReader reader) => JsonRead.ListOfNullable(ref reader, JsonRead.String)));

    [Fact]
    public void List_NotAnArray_IsRefused() => Assert.Equal("expected an array, found an object", Refused("{}", static (ref Utf8JsonReader reader) => JsonRead.List(ref reader, JsonRead.String)));

    [Fact]
    public void Map_SameNameTwice_LastWins()
    {
        var map = Read("{\"a\":1,\"b\":2,\"a\":3}", static (ref Utf8JsonReader reader) => JsonRead.Map(ref reader, JsonRead.Int32));
        Assert.Equal(3, map["a"]);
        Assert.Equal(2, map.Count);
    }

    [Fact]
    public void Singles_Array_IsRead() => Assert.Equal([0.5f, -1f, 2f], Read("[0.5,-1,\"2\"]", JsonRead.Singles));

    [Fact]
    public void Singles_LongArray_GrowsPastItsFirstBuffer()
    {
        var expected = Enumerable.Range(0, 5000).Select(i => (float)i).ToArray();
        Assert.Equal(expected, Read($"[{string.Join(',', expected)}]", JsonRead.Singles));
    }

    [Fact]
    public void Singles_Base64_IsReadLittleEndian()
        => Assert.Equal([1f, -2.5f], Read($"\"{Convert.ToBase64String([0, 0, 0x80, 0x3F, 0, 0, 0x20, 0xC0])}\"", JsonRead.Singles));

    [Theory]
    [InlineData("\"abc*\"")]
    [InlineData("\"YWI=\"")]
    public void Singles_OtherString_IsRefused(string json)
        => Assert.Equal("expected a base64 string of single-precision numbers, found another string", Refused(json, JsonRead.Singles));

    [Fact]
    public void Singles_NeitherArrayNorString_IsRefused() => Assert.Equal("expected an array of numbers or a base64 string, found a number", Refused("1", JsonRead.Singles));

    [Fact]
    public void Model_UnknownMembers_SurviveARoundTrip()
    {
        const string Json = """{"name":"가","extra":{"a":[1,2]},"more":null}""";
        var thing = Read(Json, JsonRead.Model<Thing>);
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            thing.WriteJson(writer);
        }

        Assert.Equal(Json, Encoding.UTF8.GetString(stream.ToArray()));
    }

    [Fact]
    public void Require_MissingMember_NamesMemberAndType()
        => Assert.Equal("the required member 'name' of Thing is missing", Refused("{}", JsonRead.Model<Thing>));

    private static T Read<T>(string json, JsonReadFunc<T> read) => ReadBytes(Encoding.UTF8.GetBytes(json), read);

    private static T ReadBytes<T>(byte[] json, JsonReadFunc<T> read)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        var value = read(ref reader);
        Assert.False(reader.Read());
        return value;
    }

    private static string Refused<T>(string json, JsonReadFunc<T> read) => Assert.Throws<JsonException>(() => Read(json, read)).Message;

    private sealed class Piece : ReadOnlySequenceSegment<byte>
    {
        public Piece(byte[] bytes, long start)
        {
            Memory = bytes;
            RunningIndex = start;
        }

        public Piece Before(byte[] bytes)
        {
            var next = new Piece(bytes, RunningIndex + Memory.Length);
            Next = next;
            return next;
        }
    }
}
