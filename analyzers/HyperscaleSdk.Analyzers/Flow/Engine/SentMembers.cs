using System.Collections.Concurrent;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>Fields and properties whose text is sent by a method of their own type, and methods whose result is sent: who logs it, logs a prompt.</summary>
internal sealed class SentMembers(FlowEngine engine)
{
    private readonly FlowEngine _engine = engine;
    private readonly ConcurrentDictionary<ISymbol, bool> _known = new(SymbolEqualityComparer.Default);

    /// <param name="member">A field, a property or a method.</param>
    /// <param name="type">The type whose method logs it; what another type keeps is not its prompt.</param>
    /// <param name="cancellationToken">Stops the analysis.</param>
    public bool Contains(ISymbol member, INamedTypeSymbol? type, CancellationToken cancellationToken) => SymbolEqualityComparer.Default.Equals(member.ContainingType?.OriginalDefinition, type?.OriginalDefinition)
        && (_known.TryGetValue(member.OriginalDefinition, out var known) ? known : _known.GetOrAdd(member.OriginalDefinition, IsSent(member.OriginalDefinition, cancellationToken)));

    private bool IsSent(ISymbol member, CancellationToken cancellationToken) => (member is not IFieldSymbol field || _engine.Constants.ValueOf(field, cancellationToken) is null)
        && _engine.Ambient.MethodsThatMention(member.Name, cancellationToken)
            .Where(method => member is IMethodSymbol || SymbolEqualityComparer.Default.Equals(method.ContainingType.OriginalDefinition, member.ContainingType))
            .Any(method => _engine.SummaryOf(method, new SummaryRun(), cancellationToken)?.Sent.Any(sent => SymbolEqualityComparer.Default.Equals(sent.OriginalDefinition, member)) == true);
}
