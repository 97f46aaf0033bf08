using System;
using System.Threading;
using HyperscaleSdk.Specification.Text;

namespace HyperscaleSdk.Specification.Overlays;

/// <summary>One evaluation of a query: its root, and how much of its budget is left.</summary>
internal sealed class JsonPathVisit
{
    private readonly CancellationToken _cancellationToken;
    private int _left;

    public JsonPathVisit(SpecNode root, int budget, CancellationToken cancellationToken)
    {
        Root = root;
        _left = budget;
        _cancellationToken = cancellationToken;
    }

    public SpecNode Root { get; }

    public void Step()
    {
        _cancellationToken.ThrowIfCancellationRequested();
        if (--_left < 0)
        {
            throw new JsonPathException("it visits more nodes than is safe", "안전한 수보다 많은 노드를 거칩니다");
        }
    }
}
