using System.Globalization;

namespace HyperscaleSdk.Tests.Faults;

/// <summary>What a fault comes to: what the caller sees, how many requests the server sees, and what the ledger's rows say.</summary>
/// <param name="Failure">The exact type of the exception; null for an answer.</param>
/// <param name="Requests">Requests at the server, each of which has its own row.</param>
/// <param name="Outcome">The outcome of every row.</param>
/// <param name="Units">Where the units of every row come from.</param>
internal sealed record FaultCell(Type? Failure, int Requests, WireCallOutcome Outcome, UsageUnitSource Units)
{
    /// <summary>Another exception that may come instead, where it is a matter of luck how much arrives; null for none.</summary>
    public Type? OrFailure { get; init; }

    /// <summary>Where the units may come from instead, by the same luck; null for no other place.</summary>
    public UsageUnitSource? OrUnits { get; init; }

    /// <summary>The emulator refuses the fault, because it cannot happen to this answer.</summary>
    public static FaultCell Impossible { get; } = Refused<HyperscaleRequestException>();

    /// <summary>The usual answer, with what the server reports as used.</summary>
    public static FaultCell Answered { get; } = new(null, 1, WireCallOutcome.Completed, UsageUnitSource.Reported);

    /// <summary>The usual answer, without a report of what was used.</summary>
    public static FaultCell AnsweredUnmetered { get; } = Answered with { Units = UsageUnitSource.Estimated };

    /// <summary>A refusal that another attempt could not change.</summary>
    public static FaultCell Refused<T>()
        where T : Exception
        => new(typeof(T), 1, WireCallOutcome.Failed, UsageUnitSource.None);

    /// <summary>A refusal that was met by every attempt.</summary>
    public static FaultCell Retried<T>()
        where T : Exception
        => Refused<T>() with { Requests = 3 };

    /// <summary>An answer that broke: the server has worked, and may bill it.</summary>
    public static FaultCell Broken<T>()
        where T : Exception
        => new(typeof(T), 1, WireCallOutcome.Incomplete, UsageUnitSource.Estimated);

    public override string ToString()
    {
        if (ReferenceEquals(this, Impossible))
        {
            return "–";
        }

        var requests = Requests == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" after {Requests} requests");
        var failure = Failure is null ? "answer" : OrFailure is null ? Short(Failure) : $"{Short(Failure)} or {Short(OrFailure)}";
        var units = OrUnits is { } other ? $"{Short(Units)} or {Short(other)}" : Short(Units);
        return $"{failure}{requests}; `{Outcome}`, {units}";
    }

    private static string Short(UsageUnitSource units) => units switch
    {
        UsageUnitSource.None => "0",
        UsageUnitSource.Reported => "as reported",
        _ => "estimate",
    };

    private static string Short(Type failure) => failure.Name.Replace("Hyperscale", "", StringComparison.Ordinal).Replace("Exception", "", StringComparison.Ordinal);
}
