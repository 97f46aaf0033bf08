using Microsoft.Extensions.AI;

namespace HyperscaleSdk;

/// <summary>Finds the kinds of personal data in a request, by the same reading as the guard's. Nothing is replaced or counted.</summary>
internal static class FallbackKinds
{
    private static readonly GuardPolicy Everything = GuardPolicy.Of(All());

    public static IReadOnlyList<PersonalDataKind> Find(IReadOnlyList<ChatMessage> messages, ChatOptions? options)
    {
        var session = new GuardSession(Everything, new PlaceholderCodes(), string.Empty, "chat", isReversible: false);

        // Only the first of the guard's two readings: it collects, and the copy is thrown away.
        _ = GuardedChatRequest.Copy(session, new GuardedChatRequest(messages, options));
        return session.Report() is { } report ? [.. report.Counts.Select(count => count.Kind).Distinct()] : [];
    }

    private static PersonalDataGuardOptions All()
    {
        var options = new PersonalDataGuardOptions { AllowUnreadable = true };
        foreach (var kind in Enum.GetValues<PersonalDataKind>())
        {
            options.Actions[kind] = PersonalDataAction.Mask;
        }

        return options;
    }
}
