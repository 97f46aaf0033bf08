using static HyperscaleSdk.PersonalDataKind;

namespace HyperscaleSdk.Recognition;

/// <summary>
/// Aliases in Latin letters that mean one thing only: English, romanised Korean, and the field names of the
/// public-sector common standard (RRNO, FLNM, MBL_TELNO ...). Lower case, words joined.
/// </summary>
internal static class PersonalDataAliases
{
    /// <summary>Longest alias in words: "alien registration card number".</summary>
    public const int LongestAlias = 4;

    /// <summary>Whole identifiers, or words of one.</summary>
    public static readonly Dictionary<string, PersonalDataKind> Strong = AliasTable.Of(
        (ResidentRegistrationNumber, "rrn rrno jumin juminno juminnumber juminbunho juminbeonho jumindeungrokbeonho juminregno juminnum juminid juminfront juminback jumin1 jumin2 rrn1 rrn2 rrnfront rrnback rrnno rrnnumber "
            + "residentregistrationnumber residentregistrationno residentregistrationid residentregno residentregnumber residentno residentnumber resregno residentid residentidno residentidnumber "
            + "nationalid nationalidno nationalidnumber nationalidentificationnumber socialsecurityno socialsecuritynumber"),
        (ForeignerRegistrationNumber, "foreignerregistrationnumber foreignerregistrationno foreignerregno foreignerno foreignernumber foreignregistrationnumber foreignregistrationno foreignregno "
            + "alienregistrationnumber alienregistrationno alienregno alienno aliennumber alienregistrationcardnumber arcno arcnumber frn oeguginno oegugindeungrokbeonho"),
        (PassportNumber, "passportnumber passportno passportnum passportid passport yeokwon yeokwonno yeokwonbeonho yeogwon yeogwonbeonho"),
        (DriverLicenseNumber, "driverlicensenumber driverlicenseno driverlicense driverslicense driverslicensenumber driverslicenseno driverslicenceno driverslicence driverslicencenumber driverlicence driverlicenceno "
            + "driverlicencenumber drivinglicense drivinglicence drivinglicenseno drivinglicenceno drivinglicensenumber drivinglicencenumber dlnumber myeonheo myeonheono myeonheobeonho unjeonmyeonheo unjeonmyeonheobeonho"),
        (Phone, "phonenumber phoneno phonenum mobileno mobilenumber mobilephone mobilephoneno mobilephonenumber cellphone cellphoneno cellphonenumber cellno cellnumber celno telno telnumber telephoneno telephonenumber mbltelno "
            + "hpno hpnumber handphone handphoneno handphonenumber contactno contactnumber homephone homephoneno emergencycontact emergencyphone hyudaepon hyudaeponbeonho haendeupon jeonhwabeonho yeonrakcheo"),
        (Email, "emailaddress emailaddr emladdr mailaddr mailaddress privateemail personalemail"),
        (Address, "homeaddress homeaddr roadaddr roadaddress roadnameaddress detailaddr detailaddress juso streetaddress jibunaddr jibunaddress postaladdress mailingaddress residentialaddress deliveryaddress shippingaddress billingaddress "
            + "addressline1 addressline2 custaddr dorojuso sangsejuso"),
        (BirthDate, "birthdate birthdt birthday dateofbirth dob bday birthymd birthyyyymmdd brthdy saengil saengnyeonworil saengnyeon birth7"),
        (CardNumber, "creditcardnumber creditcardno creditcardnum creditcard crcdno cardno cardnumber cardnum debitcardnumber debitcardno paymentcardnumber paymentcardno cardpan kadeubeonho"),
        (AccountNumber, "bankaccountnumber bankaccountno bankaccountnum bankaccount bankacct bankacctno actno acctno acctnumber acctnum gyejwa gyejwano gyejwabunho gyejwabeonho refundaccount refundaccountno withdrawalaccount virtualaccountno"),
        (Name, "flnm seongmyeong irum ireum custnm custname empnm patnm mbernm customername patientname employeename personname realname legalname familyname givenname koreanname studentname guardianname applicantname accountholder "
            + "accountholdername cardholdername cardholder insuredname subscribername residentname citizenname recipientname gogaekmyeong hwanjamyeong"),
        (Health, "diagnosis diagnosisname diagnosiscode disease diseasename diseasecode medicalhistory medicalrecord medicalrecords medicalrecordno medicalinfo medicaldata medicalcondition jindan jindanmyeong byeongmyeong "
            + "prescription prescriptions bloodtype allergy allergies medication medications chronicdisease disabilitygrade disabilitytype disabilitylevel healthinfo healthinformation healthrecord healthrecords healthdata healthcondition "
            + "healthhistory healthcheckup healthcheckupresult healthscreening checkupresult clinicalnote clinicalnotes labresult labresults vitalsigns surgeryhistory familyhistory mentalhealth hivstatus treatmenthistory treatmentrecord "
            + "bloodpressure bloodsugar pregnancystatus icdcode icd10 icd10code kcdcode dxcode cheobang geongangjeongbo hyeoraekhyeong"),
        (Genetic, "geneticinfo geneticinformation geneticdata genetictest genetictestresult genotype dnasequence dnaprofile dnatest genesequence genomicdata genomesequence yujeonja yujeonjeongbo"),
        (Biometric, "fingerprinttemplate fingerprintdata fingerprintminutiae facetemplate facevector faceembedding facedescriptor faceencoding facefeature facefeatures irisscan iristemplate iriscode irisdata voiceprint palmvein palmprint "
            + "veinpattern biometric biometrics biometricdata biometrictemplate biometricfeature jimun anmyeon anmyeonjeongbo hongchae saengchejeongbo"),
        (CriminalRecord, "criminalrecord criminalrecords criminalhistory crimehistory crimerecord convictionhistory priorconvictions priorconviction criminalconviction criminalconvictions arrestrecord jeongwa jeongwagirok beomjoegyeongnyeok"),
        (Ethnicity, "ethnicity ethnicgroup ethnicorigin racialorigin racialgroup injong minjok"),
        (Belief, "religion religiousbelief religiousbeliefs religiousaffiliation philosophicalbelief creed jonggyo sinnyeom"),
        (PoliticalOpinion, "politicalopinion politicalopinions politicalview politicalviews politicalaffiliation politicalorientation politicalleaning supportedparty votedfor jeongchiseonghyang jijijeongdang"),
        (UnionMembership, "unionmembership unionmember unionmemberno unionmemberid labourunion laborunion tradeunion tradeunionmembership partymembership politicalparty politicalpartymembership nojo nojogaip nodongjohap jeongdanggaip"),
        (SexLife, "sexualorientation sexlife sexuallife sexualhistory sexualpreference sexuality seongjeokjihyang seongsaenghwal"),
        (Location, "gpslocation gpscoordinate gpscoordinates gpsposition currentlocation lastknownlocation homelocation userlocation geolocation clientip userip visitorip loginip lastloginip registeredip wichijeongbo"),
        (Other, "vehicleno vehiclenumber vehicleplate vehicleregistrationno carno carnumber carplate plateno platenumber licenseplate licenseplateno licenseplatenumber charyangbeonho chabeonho militaryno militarynumber militaryserial "
            + "militaryserialno gunbeon studentno studentnumber hakbun employeeno employeenumber empno staffno sabeon insuno nhisno healthinsuranceno healthinsurancenumber healthinsurancecardno insurancecardno adid idfa gaid advertisingid "
            + "pccc personalcustomscode customsclearancecode"));
}
