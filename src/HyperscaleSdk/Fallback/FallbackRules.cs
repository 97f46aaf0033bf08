using HyperscaleSdk.Policies;

namespace HyperscaleSdk;

/// <summary>The suppliers of a fallback client, and what decides between them. Checked and copied at construction.</summary>
internal sealed class FallbackRules
{
    private readonly Dictionary<FallbackTarget, Purpose?> _purposes = [];

    public FallbackRules(IReadOnlyList<FallbackTarget> targets, FallbackOptions options)
    {
        if (targets.Count == 0 || targets.Contains(null!))
        {
            throw new ArgumentException("A fallback needs at least one supplier, and none may be null.", nameof(targets));
        }

        Targets = targets;
        Options = options;
        Policy = options.Policy ?? targets.Select(target => target.Ledger?.Options.Policy).FirstOrDefault(policy => policy is not null) ?? PolicyFile.LoadBesideProgram();
        foreach (var target in targets)
        {
            _purposes[target] = PurposeOf(options.Purpose ?? target.Ledger?.Options.Purpose);
        }
    }

    public IReadOnlyList<FallbackTarget> Targets { get; }

    public FallbackOptions Options { get; }

    public Policy? Policy { get; }

    public string? Refusal(FallbackTarget target, IReadOnlyList<PersonalDataKind> kinds) => FallbackPermission.Refusal(Policy, target, _purposes[target], kinds);

    private Purpose? PurposeOf(string? id) => id is null || Policy is null ? null : Policy.FindPurpose(id)
        ?? throw new ArgumentException($"The policy has no purpose '{id}'. Add it under purposes, or name another one.", nameof(id));
}
