using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace HyperscaleSdk.Benchmarks.Clients;

/// <summary>The answers, with the members that servers of the OpenAI dialect send.</summary>
internal static class ClientBodies
{
    public const int Chunks = 1000;

    public const int Vectors = 100;

    public const int Dimensions = 1024;

    public const string Model = "solar-pro4";

    // Some 300 tokens.
    private const int Words = 220;

    private const string Head = "\"id\":\"chatcmpl-7f1f2f6e5d4c4b3a9a8b7c6d5e4f3a2b\",\"object\":\"chat.completion";

    private const string Usage = "\"usage\":{\"prompt_tokens\":24,\"completion_tokens\":300,\"total_tokens\":324,\"prompt_tokens_details\":{\"cached_tokens\":0},\"completion_tokens_details\":{\"reasoning_tokens\":0}}";

    private static readonly string[] Vocabulary = ["heat", "floor", "warm", "stone", "winter", "house", "smoke", "the", "under", "flows", "channel", "kitchen"];

    public static byte[] Completion { get; } = Bytes(
        "{" + Head + "\",\"created\":1764200000,\"model\":\"solar-pro4\",\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":\""
        + string.Concat(Enumerable.Range(0, Words).Select(Word)) + "\",\"refusal\":null},\"logprobs\":null,\"finish_reason\":\"stop\"}]," + Usage + ",\"system_fingerprint\":null}");

    public static byte[] ToolCall { get; } = Bytes(
        "{" + Head + "\",\"created\":1764200000,\"model\":\"solar-pro4\",\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":null,\"refusal\":null,"
        + "\"tool_calls\":[{\"id\":\"call_9pW6Vd2Yl3nKxTqRb0Zs\",\"type\":\"function\",\"function\":{\"name\":\"get_weather\",\"arguments\":\"{\\\"city\\\":\\\"Seoul\\\",\\\"days\\\":3}\"}}]},"
        + "\"logprobs\":null,\"finish_reason\":\"tool_calls\"}]," + Usage + ",\"system_fingerprint\":null}");

    public static byte[] Stream { get; } = Bytes(
        string.Concat(Enumerable.Range(0, Chunks).Select(i => Chunk(i == 0 ? "\"role\":\"assistant\",\"content\":\"" + Word(i) + "\"" : "\"content\":\"" + Word(i) + "\"", "null")))
        + Chunk("", "\"stop\"") + "data: {" + Head + ".chunk\",\"created\":1764200000,\"model\":\"solar-pro4\",\"system_fingerprint\":null,\"choices\":[]," + Usage + "}\n\ndata: [DONE]\n\n");

    public static byte[] Floats { get; } = Embeddings(static vector => "[" + string.Join(',', vector.Select(number => number.ToString("R", CultureInfo.InvariantCulture))) + "]");

    public static byte[] Base64 { get; } = Embeddings(static vector => "\"" + Convert.ToBase64String(MemoryMarshal.AsBytes(vector.AsSpan())) + "\"");

    private static string Chunk(string delta, string reason)
        => "data: {" + Head + ".chunk\",\"created\":1764200000,\"model\":\"solar-pro4\",\"system_fingerprint\":null,\"choices\":[{\"index\":0,\"delta\":{" + delta + "},\"logprobs\":null,\"finish_reason\":" + reason + "}]}\n\n";

    private static string Word(int i) => " " + Vocabulary[i * 7 % Vocabulary.Length];

    private static byte[] Embeddings(Func<float[], string> write)
    {
        var numbers = new Random(5);
        var items = Enumerable.Range(0, Vectors).Select(index =>
            "{\"object\":\"embedding\",\"index\":" + index.ToString(CultureInfo.InvariantCulture) + ",\"embedding\":" + write([.. Enumerable.Range(0, Dimensions).Select(_ => numbers.NextSingle() - 0.5f)]) + "}");
        return Bytes("{\"object\":\"list\",\"data\":[" + string.Join(',', items) + "],\"model\":\"solar-embedding-2-passage\",\"usage\":{\"prompt_tokens\":900,\"total_tokens\":900}}");
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
