using HyperscaleSdk.Recognition;
using static HyperscaleSdk.PersonalDataConfidence;
using static HyperscaleSdk.PersonalDataKind;

namespace HyperscaleSdk.PersonalData.Tests;

public sealed class PersonalDataNamesTests
{
    [Theory]
    [InlineData("rrn", ResidentRegistrationNumber, Strong)]
    [InlineData("RRNO", ResidentRegistrationNumber, Strong)]
    [InlineData("JuminNo", ResidentRegistrationNumber, Strong)]
    [InlineData("jumin_no", ResidentRegistrationNumber, Strong)]
    [InlineData("_juminNo", ResidentRegistrationNumber, Strong)]
    [InlineData("ResidentRegistrationNumber", ResidentRegistrationNumber, Strong)]
    [InlineData("주민등록번호", ResidentRegistrationNumber, Strong)]
    [InlineData("patientJuminNo", ResidentRegistrationNumber, Medium)]
    [InlineData("CUST_RRNO", ResidentRegistrationNumber, Medium)]
    [InlineData("고객주민번호", ResidentRegistrationNumber, Medium)]
    [InlineData("ssn", ResidentRegistrationNumber, Weak)]
    [InlineData("alienRegistrationNumber", ForeignerRegistrationNumber, Strong)]
    [InlineData("passportNo", PassportNumber, Strong)]
    [InlineData("DriverLicenseNumber", DriverLicenseNumber, Strong)]
    [InlineData("MBL_TELNO", Phone, Strong)]
    [InlineData("EML_ADDR", Email, Strong)]
    [InlineData("FLNM", Name, Strong)]
    [InlineData("CRCD_NO", CardNumber, Strong)]
    [InlineData("ACTNO", AccountNumber, Strong)]
    [InlineData("생년월일", BirthDate, Strong)]
    [InlineData("Name", Name, Weak)]
    [InlineData("addr", Address, Weak)]
    public void Name_OfPersonalData_IsClassified(string identifier, PersonalDataKind kind, PersonalDataConfidence confidence)
    {
        var name = PersonalDataNames.Classify(identifier);

        Assert.Equal((kind, confidence), (name!.Value.Kind, name.Value.Confidence));
    }

    [Theory]
    [InlineData("arrnow")]
    [InlineData("coauthor")]
    [InlineData("wildcard_no")]
    [InlineData("juminMasked")]
    [InlineData("rrnHash")]
    [InlineData("hasRrn")]
    [InlineData("isJuminNoValid")]
    [InlineData("rrnRegex")]
    [InlineData("juminLength")]
    [InlineData("주민번호마스킹")]
    [InlineData("fileName")]
    [InlineData("className")]
    [InlineData("ipAddress")]
    [InlineData("baseAddress")]
    [InlineData("orderNo")]
    [InlineData("merchantNo")]
    [InlineData("licenseKey")]
    [InlineData("healthCheck")]
    [InlineData("fingerprint")]
    [InlineData("")]
    public void Name_OfSomethingElse_IsNotClassified(string identifier) => Assert.Null(PersonalDataNames.Classify(identifier));

    [Theory]
    [InlineData("Patient", true)]
    [InlineData("CustomerRecord", true)]
    [InlineData("고객", true)]
    [InlineData("Product", false)]
    [InlineData("Permission", false)]
    public void TypeName_OfPerson_IsKnown(string typeName, bool expected) => Assert.Equal(expected, PersonalDataNames.IsPerson(typeName));
}
