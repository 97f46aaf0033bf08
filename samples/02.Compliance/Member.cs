using HyperscaleSdk;

namespace Compliance;

/// <summary>회원 / a member of the shop.</summary>
internal sealed class Member
{
    [PersonalData(PersonalDataKind.ResidentRegistrationNumber)]
    public required string ResidentNumber { get; init; }

    [PersonalData(PersonalDataKind.Phone)]
    public required string Phone { get; init; }
}
