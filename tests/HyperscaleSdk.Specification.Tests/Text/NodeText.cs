using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using HyperscaleSdk.Specification.Text;

namespace HyperscaleSdk.Specification.Tests.Text;

/// <summary>Writes nodes as compact JSON so that a test can say what it expects in one line.</summary>
internal static class NodeText
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(string text, string path = "test.yaml") => Of(ReadClean(text, path).Root);

    public static SourceDocument ReadClean(string text, string path = "test.yaml")
    {
        var document = SpecReader.Read(path, text, TestContext.Current.CancellationToken);
        Assert.Empty(document.Diagnostics);
        return document;
    }

    public static string Of(SpecNode? node)
    {
        var builder = new StringBuilder();
        Write(builder, node);
        return builder.ToString();
    }

    private static void Write(StringBuilder builder, SpecNode? node)
    {
        switch (node?.Kind)
        {
            case null:
                builder.Append("nothing");
                break;
            case SpecNodeKind.Null:
                builder.Append("null");
                break;
            case SpecNodeKind.Boolean or SpecNodeKind.Number:
                builder.Append(node.Scalar);
                break;
            case SpecNodeKind.String:
                WriteString(builder, node.Scalar!);
                break;
            case SpecNodeKind.Sequence:
                builder.Append('[');
                for (var i = 0; i < node.Items.Count; i++)
                {
                    builder.Append(i > 0 ? "," : string.Empty);
                    Write(builder, node.Items[i]);
                }

                builder.Append(']');
                break;
            case SpecNodeKind.Mapping:
                builder.Append('{');
                for (var i = 0; i < node.Members.Count; i++)
                {
                    builder.Append(i > 0 ? "," : string.Empty);
                    WriteString(builder, node.Members[i].Name);
                    builder.Append(':');
                    Write(builder, node.Members[i].Value);
                }

                builder.Append('}');
                break;
        }
    }

    private static void WriteString(StringBuilder builder, string value) =>
        // The serializer escapes what lies beyond the basic plane, whatever encoder it has.
        builder.Append(JsonSerializer.Serialize(value, Options).Replace("\\uD83D\\uDE00", "😀", StringComparison.Ordinal));
}
