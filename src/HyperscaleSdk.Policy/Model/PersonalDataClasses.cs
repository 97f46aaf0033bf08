namespace HyperscaleSdk.Policies;

/// <summary>Which class a kind of personal data is of.</summary>
public static class PersonalDataClasses
{
    /// <summary>The class of a kind.</summary>
    /// <param name="kind">The kind.</param>
    public static PersonalDataClass Of(PersonalDataKind kind) => kind switch
    {
        PersonalDataKind.ResidentRegistrationNumber => PersonalDataClass.ResidentRegistrationNumber,
        PersonalDataKind.ForeignerRegistrationNumber or PersonalDataKind.PassportNumber or PersonalDataKind.DriverLicenseNumber => PersonalDataClass.UniqueIdentifier,
        >= PersonalDataKind.Health and <= PersonalDataKind.SexLife => PersonalDataClass.Sensitive,
        _ => PersonalDataClass.Ordinary,
    };
}
