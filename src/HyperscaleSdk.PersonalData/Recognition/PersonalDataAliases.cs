using static HyperscaleSdk.PersonalDataKind;

namespace HyperscaleSdk.Recognition;

/// <summary>
/// The words that name personal data in Korean code: English, romanised Korean, Hangul, and the field names of the
/// public-sector common standard (RRNO, FLNM, MBL_TELNO ...).
/// </summary>
internal static class PersonalDataAliases
{
    /// <summary>Longest alias in words: "resident registration number" plus one.</summary>
    public const int LongestAlias = 4;

    /// <summary>Aliases that mean one thing only.</summary>
    public static readonly Dictionary<string, PersonalDataKind> Strong = Table(
        (ResidentRegistrationNumber, "rrn rrno jumin juminno juminnumber juminbunho juminregno juminnum juminid juminfront juminback "
            + "residentregistrationnumber residentregistrationno residentregno residentno residentnumber resregno residentid"),
        (ForeignerRegistrationNumber, "foreignerregistrationnumber foreignerregistrationno foreignerregno foreignerno alienregistrationnumber alienregistrationno alienregno alienno frn"),
        (PassportNumber, "passportnumber passportno passportnum passport yeokwon yeokwonno"),
        (DriverLicenseNumber, "driverlicensenumber driverlicenseno driverlicense driverslicense driverslicensenumber driverslicenceno driverlicenceno myeonheo myeonheono"),
        (Phone, "phonenumber phoneno mobileno mobilenumber mobilephone cellphone celno telno mbltelno hpno handphone"),
        (Email, "emailaddress emailaddr emladdr"),
        (Address, "homeaddress roadaddr roadaddress detailaddr detailaddress juso streetaddress"),
        (BirthDate, "birthdate birthdt birthday dateofbirth dob saengil saengnyeonworil birth7"),
        (CardNumber, "creditcardnumber creditcardno creditcard crcdno cardno cardnumber"),
        (AccountNumber, "bankaccountnumber bankaccountno bankaccount actno acctno gyejwa gyejwano gyejwabunho"),
        (Name, "flnm seongmyeong irum custnm empnm customername patientname employeename personname"),
        (Health, "diagnosis diseasename medicalhistory medicalrecord jindan prescription"));

    /// <summary>Aliases that mean other things as well.</summary>
    public static readonly Dictionary<string, PersonalDataKind> Weak = Table(
        (ResidentRegistrationNumber, "ssn regno"),
        (ForeignerRegistrationNumber, "frno arc"),
        (PassportNumber, "pno"),
        (DriverLicenseNumber, "dln dlno licensenumber"),
        (Phone, "phone tel mobile cell hp"),
        (Email, "email mail"),
        (Address, "address addr zipcode"),
        (BirthDate, "birth ymd"),
        (CardNumber, "pan"),
        (AccountNumber, "accountnumber accountno"),
        (Name, "name fullname username firstname lastname"));

    /// <summary>Hangul aliases. Korean compounds end in their head, so these match at the end of a word.</summary>
    public static readonly KeyValuePair<string, PersonalDataKind>[] Hangul =
    [
        new("주민등록번호", ResidentRegistrationNumber), new("주민번호", ResidentRegistrationNumber),
        new("외국인등록번호", ForeignerRegistrationNumber), new("여권번호", PassportNumber),
        new("운전면허번호", DriverLicenseNumber), new("면허번호", DriverLicenseNumber),
        new("휴대폰번호", Phone), new("휴대폰", Phone), new("핸드폰", Phone), new("전화번호", Phone), new("연락처", Phone),
        new("이메일", Email), new("메일주소", Email), new("카드번호", CardNumber), new("계좌번호", AccountNumber),
        new("생년월일", BirthDate), new("성명", Name), new("진단명", Health), new("병명", Health),
    ];

    /// <summary>Words that turn a name into one for something derived from the data, or about it.</summary>
    public static readonly HashSet<string> Derived = new(StringComparer.Ordinal)
    {
        "masked", "mask", "masking", "redacted", "anonymized", "anonymised", "pseudonym", "pseudonymized", "hash", "hashed", "digest",
        "encrypted", "cipher", "tokenized", "length", "count", "size", "valid", "validator", "validation", "invalid", "checker",
        "is", "has", "can", "should", "regex", "pattern", "format", "formatter", "label", "title", "column", "col", "header",
        "placeholder", "error", "message", "caption", "hint", "exists", "required", "enabled", "visible", "type", "kind", "index",
        "recognizer", "detector", "service", "repository", "factory", "provider", "policy", "option", "options", "schema", "sample",
        "마스킹", "해시",
    };

    /// <summary>Words whose following alias is something else: a file's name, a host's address.</summary>
    public static readonly HashSet<string> NotPersons = new(StringComparer.Ordinal)
    {
        "ip", "memory", "base", "mac", "host", "url", "uri", "file", "class", "model", "type", "method", "table", "assembly", "license",
        "merchant", "wildcard", "hit", "event", "display", "host", "server", "node", "network",
    };

    private static Dictionary<string, PersonalDataKind> Table(params (PersonalDataKind Kind, string Words)[] rows)
    {
        var table = new Dictionary<string, PersonalDataKind>(StringComparer.Ordinal);
        foreach (var (kind, words) in rows)
        {
            foreach (var word in words.Split(' '))
            {
                table.Add(word, kind);
            }
        }

        return table;
    }
}
