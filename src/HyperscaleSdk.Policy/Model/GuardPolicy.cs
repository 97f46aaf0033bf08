namespace HyperscaleSdk.Policies;

/// <summary>What the runtime guard does with each kind of personal data.</summary>
public sealed record GuardPolicy
{
    /// <summary>Nothing is stated: the guard's own defaults apply.</summary>
    public static GuardPolicy Unstated { get; } = new();

    /// <summary>What to do with the kinds that <see cref="Actions"/> does not list; null when not stated.</summary>
    public GuardAction? Default { get; init; }

    /// <summary>What to do with single kinds. Never <see cref="GuardAction.Allow"/> for a resident registration number.</summary>
    public IReadOnlyDictionary<PersonalDataKind, GuardAction> Actions { get; init; } = new Dictionary<PersonalDataKind, GuardAction>();

    /// <summary>What to do with a kind.</summary>
    /// <param name="kind">The kind.</param>
    /// <returns>
    /// The action; null when the policy does not say. A resident registration number is blocked or masked whatever the policy says.
    /// </returns>
    public GuardAction? ActionFor(PersonalDataKind kind)
    {
        var action = Actions.TryGetValue(kind, out var stated) ? stated : Default;
        return kind == PersonalDataKind.ResidentRegistrationNumber && action is not (null or GuardAction.Block or GuardAction.Mask) ? GuardAction.Block : action;
    }
}
