using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>
/// Which members the engine has to follow: those that can reach an AI call, and those that can reach a log together with a
/// model's answer. By names first, which costs one look at each file, then by what is called. Most members of most projects never start it.
/// </summary>
internal sealed class SinkReach
{
    private readonly FlowEngine _engine;
    private readonly SinkNames _names;
    private readonly NameReach _sending;
    private readonly NameReach _logging;
    private readonly CallReach _sends;
    private readonly CallReach _logs;
    private readonly LoggedPlaces _logged;

    public SinkReach(FlowEngine engine)
    {
        _engine = engine;
        _names = new SinkNames(engine.Compilation, engine.Referenced);
        _sending = new NameReach(engine.Compilation, _names.MaySend);
        _logged = new LoggedPlaces(engine, _names, sends: !_sending.IsEmpty);
        var logs = new LogNames(engine.Compilation);
        _logging = new NameReach(engine.Compilation, name => !_logged.IsEmpty && logs.MayLog(name), logs.MayLog);
        _sends = new CallReach(engine, _sending.Contains, MaySend);
        _logs = new CallReach(engine, _logging.Contains, LogsOrTells);
    }

    // Of what may send and may log, by its names, it is not asked whether it logs an answer: to follow it costs less than to find out.
    public bool Contains(ISymbol member, CancellationToken cancellationToken) => _sending.Contains(member)
        ? _logging.Contains(member) || _sends.Contains(member, cancellationToken)
        : _logging.Contains(member) && _logged.AreReachedFrom(member, cancellationToken) && _logs.Contains(member, cancellationToken);

    private bool MaySend(IOperation operation) => operation switch
    {
        IInvocationOperation call => _names.MaySend(call.TargetMethod.Name),
        IMethodReferenceOperation reference => _names.MaySend(reference.Method.Name),
        IObjectCreationOperation creation => creation.Type is { } type && _names.MaySend(type.Name),
        IPropertyReferenceOperation property => _names.MaySend(property.Property.Name),
        IDynamicMemberReferenceOperation member => _names.MaySend(member.MemberName),
        IUsingOperation or IUsingDeclarationOperation => _names.MaySend("Dispose") || _names.MaySend("DisposeAsync"),
        IForEachLoopOperation => _names.MaySend("GetEnumerator") || _names.MaySend("GetAsyncEnumerator") || _names.MaySend("MoveNext") || _names.MaySend("MoveNextAsync"),
        _ => false,
    };

    // An exception that tells something ends in a log.
    private bool LogsOrTells(IOperation operation) => operation is IInvocationOperation call ? FlowSinks.IsLogCall(call.TargetMethod, _engine.ConsoleIsLog)
        : operation is IObjectCreationOperation { Arguments: var arguments } creation && FlowSinks.IsException(creation.Type) && arguments.Any(argument => !argument.Value.ConstantValue.HasValue);
}
