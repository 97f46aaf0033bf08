namespace HyperscaleSdk;

/// <summary>Brings what was found in texts joined together back to the single texts.</summary>
internal static class JoinedTexts
{
    public static void Divide(string joined, List<GuardSpan>? found, string[] texts, List<GuardSpan>?[] spans, GuardPolicy policy)
    {
        foreach (var span in found ?? [])
        {
            var pieces = Pieces(span, texts);

            // A value that goes on where another one was found on its own: each text then keeps its own part, so that all of it comes back.
            var isOne = pieces.Count > 1 && pieces.TrueForAll(piece => !Crosses(spans[piece.Text], piece.From, piece.To));
            for (var i = 0; i < pieces.Count; i++)
            {
                var (text, from, to) = pieces[i];
                var whole = !isOne ? null : i == 0 ? joined[span.Start..span.End] : string.Empty;
                (spans[text] ??= []).Add(new GuardSpan(span.Kind, from, to, whole));
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

    private static List<(int Text, int From, int To)> Pieces(GuardSpan span, string[] texts)
    {
        var pieces = new List<(int Text, int From, int To)>();
        var start = 0;
        for (var i = 0; i < texts.Length && start < span.End; start += texts[i].Length, i++)
        {
            var from = Math.Max(span.Start - start, 0);
            var to = Math.Min(span.End - start, texts[i].Length);
            if (from < to)
            {
                pieces.Add((i, from, to));
            }
        }

        return pieces;
    }

    private static bool Crosses(List<GuardSpan>? spans, int from, int to) =>
        spans is not null && spans.Exists(span => span.Start < to && span.End > from && (span.Start < from || span.End > to));
}
