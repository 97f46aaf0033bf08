namespace HyperscaleSdk.Policies.Reading;

/// <summary>Every list of words of the policy, once.</summary>
internal static class PolicyWords
{
    public static readonly Words<OrganisationRole> OrganisationRoles = new(
        ("none", OrganisationRole.None), ("internal", OrganisationRole.Internal), ("service", OrganisationRole.Service));

    public static readonly Words<PolicyProfile> Profiles = new(("private", PolicyProfile.Private), ("public", PolicyProfile.Public));

    public static readonly Words<ProcessorRole> ProcessorRoles = new(
        ("processor", ProcessorRole.Processor), ("thirdParty", ProcessorRole.ThirdParty), ("onPremises", ProcessorRole.OnPremises));

    public static readonly Words<DataGrade> Grades = new(("O", DataGrade.Open), ("S", DataGrade.Sensitive), ("C", DataGrade.Classified));

    public static readonly Words<TransferBasis> TransferBases = new(
        ("separateConsent", TransferBasis.SeparateConsent),
        ("statute", TransferBasis.Statute),
        ("contract", TransferBasis.Contract),
        ("certification", TransferBasis.Certification),
        ("equivalence", TransferBasis.Equivalence));

    public static readonly Words<LawfulBasis> LawfulBases = new(
        ("consent", LawfulBasis.Consent),
        ("statute", LawfulBasis.Statute),
        ("publicTask", LawfulBasis.PublicTask),
        ("contract", LawfulBasis.Contract),
        ("vitalInterest", LawfulBasis.VitalInterest),
        ("legitimateInterest", LawfulBasis.LegitimateInterest),
        ("publicSafety", LawfulBasis.PublicSafety));

    public static readonly Words<GuardAction> GuardActions = new(
        ("block", GuardAction.Block), ("mask", GuardAction.Mask), ("placeholder", GuardAction.Placeholder), ("allow", GuardAction.Allow));

    public static readonly Words<HighImpactDomain> Domains = new(
        ("energy", HighImpactDomain.Energy),
        ("drinkingWater", HighImpactDomain.DrinkingWater),
        ("healthCare", HighImpactDomain.HealthCare),
        ("medicalDevice", HighImpactDomain.MedicalDevice),
        ("nuclear", HighImpactDomain.Nuclear),
        ("investigation", HighImpactDomain.Investigation),
        ("hiring", HighImpactDomain.Hiring),
        ("lending", HighImpactDomain.Lending),
        ("transport", HighImpactDomain.Transport),
        ("publicDecision", HighImpactDomain.PublicDecision),
        ("studentAssessment", HighImpactDomain.StudentAssessment),
        ("other", HighImpactDomain.Other));

    public static readonly Words<HighImpactResult> ReviewResults = new(
        ("notApplicable", HighImpactResult.NotApplicable), ("highImpact", HighImpactResult.HighImpact), ("asked", HighImpactResult.Asked));

    public static readonly Words<PersonalDataKind> Kinds = new(
        ("residentRegistrationNumber", PersonalDataKind.ResidentRegistrationNumber),
        ("foreignerRegistrationNumber", PersonalDataKind.ForeignerRegistrationNumber),
        ("passportNumber", PersonalDataKind.PassportNumber),
        ("driverLicenseNumber", PersonalDataKind.DriverLicenseNumber),
        ("name", PersonalDataKind.Name),
        ("phone", PersonalDataKind.Phone),
        ("email", PersonalDataKind.Email),
        ("address", PersonalDataKind.Address),
        ("birthDate", PersonalDataKind.BirthDate),
        ("cardNumber", PersonalDataKind.CardNumber),
        ("accountNumber", PersonalDataKind.AccountNumber),
        ("health", PersonalDataKind.Health),
        ("genetic", PersonalDataKind.Genetic),
        ("biometric", PersonalDataKind.Biometric),
        ("criminalRecord", PersonalDataKind.CriminalRecord),
        ("ethnicity", PersonalDataKind.Ethnicity),
        ("belief", PersonalDataKind.Belief),
        ("politicalOpinion", PersonalDataKind.PoliticalOpinion),
        ("unionMembership", PersonalDataKind.UnionMembership),
        ("sexLife", PersonalDataKind.SexLife),
        ("location", PersonalDataKind.Location),
        ("other", PersonalDataKind.Other));
}
