namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>Where a value reaches a sink. Two hits at one place are one.</summary>
internal sealed record FlowHitPlace(int Start, string Path, int At, int AtLength, FlowSinkKind Kind)
{
    public static FlowHitPlace Of(FlowHit hit) =>
        new(hit.Sink.Syntax.SpanStart, hit.Sink.Syntax.SyntaxTree.FilePath, hit.At.SpanStart, hit.At.Span.Length, hit.Sink.Kind);

    public static int Compare(FlowHitPlace left, FlowHitPlace right)
    {
        var order = left.Start.CompareTo(right.Start);
        order = order != 0 ? order : string.CompareOrdinal(left.Path, right.Path);
        order = order != 0 ? order : left.At.CompareTo(right.At);
        order = order != 0 ? order : left.AtLength.CompareTo(right.AtLength);
        return order != 0 ? order : ((int)left.Kind).CompareTo((int)right.Kind);
    }

    public bool Equals(FlowHitPlace? other) => other is not null && Compare(this, other) == 0;

    public override int GetHashCode() => unchecked((((Start * 31) + At) * 31) + AtLength);
}
