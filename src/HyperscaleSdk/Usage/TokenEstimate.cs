using System.Text;
using Microsoft.Extensions.AI;

namespace HyperscaleSdk;

/// <summary>A rough count of tokens for calls whose provider reports none: one per three bytes of UTF-8.</summary>
/// <remarks>That is one per Korean syllable and one per three Latin letters: rather too much than too little.</remarks>
internal static class TokenEstimate
{
    public static long Of(long utf8Bytes) => (utf8Bytes + 2) / 3;

    public static long Of(IEnumerable<ChatMessage> messages)
    {
        long bytes = 0;
        foreach (var message in messages)
        {
            bytes += BytesOf(message?.Contents);
        }

        return Of(bytes);
    }

    public static long Of(IEnumerable<string> values)
    {
        long tokens = 0;
        foreach (var value in values)
        {
            tokens += Of(Encoding.UTF8.GetByteCount(value ?? ""));
        }

        return tokens;
    }

    public static long BytesOf(IEnumerable<AIContent>? contents)
    {
        long bytes = 0;
        foreach (var content in contents ?? [])
        {
            bytes += content switch
            {
                TextContent text => Encoding.UTF8.GetByteCount(text.Text ?? ""),
                TextReasoningContent reasoning => Encoding.UTF8.GetByteCount(reasoning.Text ?? ""),
                FunctionResultContent { Result: string result } => Encoding.UTF8.GetByteCount(result),
                _ => 0,
            };
        }

        return bytes;
    }
}
