using System;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>
/// Which members the engine has to follow, by names: those that can reach an AI call, and those that can reach a log together
/// with a model's answer. Most members of most projects never start it.
/// </summary>
internal sealed class SinkReach
{
    private readonly NameReach _sending;
    private readonly NameReach _logging;
    private readonly LogReach _logs;
    private readonly LoggedPlaces _logged;

    public SinkReach(FlowEngine engine)
    {
        var names = new SinkNames(engine.Compilation, engine.Referenced);
        _sending = new NameReach(engine.Compilation, names.MaySend);
        _logged = new LoggedPlaces(engine, names, sends: !_sending.IsEmpty);
        _logs = new LogReach(engine);
        var logs = new LogNames(engine.Compilation);
        _logging = new NameReach(engine.Compilation, name => !_logged.IsEmpty && logs.MayLog(name), logs.MayLog);
    }

    public bool Contains(ISymbol member, CancellationToken cancellationToken) =>
        _sending.Contains(member) || (_logging.Contains(member) && _logged.AreReachedFrom(member, cancellationToken) && _logs.Contains(member, cancellationToken));
}
