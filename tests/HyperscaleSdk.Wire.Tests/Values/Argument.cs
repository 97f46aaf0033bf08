using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using HyperscaleSdk.Runtime;

namespace HyperscaleSdk.Wire.Tests.Values;

/// <summary>Turns JSON into an argument of a generated method.</summary>
internal static class Argument
{
    private static readonly MethodInfo ReadModel = typeof(Argument).GetMethod(nameof(Model), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>The argument.</summary>
    /// <param name="type">The parameter's type.</param>
    /// <param name="value">The value.</param>
    public static object Of(Type type, JsonNode value)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (typeof(IJsonWritable).IsAssignableFrom(type))
        {
            return ReadModel.MakeGenericMethod(type).Invoke(null, BindingFlags.DoNotWrapExceptions, null, [value.ToJsonString()], null)!;
        }

        if (type == typeof(Stream))
        {
            return new MemoryStream("bytes"u8.ToArray());
        }

        if (type == typeof(ApiFile))
        {
            return ApiFile.FromBytes("file"u8.ToArray(), "파일.txt", "text/plain");
        }

        if (type == typeof(IEnumerable<ApiFile>))
        {
            return new[] { ApiFile.FromBytes("one"u8.ToArray(), "one.txt"), ApiFile.FromBytes("two"u8.ToArray(), "two.txt") };
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IList<>))
        {
            var list = (System.Collections.IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(type.GetGenericArguments()))!;
            foreach (var item in value.AsArray())
            {
                list.Add(Of(type.GetGenericArguments()[0], item!));
            }

            return list;
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IDictionary<,>))
        {
            var map = (System.Collections.IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(type.GetGenericArguments()))!;
            foreach (var (name, item) in value.AsObject())
            {
                map.Add(name, Of(type.GetGenericArguments()[1], item!));
            }

            return map;
        }

        return type == typeof(HttpContent) ? new StringContent(Text(value)) : type == typeof(string) ? Text(value) : JsonSerializer.Deserialize(value, type)!;
    }

    private static string Text(JsonNode value) => value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString();

    private static T Model<T>(string json)
        where T : IJsonModel<T>
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        reader.Read();
        return T.ReadJson(ref reader);
    }
}
