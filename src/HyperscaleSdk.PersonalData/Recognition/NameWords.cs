namespace HyperscaleSdk.Recognition;

/// <summary>Words that change what the words beside them mean.</summary>
internal static class NameWords
{
    /// <summary>Words that turn a name into one for something derived from the data, or about it.</summary>
    public static readonly HashSet<string> Derived = AliasTable.Words(
        "without removed stripped hidden masked mask masking redacted anonymized anonymised pseudonym pseudonymized hash hashed digest encrypted encryption cipher tokenized length count counter size valid validator validation validity invalid checker "
        + "is has can should was had does did needs need use uses allow allows enable regex regexp pattern format formatter label title column col header placeholder error errors message caption hint exists exist required enabled disabled visible "
        + "type kind index recognizer detector service repository factory provider policy option options schema sample field parser converter mapper comparer filter rule rules template prefix suffix separator key keys max min "
        + "limit status endpoint check probe url uri link icon style width height color tag tags log logger logs category level verified confirmed optional changed handler builder controller helper util utils manager config setting settings yn flag flg cnt 마스킹 해시 여부 형식 길이 검증 암호화");

    /// <summary>Words that name a thing when they follow: a birthday coupon is no birthday.</summary>
    public static readonly HashSet<string> Heads = AliasTable.Words(
        "coupon coupons campaign campaigns banner reminder reminders queue depth promotion promo greeting gift bonus discount screen button dialog popup widget page form job event events subscription newsletter "
        + "sender gateway server client engine module sdk api library package site bucket batch rate ratio quota budget threshold timeout interval retries shipment warehouse zone "
        + "domain country issuing issuer expiry expiration expires carrier verification locale language");

    /// <summary>Words whose following alias is something else: a file's name, a host's address.</summary>
    public static readonly HashSet<string> NotPersons = AliasTable.Words(
        "ip memory base mac host url uri file class model type method table assembly license licence merchant wildcard hit event display server node network product item brand company corporate corp business org organization "
        + "organisation department dept team group role project service package module folder directory path app application program domain database db schema column field property parameter param argument variable function "
        + "thread process queue topic bucket cluster branch tag category menu page view template theme font color resource policy rule job task step stage image video audio channel store shop vendor supplier bank school hospital country city "
        + "region street road building room device printer bean test action command key attribute element node section layer enum constant namespace symbol token graphics sound video sim wild score software program byte start end "
        + "return jump instruction stack heap register bus wallet contract blockchain web site internet smtp imap pop proxy gateway subnet local loopback remote bind listen health game car plan code max min hospital currency "
        + "provider operation tool metric counter activity meter schema session scope container");

    /// <summary>Words that make a following e-mail, phone or account a message, a device or an office's.</summary>
    public static readonly HashSet<string> NotPersonal = AliasTable.Words(
        "draft welcome reply generated incoming outgoing raw parsed html plain formatted original translated cold spam marketing promotional newsletter notification confirmation support info noreply help helpdesk sales "
        + "smart feature i system callcenter center centre hotline main representative office test sample demo dummy fake ledger gl tax cost");

    /// <summary>Groups of words that are something else as a whole.</summary>
    public static readonly HashSet<string> Traps = AliasTable.Words(
        "healthcheck healthchecks healthstatus healthprobe healthreport healthendpoint healthmonitor healthpoints healthbar racecondition racetrack racetime uniontype unionfind unionid unionof unionall partyid partysize partycode thirdparty "
        + "ipaddress ipaddr memoryaddress baseaddress macaddress emailtemplate mailserver mailbox mailserverport licensekey licensetype browserfingerprint filefingerprint certfingerprint certificatefingerprint keyfingerprint devicefingerprint "
        + "hitpoints hpbar maxhp hpmax currenthp enemyhp playerhp hplaserjet cellvalue cellindex cellrange tablecell gridcell mobileapp mobileview mobilefirst panx pany panzoom cardtype cardlayout cardview cardtitle businesscard "
        + "locationheader sourcelocation codelocation filelocation filepath namespacename passportjs passportstrategy diseasemodel releaseymd companyregno bizregno corpregno businessregno corpno vehicletype creedence namespace "
        + "accountname loginaccount serviceaccount storageaccount useraccount diagnosisengine diagnosismode diagnosistool diagnosistools memoryallergy telemetry telco phonebook phonetic phonemodel birthplace genomeversion faithful conditional");

    /// <summary>Last words of a type's name that make it a thing: its name is no person's.</summary>
    public static readonly HashSet<string> Things = AliasTable.Words("product item goods brand model device provider descriptor host app platform 상품");

    /// <summary>Last words of a type's name that make it a firm or a place: its phone and address are no person's.</summary>
    public static readonly HashSet<string> Places = AliasTable.Words(
        "attraction sight landmark monument museum server company corporation corp firm business organization organisation shop store branch office vendor supplier bank school hospital clinic pharmacy hotel restaurant cafe bakery academy agency "
        + "venue warehouse department site center centre facility library station park stadium theater theatre gallery airport terminal market factory plant depot kiosk 센터 도서관 시설 공원 공장 창고 영업소 대리점 지사 본사 정류장 행사장 업소 학교 은행 관공서 청사 회사 공급사 공급자 기관 지점 매장 호텔 식당 병원 약국 학원 업체 가맹점 빵집");

    /// <summary>Last words of a type's name that make it a machine: its diagnosis is no person's.</summary>
    public static readonly HashSet<string> Machines = AliasTable.Words(
        "pump motor engine turbine compressor boiler elevator escalator conveyor generator machine machinery equipment appliance instrument sensor valve robot crane forklift vehicle car truck aircraft drone vessel printer router battery charger inverter "
        + "transformer chiller furnace reactor 기계 설비 장비 펌프 모터 엔진 보일러 승강기 엘리베이터 차량 로봇 센서 드론 선박 기기 발전기");

    /// <summary>Words for people.</summary>
    public static readonly HashSet<string> Persons = AliasTable.Words(
        "person people patient customer cust consumer user member employee emp staff worker citizen applicant candidate student pupil teacher resident guardian parent child minor passenger guest visitor tenant subscriber insured insurant "
        + "policyholder beneficiary claimant debtor borrower donor voter doctor nurse driver owner holder accountholder cardholder recipient sender individual human contact caregiver spouse dependent victim defendant plaintiff client foreigner alien "
        + "soldier participant respondent signer signatory attendee author witness suspect juror petitioner complainant appellant requester registrant enrollee caller callee traveller traveler trainee intern apprentice graduate alumnus volunteer interviewee nominee heir sibling mother father "
        + "consignee consignor contractor subcontractor consultant counselor counsellor adviser advisor therapist physician dentist pharmacist lawyer attorney courier rider freelancer technician instructor tutor mentor mentee lecturer professor "
        + "scholar researcher clerk supervisor colleague coworker bidder friend relative infant baby toddler elder senior survivor carer caretaker nanny guarantor cosigner prospect decedent testator litigant convict prisoner offender evacuee "
        + "husband wife son daughter grandparent neighbor neighbour landlord roommate pensioner retiree veteran inmate detainee refugee immigrant migrant expatriate pilgrim athlete patron shopper buyer purchaser renter lessee lender payee payer remitter "
        + "bride groom bridesmaid groomsman fiance fiancee mourner reviewer reporter journalist winner contestant competitor broker realtor trainer chef barista sailor officer inspector detective firefighter midwife surgeon psychologist psychiatrist veterinarian occupant householder inhabitant commuter cyclist pedestrian motorist "
        + "stepfather stepmother godparent uncle aunt nephew niece cousin grandson granddaughter grandmother grandfather brother sister twin orphan adoptee kin "
        + "jikwon hoewon gogaek hwanja hwanjja saram saengdo haksaeng boheoja bohoja sugeupja pibohomja pibohemja uiroein minwonin sincheongin sayongja iyongja gaipja geunroja "
        + "고객 회원 환자 사용자 이용자 가입자 직원 사원 임직원 교직원 학생 수강생 교사 보호자 법정대리인 대리인 수급자 피보험자 피부양자 의뢰인 민원인 신청인 신청자 지원자 응시자 계약자 수취인 수령인 예금주 주민 국민 시민 외국인 근로자 종사자 "
        + "피해자 가해자 피고인 원고 채무자 차주 임차인 임대인 세대주 세대원 가족 배우자 자녀 부모 아동 미성년자 정보주체 승객 운전자 소유자 입주민 방문자 참가자 응답자 구성원 담당자 사람 개인 인물 유권자 당원 조합원 군인 장병 목격자 증인 참고인 용의자 훈련생 실습생 인턴 졸업생 자원봉사자 면접자 상속인 연금수급자 퇴직자 선수 구매자 매수인 매도인 송금인 수취자 설계사 상담사 상담원 강사 교수 의사 간호사 약사 변호사 세무사 노무사 배송기사 택배기사 보증인 보증자 채권자 수하인 송하인 입찰자 낙찰자 당첨자 세입자 집주인 동거인 간병인 활동지원사 요양보호사 멘토 멘티 교육생 어르신 노인 장애인 임산부 산모 신생아 영유아 아기 이재민 이민자 관람객 관광객 투숙객 예약자 주문자 발신자 작성자 신고자 고발인 고소인 피고소인 진정인 청구인 피청구인 문의자 상담자 내담자 후원자 기부자 "
        + "신랑 신부 혼주 고인 유족 상주 형제 자매 조부모 손자 손녀 며느리 사위 조카 삼촌 이모 고모 연사 발표자 주최자 우승자 중개사 중개인 조리사 영양사 경찰관 소방관 조종사 승무원 수의사 물리치료사 사회복지사");

    /// <summary>Last words of a type's name that make it something about people, and no person.</summary>
    public static readonly HashSet<string> NotPersonTypes = AliasTable.Words(
        "service services repository controller factory provider manager handler options settings setting config configuration builder validator mapper client context agent control interface exception error errors store cache queue "
        + "type kind status state role permission policy id ids key token count list page middleware extensions extension helper utils util module component attribute converter serializer comparer filter hub job task worker server endpoint "
        + "endpoints host api test tests fixture mock group category 서비스 저장소 목록 유형 상태");
}
