using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace HyperscaleSdk.Emulator.Faults;

/// <summary>Reads <c>X-Emulator-Fault</c> and <c>?fault=</c>. A name that does not exist is a problem, never ignored.</summary>
internal static class FaultParser
{
    public const string Header = "X-Emulator-Fault";

    private static readonly char[] Separators = [';', ','];

    public static FaultPlan Parse(HttpRequest request, out string? problem)
    {
        problem = null;
        var plan = FaultPlan.None;
        var entries = request.Headers[Header].Concat(request.Query["fault"])
            .SelectMany(value => (value ?? "").Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        foreach (var entry in entries)
        {
            if (Apply(plan, entry) is { } next)
                plan = next;
            else
                problem ??= "Unknown emulator fault. GET / on the emulator lists the names.";
        }

        return problem is null ? plan : FaultPlan.None;
    }

    private static FaultPlan? Apply(FaultPlan plan, string entry)
    {
        foreach (var (name, kind, _) in FaultCatalog.Named)
        {
            if (string.Equals(name, entry, StringComparison.Ordinal))
                return plan with { Kinds = plan.Kinds | kind };
        }

        if (entry.StartsWith("status-", StringComparison.Ordinal))
            return Number(entry["status-".Length..]) is { } status && FaultCatalog.Statuses.Contains(status) ? plan with { Status = status } : null;

        var equals = entry.IndexOf('=', StringComparison.Ordinal);
        if (equals < 0 || Number(entry[(equals + 1)..]) is not { } number)
            return null;
        return entry[..equals] switch
        {
            "times" => plan with { Times = number },
            "after" => plan with { AfterChunks = number },
            "retry-after" => plan with { RetryAfterSeconds = number },
            "delay" when number <= 60_000 => plan with { Delay = TimeSpan.FromMilliseconds(number) },
            _ => null,
        };
    }

    private static int? Number(string text)
        => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;
}
