using Microsoft.Extensions.AI;

namespace HyperscaleSdk.Tests.Guard;

/// <summary>A generated request, with what it must not give away.</summary>
internal sealed record Conversation(List<ChatMessage> Messages, ChatOptions Options, IReadOnlyList<PersonalValue> Values, PersonalDataGuardOptions Guard)
{
    /// <summary>Whether a value stands in it whose kind blocks the call.</summary>
    public bool IsBlocked => Values.Any(value => ActionOf(value) == PersonalDataAction.Block);

    /// <summary>The values that may not be on the wire.</summary>
    public IEnumerable<PersonalValue> Secrets => Values.Where(value => ActionOf(value) != PersonalDataAction.Allow);

    public PersonalDataAction ActionOf(PersonalValue value) => Guard.Actions[value.Kind];
}
