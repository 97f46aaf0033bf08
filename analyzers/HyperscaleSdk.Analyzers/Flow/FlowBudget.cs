namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>Bounds the work on one method, in visits and not in time, so that every run gives the same result.</summary>
internal sealed class FlowBudget
{
    public const int VisitsPerBlock = 12;
    public const int DeepestCall = 8;
    private const int Operations = 400_000;

    private int _spent;

    public bool IsExhausted => _spent >= Operations;

    public int Spent => _spent;

    public void Spend() => _spent++;
}
