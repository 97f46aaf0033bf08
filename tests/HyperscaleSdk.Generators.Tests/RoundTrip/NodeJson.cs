using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using HyperscaleSdk.Specification.Text;

namespace HyperscaleSdk.Generators.Tests.RoundTrip;

/// <summary>A node of a document as JSON.</summary>
internal static partial class NodeJson
{
    public static string Of(SpecNode node)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            Write(writer, node);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>Writes the node. What YAML can say and JSON cannot (infinity) becomes a text.</summary>
    public static void Write(Utf8JsonWriter writer, SpecNode node)
    {
        switch (node.Kind)
        {
            case SpecNodeKind.Mapping:
                writer.WriteStartObject();
                foreach (var member in node.Members)
                {
                    writer.WritePropertyName(member.Name);
                    Write(writer, member.Value);
                }

                writer.WriteEndObject();
                break;
            case SpecNodeKind.Sequence:
                writer.WriteStartArray();
                foreach (var item in node.Items)
                {
                    Write(writer, item);
                }

                writer.WriteEndArray();
                break;
            case SpecNodeKind.Number when JsonNumber().IsMatch(node.Scalar!):
                writer.WriteRawValue(node.Scalar!);
                break;
            case SpecNodeKind.Number when node.TryGetDouble(out var number) && double.IsFinite(number):
                writer.WriteRawValue(number.ToString("R", CultureInfo.InvariantCulture));
                break;
            case SpecNodeKind.Boolean:
                writer.WriteBooleanValue(node.Scalar == "true");
                break;
            case SpecNodeKind.Null:
                writer.WriteNullValue();
                break;
            default:
                writer.WriteStringValue(node.Scalar);
                break;
        }
    }

    [GeneratedRegex("^-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex JsonNumber();
}
