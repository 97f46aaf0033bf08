using System.Text;
using System.Text.Json;
using HyperscaleSdk.Runtime;

namespace HyperscaleSdk.Tests.Json;

public sealed class JsonWriteTests
{
    [Fact]
    public void List_ListAndSequence_AreWrittenAlike()
    {
        Assert.Equal("[1,2]", Written(writer => JsonWrite.List(writer, new List<int> { 1, 2 }, static (w, item) => w.WriteNumberValue(item))));
        Assert.Equal("[1,2]", Written(writer => JsonWrite.List(writer, Enumerable.Range(1, 2), static (w, item) => w.WriteNumberValue(item))));
    }

    [Fact]
    public void Map_NamesAndValues_AreWrittenInOrder()
        => Assert.Equal("""{"b":1,"a":2}""", Written(writer => JsonWrite.Map(writer, new Dictionary<string, int>(StringComparer.Ordinal) { ["b"] = 1, ["a"] = 2 }, static (w, item) => w.WriteNumberValue(item))));

    [Fact]
    public void Values_EachKind_HaveTheirWireForm()
    {
        Assert.Equal("\"2026-01-02\"", Written(writer => JsonWrite.DateOnly(writer, new DateOnly(2026, 1, 2))));
        Assert.Equal("\"YWI=\"", Written(writer => JsonWrite.Bytes(writer, "ab"u8.ToArray())));
        Assert.Equal("\"/a?b=1\"", Written(writer => JsonWrite.Uri(writer, new Uri("/a?b=1", UriKind.Relative))));
        Assert.Equal("\"00000000-0000-0000-0000-000000000000\"", Written(writer => JsonWrite.Guid(writer, Guid.Empty)));
        Assert.Equal("[0.5,1]", Written(writer => JsonWrite.Singles(writer, [0.5f, 1f])));
        Assert.Equal("null", Written(writer => JsonWrite.Element(writer, default)));
    }

    [Fact]
    public void DateTimeOffset_AnyValue_SurvivesARoundTrip()
    {
        var time = new DateTimeOffset(2026, 11, 22, 1, 2, 3, TimeSpan.FromHours(9)).AddTicks(4567);
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(Written(writer => JsonWrite.DateTimeOffset(writer, time))));
        reader.Read();
        Assert.Equal(time, JsonRead.DateTimeOffset(ref reader));
    }

    [Fact]
    public void Members_None_WritesNothing()
        => Assert.Equal("{}", Written(writer =>
        {
            writer.WriteStartObject();
            JsonWrite.Members(writer, null);
            writer.WriteEndObject();
        }));

    private static string Written(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            write(writer);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
