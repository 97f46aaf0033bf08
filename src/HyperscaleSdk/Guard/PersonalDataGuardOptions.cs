using HyperscaleSdk.Policies;

namespace HyperscaleSdk;

/// <summary>What the personal-data guard does with which kind.</summary>
public sealed class PersonalDataGuardOptions
{
    /// <summary>What the policy says under <c>guard</c>; kinds of which it says nothing keep the guard's own default.</summary>
    /// <param name="policy">The policy.</param>
    /// <returns>New options, which may be changed. A resident registration number is blocked or masked whatever the policy says.</returns>
    public static PersonalDataGuardOptions FromPolicy(Policy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        var options = new PersonalDataGuardOptions();
        foreach (var kind in Enum.GetValues<PersonalDataKind>())
        {
            if (policy.Guard.ActionFor(kind) is { } action)
            {
                options.Actions[kind] = action switch
                {
                    GuardAction.Block => PersonalDataAction.Block,
                    GuardAction.Placeholder => PersonalDataAction.Placeholder,
                    GuardAction.Allow => PersonalDataAction.Allow,
                    _ => PersonalDataAction.Mask,
                };
            }
        }

        return options;
    }

    /// <summary>
    /// The action of each kind; kinds that are not in it keep their default. Defaults: <see cref="PersonalDataAction.Mask"/> for the four
    /// unique identifiers (PIPA Decree art. 19), card numbers and sensitive information; <see cref="PersonalDataAction.Placeholder"/> for
    /// names, phones, e-mail and postal addresses, birth dates, account numbers, locations and other data.
    /// A resident registration number can only be blocked or masked (PIPA art. 24-2).
    /// </summary>
    public IDictionary<PersonalDataKind, PersonalDataAction> Actions { get; } = new Dictionary<PersonalDataKind, PersonalDataAction>();

    /// <summary>
    /// How sure a finding of each kind must be to be acted on; kinds that are not in it keep their default. Defaults:
    /// <see cref="PersonalDataConfidence.Weak"/> (every finding) for the four unique identifiers, <see cref="PersonalDataConfidence.Medium"/>
    /// for the others. For a resident registration number at most <see cref="PersonalDataConfidence.Medium"/>: those given since 2020 have no checksum.
    /// </summary>
    public IDictionary<PersonalDataKind, PersonalDataConfidence> MinimumConfidences { get; } = new Dictionary<PersonalDataKind, PersonalDataConfidence>();

    /// <summary>
    /// Is told once per call in which something was found, before the request is sent or refused: kinds, actions and counts, never a value.
    /// <see langword="null"/> (default): nobody is told. What it throws ends the call. May be called from several threads at once.
    /// </summary>
    public Action<PersonalDataGuardReport>? OnFindings { get; set; }

    /// <summary>
    /// Whether content that the guard cannot read is sent all the same: contents, tools and options of types that it does not know, values that
    /// cannot be written as JSON, text in an unknown encoding, and what a <c>RawRepresentationFactory</c> makes unless it is a request of this SDK.
    /// Default <see langword="false"/>: such a call throws <see cref="HyperscaleRequestException"/> and nothing is sent.
    /// Images, audio and other binary data are never read and always sent.
    /// </summary>
    public bool AllowUnreadable { get; set; }
}
