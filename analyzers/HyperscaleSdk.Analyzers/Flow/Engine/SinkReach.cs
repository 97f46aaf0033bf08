using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>
/// Which members the engine has to follow: those that can reach an AI call, and those that can reach a log together with a
/// model's answer. By names first, which costs one look at each file; then by what is called. Most members of most projects never start it.
/// </summary>
internal sealed class SinkReach
{
    private readonly NameReach _sending;
    private readonly NameReach _logging;
    private readonly CallReach _sends;
    private readonly CallReach _logs;
    private readonly LoggedPlaces _logged;

    public SinkReach(FlowEngine engine)
    {
        var names = new SinkNames(engine.Compilation, engine.Referenced);
        _sending = new NameReach(engine.Compilation, names.MaySend);
        _logged = new LoggedPlaces(engine, names, sends: !_sending.IsEmpty);
        _sends = new CallReach(engine, _sending.Contains, (bodies, _) => CallReach.Mention(bodies, names.MaySend));
        var logs = new LogNames(engine.Compilation);
        _logging = new NameReach(engine.Compilation, name => !_logged.IsEmpty && logs.MayLog(name), logs.MayLog);
        _logs = new CallReach(engine, _ => true, (_, operations) => operations.Any(operation => LogsOrTells(operation, engine)));
    }

    public bool Contains(ISymbol member, CancellationToken cancellationToken) =>
        (_sending.Contains(member) && _sends.Contains(member, cancellationToken)) || (_logging.Contains(member) && _logged.AreReachedFrom(member, cancellationToken) && _logs.Contains(member, cancellationToken));

    // An exception that tells something ends in a log.
    private static bool LogsOrTells(IOperation operation, FlowEngine engine) => operation is IInvocationOperation call ? FlowSinks.IsLogCall(call.TargetMethod, engine.ConsoleIsLog)
        : operation is IObjectCreationOperation { Arguments: var arguments } creation && FlowSinks.IsException(creation.Type) && arguments.Any(argument => !argument.Value.ConstantValue.HasValue);
}
