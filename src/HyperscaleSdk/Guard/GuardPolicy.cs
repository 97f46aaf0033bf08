namespace HyperscaleSdk;

/// <summary>The options, checked and copied, so that a later change by the caller has no effect.</summary>
internal sealed class GuardPolicy
{
    private readonly PersonalDataAction[] _actions;
    private readonly PersonalDataConfidence[] _minimums;

    private GuardPolicy(PersonalDataAction[] actions, PersonalDataConfidence[] minimums, Action<PersonalDataGuardReport>? onFindings)
    {
        _actions = actions;
        _minimums = minimums;
        OnFindings = onFindings;
    }

    public Action<PersonalDataGuardReport>? OnFindings { get; }

    public bool AllowUnreadable { get; private init; }

    /// <summary>The supplier that refuses personal data, for which this policy blocks everything; null for every other.</summary>
    public ProviderDescriptor? Refusing { get; private init; }

    public static GuardPolicy Of(PersonalDataGuardOptions? options)
    {
        options ??= new PersonalDataGuardOptions();
        var kinds = Enum.GetValues<PersonalDataKind>();
        var actions = new PersonalDataAction[kinds.Length];
        var minimums = new PersonalDataConfidence[kinds.Length];
        foreach (var kind in kinds)
        {
            actions[(int)kind] = DefaultAction(kind);
            minimums[(int)kind] = DefaultMinimum(kind);
        }

        foreach (var (kind, action) in options.Actions)
        {
            actions[Index(kind, kinds)] = Enum.IsDefined(action) ? action : throw new ArgumentException($"The action of {kind} is not one of PersonalDataAction.", nameof(options));
        }

        foreach (var (kind, minimum) in options.MinimumConfidences)
        {
            minimums[Index(kind, kinds)] = minimum;
        }

        if (actions[(int)PersonalDataKind.ResidentRegistrationNumber] is not (PersonalDataAction.Block or PersonalDataAction.Mask))
        {
            throw new ArgumentException(
                "A resident registration number (주민등록번호) may not be processed, even with consent, unless a law permits it (PIPA art. 24-2, 개인정보 보호법 제24조의2): set its action to Block or Mask.",
                nameof(options));
        }

        if (minimums[(int)PersonalDataKind.ResidentRegistrationNumber] > PersonalDataConfidence.Medium)
        {
            throw new ArgumentException(
                "The minimum confidence of a resident registration number (주민등록번호) may not be above Medium: those given since October 2020 have no checksum, and PIPA art. 24-2 (개인정보 보호법 제24조의2) holds for them too.",
                nameof(options));
        }

        return new GuardPolicy(actions, minimums, options.OnFindings) { AllowUnreadable = options.AllowUnreadable };
    }

    /// <summary>
    /// The policy for calls of a supplier. One that refuses personal data gets none, whatever the options say: every kind blocks, findings count
    /// that are as sure as by default, and what cannot be read is not sent.
    /// </summary>
    public GuardPolicy For(ProviderDescriptor? provider)
    {
        if (provider?.Data.RefusesPersonalData != true)
        {
            return this;
        }

        var actions = new PersonalDataAction[_actions.Length];
        Array.Fill(actions, PersonalDataAction.Block);
        PersonalDataConfidence[] minimums = [.. _minimums.Select(static (minimum, kind) => (PersonalDataConfidence)Math.Min((int)minimum, (int)DefaultMinimum((PersonalDataKind)kind)))];
        return new GuardPolicy(actions, minimums, OnFindings) { Refusing = provider };
    }

    public PersonalDataAction ActionOf(PersonalDataKind kind) => (uint)kind < (uint)_actions.Length ? _actions[(int)kind] : PersonalDataAction.Mask;

    /// <summary>Whether values of a kind may stay in a request: by their action, or because less sure findings than by default are left alone.</summary>
    public bool LetsThrough(PersonalDataKind kind) =>
        ActionOf(kind) == PersonalDataAction.Allow || ((uint)kind < (uint)_minimums.Length && _minimums[(int)kind] > DefaultMinimum(kind));

    /// <summary>Whether something is done about a finding.</summary>
    public bool Concerns(PersonalDataMatch match) =>
        ActionOf(match.Kind) != PersonalDataAction.Allow && ((uint)match.Kind >= (uint)_minimums.Length || match.Confidence >= _minimums[(int)match.Kind]);

    private static int Index(PersonalDataKind kind, PersonalDataKind[] kinds) =>
        (uint)kind < (uint)kinds.Length ? (int)kind : throw new ArgumentException($"{(int)kind} is not a PersonalDataKind.", nameof(kind));

    private static PersonalDataConfidence DefaultMinimum(PersonalDataKind kind) => IsUnique(kind) ? PersonalDataConfidence.Weak : PersonalDataConfidence.Medium;

    private static bool IsUnique(PersonalDataKind kind) =>
        kind is PersonalDataKind.ResidentRegistrationNumber or PersonalDataKind.ForeignerRegistrationNumber or PersonalDataKind.PassportNumber or PersonalDataKind.DriverLicenseNumber;

    private static PersonalDataAction DefaultAction(PersonalDataKind kind) => kind switch
    {
        PersonalDataKind.Name or PersonalDataKind.Phone or PersonalDataKind.Email or PersonalDataKind.Address or PersonalDataKind.BirthDate
            or PersonalDataKind.AccountNumber or PersonalDataKind.Location or PersonalDataKind.Other => PersonalDataAction.Placeholder,
        _ => PersonalDataAction.Mask,
    };
}
