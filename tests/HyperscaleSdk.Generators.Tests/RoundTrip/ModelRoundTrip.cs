using System.Buffers;
using System.Reflection;
using System.Text;
using System.Text.Json;
using HyperscaleSdk.Runtime;

namespace HyperscaleSdk.Generators.Tests.RoundTrip;

/// <summary>Writes a value, reads it, and writes it again. The model's own code runs; only the call into it is late-bound.</summary>
internal static class ModelRoundTrip
{
    private const int PieceLength = 7;

    /// <summary>What does not survive; null when everything does.</summary>
    /// <param name="type">The model.</param>
    /// <param name="value">A value of it.</param>
    public static string? Problem(Type type, object value) => Call<string?>(nameof(ProblemOf), type, value);

    /// <summary>
    /// Whether what is written after reading has the same members and values in another order, and is written alike from then on: the fate of a
    /// union's value that fits another variant as well as the one it was made of.
    /// </summary>
    /// <param name="type">The model.</param>
    /// <param name="value">A value of it.</param>
    public static bool IsReordered(Type type, object value) => Call<bool>(nameof(IsReorderedAs), type, value);

    /// <summary>Reads JSON into a model and writes it again.</summary>
    /// <exception cref="JsonException">The JSON does not fit the model.</exception>
    public static string Again(Type type, string json) => Call<string>(nameof(AgainAs), type, json);

    /// <summary>Reads JSON into a model.</summary>
    /// <exception cref="JsonException">The JSON does not fit the model.</exception>
    public static object Read(Type type, string json) => Call<object>(nameof(ReadAs), type, json);

    private static T Call<T>(string method, Type type, object argument)
        => (T)typeof(ModelRoundTrip).GetMethod(method, BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(type).Invoke(null, BindingFlags.DoNotWrapExceptions, null, [argument], null)!;

    private static object ReadAs<T>(string json)
        where T : IJsonModel<T> => Read<T>(new Utf8JsonReader(Encoding.UTF8.GetBytes(json)));

    private static string AgainAs<T>(string json)
        where T : IJsonModel<T> => Encoding.UTF8.GetString(Write(Read<T>(new Utf8JsonReader(Encoding.UTF8.GetBytes(json)))));

    private static bool IsReorderedAs<T>(T value)
        where T : IJsonModel<T>
    {
        var first = Write(value);
        var second = Write(Read<T>(new Utf8JsonReader(first)));
        var third = Write(Read<T>(new Utf8JsonReader(second)));
        return JsonElement.DeepEquals(JsonElement.Parse(first), JsonElement.Parse(second)) && third.AsSpan().SequenceEqual(second);
    }

    private static string? ProblemOf<T>(T value)
        where T : IJsonModel<T>
    {
        var written = Write(value);
        try
        {
            return Differs("read -> write", written, Write(Read<T>(new Utf8JsonReader(written))))
                ?? Differs("read in pieces -> write", written, Write(Read<T>(new Utf8JsonReader(Pieces(written)))))
                ?? Differs("JsonSerializer.Serialize", written, JsonSerializer.SerializeToUtf8Bytes(value))
                ?? Differs("JsonSerializer.Deserialize -> write", written, Write(JsonSerializer.Deserialize<T>(written)!));
        }
        catch (JsonException failure)
        {
            return $"{failure.Message}\n    of {Encoding.UTF8.GetString(written)}";
        }
    }

    private static string? Differs(string step, byte[] expected, byte[] actual)
        => expected.AsSpan().SequenceEqual(actual) ? null : $"{step}\n    of {Encoding.UTF8.GetString(expected)}\n    is {Encoding.UTF8.GetString(actual)}";

    private static T Read<T>(Utf8JsonReader reader)
        where T : IJsonModel<T>
    {
        reader.Read();
        var value = T.ReadJson(ref reader);
        return reader.Read() ? throw new JsonException("The model stopped before the end of its value.") : value;
    }

    private static byte[] Write<T>(T value)
        where T : IJsonModel<T>
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            value.WriteJson(writer);
        }

        return buffer.WrittenSpan.ToArray();
    }

    // As bytes come from a network: names and values lie across the borders.
    private static ReadOnlySequence<byte> Pieces(byte[] bytes)
    {
        var first = new Piece(bytes.AsMemory(0, Math.Min(PieceLength, bytes.Length)), 0);
        var last = first;
        for (var at = first.Memory.Length; at < bytes.Length; at += last.Memory.Length)
        {
            last = last.Append(bytes.AsMemory(at, Math.Min(PieceLength, bytes.Length - at)));
        }

        return new ReadOnlySequence<byte>(first, 0, last, last.Memory.Length);
    }

    private sealed class Piece : ReadOnlySequenceSegment<byte>
    {
        public Piece(ReadOnlyMemory<byte> memory, long start)
        {
            Memory = memory;
            RunningIndex = start;
        }

        public Piece Append(ReadOnlyMemory<byte> memory)
        {
            var next = new Piece(memory, RunningIndex + Memory.Length);
            Next = next;
            return next;
        }
    }
}
