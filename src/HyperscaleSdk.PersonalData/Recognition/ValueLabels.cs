using static HyperscaleSdk.PersonalDataConfidence;
using static HyperscaleSdk.PersonalDataKind;

namespace HyperscaleSdk.Recognition;

/// <summary>Labels of values that have no shape: names and sensitive facts. Written as in <see cref="NumberLabels"/>.</summary>
internal static class ValueLabels
{
    public static readonly LabelTable<ValueLabel> Table = new(
        (new(Name, Medium), "성명 성함 고객명 환자명 회원명 직원명 학생명 수험자명 피보험자명 예금주 수취인 수취인명 수령인 수령인명 받는분 받는사람 보내는분 신청인 신청인명 신청자명 신청자 보호자명 보호자 "
            + "담당자명 대표자명 계약자명 피해자명 가입자명 작성자명 이용자명 사용자명 고객이름 환자이름 회원이름 직원이름 학생이름 보호자이름 신청인이름 대리인 법정대리인 민원인 의뢰인 수급자명 세대주 "
            + "custnm custname customername empnm empname employeename patientname membername studentname personname flnm irum seongmyeong holdername cardholder accountholder recipientname recipient applicantname guardianname"),
        (new(Name, Weak), "이름 name username fullname"),
        (new(null, Weak), "파일이름 상품이름 제품이름 회사이름 기관이름 클래스이름 변수이름 함수이름 모델이름 테이블이름 프로젝트이름 서버이름 도메인이름 가게이름 상호이름 공동성명 filename classname modelname productname "
            + "companyname tablename hostname servername eventname displayname columnname projectname branchname domainname methodname"),
        (new(Health, Medium), "진단명 병명 상병명 상병 주상병 부상병 질병명 질환명 질환 기저질환 지병 과거력 과거병력 병력 가족력 처방약 처방내역 처방 복용약 복약 혈액형 장애유형 장애등급 장애정도 알레르기 수술이력 수술명 "
            + "임신여부 검사결과 건강상태 투약 증상 diseasename disease bloodtype medicalhistory medication medications prescription dxname patientdiagnosis allergy allergies"),
        (new(Health, Weak), "diagnosis"),
        (new(null, Weak), "시스템증상 오류증상 장애증상 고장증상 코드검사결과 품질검사결과 환경처방"),
        (new(Genetic, Medium), "유전자검사 유전자검사결과 유전자형 유전정보 유전질환 genotype geneticinfo geneticdata genetictest"),
        (new(Biometric, Medium), "지문정보 홍채정보 안면정보 정맥정보 생체정보 facetemplate facevector fingerprinttemplate iristemplate"),
        (new(CriminalRecord, Medium), "전과 전과기록 범죄경력 범죄이력 전과여부 criminalrecord criminalhistory"),
        (new(Ethnicity, Medium), "인종 민족 ethnicity"),
        (new(Belief, Medium), "종교 신앙 religion"),
        (new(PoliticalOpinion, Medium), "정치성향 정치적견해 지지정당 politicalopinion politicalview politicalviews"),
        (new(UnionMembership, Medium), "노조가입 노조가입여부 노동조합 노동조합가입 소속노조 가입정당 소속정당 당적 unionmembership unionmember partymembership"),
        (new(SexLife, Medium), "성적지향 성생활 sexualorientation"));
}
