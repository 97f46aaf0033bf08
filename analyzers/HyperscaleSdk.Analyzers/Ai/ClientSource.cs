using Microsoft.CodeAnalysis;

namespace HyperscaleSdk.Analyzers.Ai;

/// <summary>One step back from a place that holds a client: another place, or what made the client.</summary>
internal sealed record ClientSource(object Target, ClientMarks Marks)
{
    public ClientOrigin? Origin => Target as ClientOrigin;

    public ISymbol? Symbol => Target as ISymbol;

    public ClientSource With(ClientMarks marks) => new(Target, Marks | marks);
}
