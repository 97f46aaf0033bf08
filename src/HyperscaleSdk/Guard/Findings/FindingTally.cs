namespace HyperscaleSdk;

/// <summary>What was found in one call, as counts and places. Not thread-safe: its session locks.</summary>
internal sealed class FindingTally(GuardPolicy policy, string provider, string operation)
{
    private readonly Dictionary<(PersonalDataKind Kind, PersonalDataAction Action), int> _counts = [];
    private readonly List<PersonalDataFinding> _blocked = [];

    public bool IsEmpty => _counts.Count == 0;

    public bool IsBlocked => _blocked.Count > 0;

    public void Clear() => _counts.Clear();

    public void Count(PersonalDataKind kind, PersonalDataAction action) => Add(kind, action, 1);

    public void Block(PersonalDataFinding finding)
    {
        Add(finding.Kind, PersonalDataAction.Block, finding.Count);
        _blocked.Add(finding);
    }

    /// <summary>The counts; null when nothing was found.</summary>
    public PersonalDataGuardReport? Report() => IsEmpty
        ? null
        : new PersonalDataGuardReport(
            provider, operation, [.. _counts.OrderBy(count => count.Key).Select(count => new PersonalDataCount(count.Key.Kind, count.Key.Action, count.Value))]);

    /// <summary>Everything found, whatever its action, as if it stood in one place.</summary>
    public IEnumerable<PersonalDataFinding> At(Place place) =>
        _counts.Select(count => new PersonalDataFinding(count.Key.Kind, count.Value, place.Message, place.Role, place.Part));

    /// <summary>Tells metric and hook.</summary>
    public void Tell()
    {
        if (Report() is { } report)
        {
            GuardTelemetry.Record(report);
            policy.OnFindings?.Invoke(report);
        }
    }

    /// <summary>The refusal of the call; metric and hook are told.</summary>
    public PersonalDataBlockedException Refusal()
    {
        Tell();
        return new PersonalDataBlockedException([.. _blocked], policy.Refusing) { Provider = provider };
    }

    private void Add(PersonalDataKind kind, PersonalDataAction action, int count) =>
        _counts[(kind, action)] = _counts.GetValueOrDefault((kind, action)) + count;
}
