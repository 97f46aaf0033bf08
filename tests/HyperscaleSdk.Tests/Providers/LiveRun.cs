using HyperscaleSdk.Conformance;

namespace HyperscaleSdk.Tests.Providers;

/// <summary>All facts of one provider at an endpoint: those that hold for any server are asked, the others say why not.</summary>
internal sealed class LiveRun(string subject)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMilliseconds(ChatClientConformance.Limit);

    private readonly List<string> _lines = [];

    public int Passed { get; private set; }

    public int EmulatorOnly { get; private set; }

    public List<string> Failures { get; } = [];

    public async Task RunAsync<T>(string kind, IEnumerable<ConformanceFact<T>> facts, T asked)
    {
        foreach (var fact in facts)
        {
            if (fact.EmulatorOnly is { } reason)
            {
                EmulatorOnly++;
                _lines.Add($"| {subject} | {kind} | {fact.Name} | emulator only: {reason} |");
                continue;
            }

            var failure = await Record.ExceptionAsync(() => fact.CheckAsync(asked).WaitAsync(Limit));
            if (failure is null)
            {
                Passed++;
            }
            else
            {
                Failures.Add($"{subject}, {kind}, {fact.Name}: {failure.GetType().Name}: {failure.Message}");
            }

            _lines.Add($"| {subject} | {kind} | {fact.Name} | {(failure is null ? "holds" : "FAILS")} |");
        }
    }

    /// <summary>The table.</summary>
    public override string ToString() => string.Join('\n', _lines);
}
