using System.Globalization;
using System.Text.Json;

namespace HyperscaleSdk.Runtime;

/// <summary>Writes a value as pairs of a name and a value that is escaped already: the form that queries, cookies and form bodies share.</summary>
internal static class ParameterPairs
{
    /// <summary>The pairs of one parameter.</summary>
    /// <param name="name">Its name, not escaped.</param>
    /// <param name="value">Its value.</param>
    /// <param name="style">How lists and objects are written.</param>
    /// <param name="escape">Escapes a text.</param>
    public static IEnumerable<(string Name, string Value)> Of(string name, JsonElement value, ApiParameterStyle style, Func<string, string> escape)
    {
        if (style == ApiParameterStyle.Json)
        {
            return value.ValueKind == JsonValueKind.Null ? [] : [(escape(name), escape(value.GetRawText()))];
        }

        return value.ValueKind switch
        {
            JsonValueKind.Null or JsonValueKind.Undefined => [],
            JsonValueKind.Array => List(name, value, style, escape),
            JsonValueKind.Object => Object(name, value, style, escape),
            _ => [(escape(name), escape(ParameterValue.Text(value)))],
        };
    }

    private static IEnumerable<(string Name, string Value)> List(string name, JsonElement value, ApiParameterStyle style, Func<string, string> escape)
    {
        var items = ParameterValue.Items(value);
        return style switch
        {
            ApiParameterStyle.FormExploded => items.Select(item => (escape(name), escape(ParameterValue.Text(item)))),
            ApiParameterStyle.DeepObject => items.SelectMany((item, index) => Deep(Below(name, index.ToString(CultureInfo.InvariantCulture)), item, escape)),
            _ => [(escape(name), string.Join(Separator(style), items.Select(item => escape(ParameterValue.Text(item)))))],
        };
    }

    private static IEnumerable<(string Name, string Value)> Object(string name, JsonElement value, ApiParameterStyle style, Func<string, string> escape)
    {
        var members = ParameterValue.Members(value);
        return style switch
        {
            ApiParameterStyle.FormExploded => members.Select(member => (escape(member.Name), escape(ParameterValue.Text(member.Value)))),
            ApiParameterStyle.DeepObject => Deep(name, value, escape),
            _ => [(escape(name), string.Join(Separator(style), members.Select(member => escape(member.Name) + Separator(style) + escape(ParameterValue.Text(member.Value)))))],
        };
    }

    private static IEnumerable<(string Name, string Value)> Deep(string name, JsonElement value, Func<string, string> escape) => value.ValueKind switch
    {
        JsonValueKind.Object => ParameterValue.Members(value).SelectMany(member => Deep(Below(name, member.Name), member.Value, escape)),
        JsonValueKind.Array => List(name, value, ApiParameterStyle.DeepObject, escape),
        _ => [(escape(name), escape(ParameterValue.Text(value)))],
    };

    private static string Below(string name, string member) => $"{name}[{member}]";

    private static string Separator(ApiParameterStyle style) => style switch
    {
        ApiParameterStyle.SpaceDelimited => "%20",
        ApiParameterStyle.PipeDelimited => "%7C",
        _ => ",",
    };
}
