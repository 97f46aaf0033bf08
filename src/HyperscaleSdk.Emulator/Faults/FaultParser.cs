using System.Globalization;
using HyperscaleSdk.Emulator.Errors;
using Microsoft.AspNetCore.Http;

namespace HyperscaleSdk.Emulator.Faults;

/// <summary>Reads <c>X-Emulator-Fault</c> and <c>?fault=</c>. A name that does not exist is a problem, never ignored.</summary>
internal static class FaultParser
{
    public const string Header = "X-Emulator-Fault";

    public const string Problem = "Unknown emulator fault. GET /_emulator/faults lists the names.";

    private static readonly char[] Separators = [';', ','];

    /// <summary>What a request asks for; without a wish of its own, what the host was told to do.</summary>
    public static FaultPlan Parse(HttpRequest request, FaultPlan standing, out string? problem)
    {
        problem = null;
        var source = string.Join(';', request.Headers[Header].Concat(request.Query["fault"]));
        if (source.Length == 0)
            return standing;
        if (Parse(source) is { } plan)
            return plan with { IsStrict = true };
        problem = Problem;
        return FaultPlan.None;
    }

    /// <summary>The plan, or null when it has a name that does not exist.</summary>
    public static FaultPlan? Parse(string source)
    {
        FaultPlan? plan = FaultPlan.None with { Source = source };
        foreach (var entry in source.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            plan = plan is null ? null : Apply(plan, entry);
        return plan;
    }

    private static FaultPlan? Apply(FaultPlan plan, string entry)
    {
        if (FaultCatalog.Named.FirstOrDefault(fault => string.Equals(fault.Name, entry, StringComparison.Ordinal)) is { } named)
            return plan with { Kinds = plan.Kinds | named.Kind };
        if (entry.StartsWith("status-", StringComparison.Ordinal))
            return Number(entry["status-".Length..]) is { } status && FaultCatalog.Statuses.Contains(status) ? plan with { Status = status } : null;

        var equals = entry.IndexOf('=', StringComparison.Ordinal);
        if (equals < 0)
            return null;
        var value = entry[(equals + 1)..];
        return (entry[..equals], Number(value)) switch
        {
            ("times", { } number) => plan with { Times = number },
            ("after", { } number) => plan with { After = number },
            ("retry-after", { } number) => plan with { RetryAfterSeconds = number },
            ("delay", { } number and <= 60_000) => plan with { Delay = TimeSpan.FromMilliseconds(number) },
            ("size", { } number and <= 1024 * 1024) => plan with { Size = number },
            ("error-form", _) when Find(ErrorForms.Named, value) is { } form => plan with { ErrorForm = form },
            ("rate-headers", _) when Find(RateHeaders.Named, value) is { } form => plan with { RateHeaders = form },
            _ => null,
        };
    }

    private static T? Find<T>(IReadOnlyList<(string Name, T Form)> forms, string name)
        where T : struct
    {
        foreach (var (known, form) in forms)
        {
            if (string.Equals(known, name, StringComparison.Ordinal))
                return form;
        }

        return null;
    }

    private static int? Number(string text)
        => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;
}
