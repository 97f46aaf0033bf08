using HyperscaleSdk.Policies;

namespace HyperscaleSdk;

/// <summary>Whether a supplier may get the data of a call, by the policy.</summary>
internal static class FallbackPermission
{
    /// <summary>Why not; null when it may.</summary>
    /// <param name="policy">The policy; null permits every supplier.</param>
    /// <param name="target">The supplier.</param>
    /// <param name="purpose">The purpose of the call; null when it names none.</param>
    /// <param name="kinds">The kinds of personal data in the call.</param>
    public static string? Refusal(Policy? policy, FallbackTarget target, Purpose? purpose, IReadOnlyList<PersonalDataKind> kinds)
    {
        // Also what a guard around the fallback has taken out: for such a supplier that is not enough.
        if (target.RefusesPersonalData && (kinds.Count > 0 || GuardScope.Report is not null))
        {
            return "no personal data may go to it, and the call holds some.";
        }

        if (policy is null)
        {
            return null;
        }

        if (policy.FindProcessor(target.ProviderId) is not { } processor)
        {
            return "the policy does not have it under processors.";
        }

        if (purpose is not null && !purpose.IsServedBy(processor.Id))
        {
            return $"the policy does not name it for the purpose '{purpose.Id}'.";
        }

        return Destination(policy, processor, purpose) ?? Data(policy, processor, purpose, [.. kinds.Where(kind => target.Guard?.LetsThrough(kind) != false)]);
    }

    // The same reading as rule HSAI0027, which looks at the code.
    private static string? Destination(Policy policy, Processor processor, Purpose? purpose)
    {
        if (processor.Role == ProcessorRole.OnPremises)
        {
            return null;
        }

        var isPublic = policy.Profile == PolicyProfile.Public;
        if (isPublic ? processor.Approved != true : processor.Approved == false)
        {
            return "the policy does not approve it as a destination.";
        }

        return purpose?.Grade is { } grade && !(processor.AllowedGrades.Count > 0 ? processor.AllowedGrades.Contains(grade) : !isPublic || grade == DataGrade.Open)
            ? $"the policy does not open it for data of the grade {grade}."
            : null;
    }

    private static string? Data(Policy policy, Processor processor, Purpose? purpose, List<PersonalDataKind> kinds)
    {
        if (kinds.Count == 0)
        {
            return null;
        }

        if (!processor.MayReceiveAbroad)
        {
            return $"the call holds personal data ({Names(kinds)}), which the policy keeps in Korea (its countries and transfer).";
        }

        var refused = kinds.FindAll(kind => !policy.Allows(kind, processor.Id, purpose?.Id));
        return refused.Count == 0 ? null : $"the policy permits no {Names(refused)} for it{(purpose is null ? string.Empty : $" and the purpose '{purpose.Id}'")}.";
    }

    private static string Names(List<PersonalDataKind> kinds) => string.Join(", ", kinds.Select(kind => $"{kind} ({KindText.Korean(kind)})"));
}
