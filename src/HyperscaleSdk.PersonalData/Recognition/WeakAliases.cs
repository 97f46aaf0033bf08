using static HyperscaleSdk.PersonalDataKind;

namespace HyperscaleSdk.Recognition;

/// <summary>Aliases that mean other things as well: they count on an object that stands for a person, or behind a word for one.</summary>
internal static class WeakAliases
{
    /// <summary>Whole identifiers, or words of one.</summary>
    public static readonly Dictionary<string, PersonalDataKind> Latin = AliasTable.Of(
        (ResidentRegistrationNumber, "ssn regno"),
        (ForeignerRegistrationNumber, "frno arc"),
        (PassportNumber, "pno"),
        (DriverLicenseNumber, "dln dlno licensenumber licenseno licencenumber licenceno"),
        (Phone, "phone tel telephone mobile cell hp fax contact phones"),
        (Email, "email mail eml emails"),
        (Address, "address addr addr1 addr2 address1 address2 zipcode postalcode addresses"),
        (BirthDate, "birth ymd birthyear"),
        (CardNumber, "pan card"),
        (AccountNumber, "accountnumber accountno"),
        (Name, "name fullname username firstname lastname middlename surname nm membername nickname names"),
        (Health, "health symptom symptoms disability bmi condition"),
        (Genetic, "dna genome"),
        (CriminalRecord, "convictions conviction"),
        (Ethnicity, "race"),
        (Belief, "faith belief beliefs ideology"),
        (Location, "latitude longitude lat lon lng location ip mac remoteip"),
        (Other, "studentid employeeid empid deviceid insuranceno insurancenumber ci"));

    /// <summary>Weak aliases that count only as the whole identifier: as words of one they name the person, or a thing.</summary>
    public static readonly HashSet<string> WholeOnly = AliasTable.Words("card condition contact ip mac ci lat lon nm race arc health mobile cell pan faith hp location");

    /// <summary>Of the weak aliases those that hardly mean anything but a person's, with or without an object around them: as the last words of an identifier.</summary>
    public static readonly HashSet<string> Personal = AliasTable.Words("email emails phone phones telephone mobile ssn accountnumber accountno firstname lastname surname");

    /// <summary>Whole identifiers only.</summary>
    public static readonly Dictionary<string, PersonalDataKind> Whole = AliasTable.Of(
        (Health, "medical patient"),
        (CriminalRecord, "criminal"),
        (UnionMembership, "union party"));
}
