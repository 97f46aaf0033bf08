using System.Globalization;

namespace HyperscaleSdk.Wire.Tests;

/// <summary>What became of one document's operations.</summary>
internal sealed class WireRow(string document, int operations)
{
    public const string Head = "| document | operations | called | accepted | read | left out |\n|---|--:|--:|--:|--:|---|\n";

    public string Document { get; } = document;

    public int Operations { get; } = operations;

    public int Called { get; private set; }

    public int Accepted { get; private set; }

    public int Read { get; private set; }

    /// <summary>Operations that are not judged, by reason.</summary>
    public Dictionary<string, List<string>> LeftOut { get; } = new(StringComparer.Ordinal);

    public List<string> Problems { get; } = [];

    public int LeftOutCount => LeftOut.Values.Sum(operations => operations.Count);

    public void Add(string operation, IReadOnlyList<WireOutcome> calls)
    {
        Called++;
        Accepted += calls.All(call => call.IsAccepted) ? 1 : 0;
        var known = WireDocuments.FaultOf(Document, operation);
        var problems = calls.Where(call => call.Problem is not null).Select(call => $"{operation}: {call.Problem}").ToList();
        var excuse = calls.Select(call => call.LeftOut).FirstOrDefault(reason => reason is not null) ?? (problems.Count > 0 ? known : null);
        if (excuse is { } reason)
        {
            if (!LeftOut.TryGetValue(reason, out var operations))
            {
                LeftOut[reason] = operations = [];
            }

            operations.Add(operation);
            return;
        }

        Read += problems.Count == 0 ? 1 : 0;
        Problems.AddRange(problems);
        if (known is not null && problems.Count == 0)
        {
            Problems.Add($"{operation} works: take it off the list of faults.");
        }
    }

    public override string ToString()
    {
        var reasons = LeftOut.Select(entry => $"{string.Join(", ", entry.Value)} ({entry.Key})");
        return string.Create(CultureInfo.InvariantCulture, $"| {Document} | {Operations} | {Called} | {Accepted} | {Read} | {LeftOutCount}{(LeftOut.Count == 0 ? "" : ": " + string.Join("; ", reasons))} |");
    }
}
