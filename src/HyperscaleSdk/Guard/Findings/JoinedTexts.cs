namespace HyperscaleSdk;

/// <summary>Brings what was found in texts joined together back to the single texts.</summary>
internal static class JoinedTexts
{
    public static void Divide(string joined, List<GuardSpan>? found, string[] texts, List<GuardSpan>?[] spans, GuardPolicy policy)
    {
        foreach (var span in found ?? [])
        {
            var start = 0;
            for (var i = 0; i < texts.Length; start += texts[i].Length, i++)
            {
                var from = Math.Max(span.Start, start);
                var to = Math.Min(span.End, start + texts[i].Length);
                if (from >= to)
                {
                    continue;
                }

                var whole = to - from == span.End - span.Start ? null : from == span.Start ? joined[span.Start..span.End] : string.Empty;
                (spans[i] ??= []).Add(new GuardSpan(span.Kind, from - start, to - start, whole));
            }
        }

        foreach (var list in spans)
        {
            if (list is not null)
            {
                TextFindings.Merge(list, policy);
            }
        }
    }
}
