namespace HyperscaleSdk.PersonalData.Tests.TextSet;

/// <summary>
/// Lines as people and programs write them, with the personal data in them marked: <c>⟦RRN:900101-1234568⟧</c>. Made from
/// the formats and the traps of the law's categories, not from what the recognisers can do.
/// </summary>
internal sealed class TextSetGenerator(uint seed)
{
    private readonly MadeUp _make = new(seed);

    public static IEnumerable<string> Lines()
    {
        var generator = new TextSetGenerator(20260911);
        for (var i = 0; i < 100; i++)
        {
            foreach (var line in generator.Round())
            {
                yield return line;
            }
        }
    }

    // One line of each sort.
    private IEnumerable<string> Round()
    {
        var (make, name) = (_make, _make.Name());

        // The four unique identifiers.
        var resident = make.Resident();
        yield return make.Of($"{name} 고객님의 주민번호 {Rrn(Split(resident))} 확인 부탁드립니다.", $"주민등록번호는 {Rrn(Split(resident))}입니다.", $"환자 {name}({Rrn(Split(resident))}) 외래 진료 예약 변경 요청",
            $"제 주민번호가 {Rrn(resident)}인데 조회가 안 됩니다", $"본인 확인을 위해 {Rrn(Split(resident))} 입력함", $"주민 등록 번호 : {Rrn(resident)}");
        resident = make.Resident();
        yield return make.Of($"{{\"name\":\"{Mark("NAME", name)}\",\"juminNo\":\"{Rrn(resident)}\"}}", $"{{\"resident_registration_number\": \"{Rrn(Split(resident))}\", \"active\": true}}", $"rrn={Rrn(resident)}&step=2",
            $"INSERT INTO member (rrno) VALUES ('{Rrn(resident)}');", $"var rrn = \"{Rrn(resident)}\";", $"<juminNo>{Rrn(resident)}</juminNo>", $"SELECT * FROM patient WHERE jumin_no = '{Rrn(Split(resident))}'");
        resident = make.Resident();
        yield return make.Of($"{name},{Rrn(Split(resident))},{Mark("PHONE", Hyphens(make.Mobile()))}", $"2026-03-1{make.Below(9)} 10:2{make.Below(9)}:00 INFO auth ok rrn={Rrn(Split(resident))} elapsed=35ms",
            $"| {name} | {Rrn(Split(resident))} | 정상 |", $"{name}\t{Rrn(resident[..6] + "-" + resident[6..])}\t서울", $"[WARN] 중복 신청 {Rrn(Split(resident))} (접수 {make.Digits(6)})", $"파일명: {name}_{Rrn(resident[..6] + "-" + resident[6..])}.pdf");
        resident = make.Resident();
        yield return make.Of($"{Rrn(Split(resident))} (주민번호) 로 조회해 주세요", $"{Rrn(resident)}은 제 주민등록번호입니다", $"주민번호 앞 6자리와 뒤 7자리를 붙여 {Rrn(resident)} 로 적었습니다", $"고객{Rrn(Split(resident))}님", $"주민등록번호 / {Rrn(resident)}");
        var foreigner = make.Resident(foreigner: true);
        yield return make.Of($"외국인등록번호 {Frn(Split(foreigner))} 체류 연장", $"alien registration number: {Frn(Split(foreigner))}", $"{{\"alienRegNo\":\"{Frn(foreigner)}\"}}", $"Nguyen 씨의 등록번호 {Frn(Split(foreigner))} 확인",
            $"frn={Frn(foreigner)};", $"외국인 근로자 명단: {Frn(Split(foreigner))}", $"ARC No. {Frn(Split(foreigner))}", $"foreigner_no,{Frn(Split(foreigner))}");
        foreigner = make.Resident(foreigner: true);
        yield return make.Of($"{Frn(foreigner[..6] + "-" + foreigner[6..])} 체류자격 F-4", $"외국인등록증 사본 제출 ({Frn(foreigner[..6] + "-" + foreigner[6..])})", $"주민(외국인)등록번호: {Frn(foreigner)}");
        yield return make.Of($"여권번호 {Pass(make.Passport())} 만료일 2030-01-31", $"passport no: {Pass(make.Passport())}", $"{{\"passportNo\":\"{Pass(make.Passport())}\"}}", $"여권 {Pass(make.Passport())}로 발권했습니다",
            $"{Pass(make.Passport())} (여권번호) 재발급 신청", $"passport={Pass(make.Passport())}&nation=KOR", $"여행자 {name} / 여권번호: {Pass(make.Passport())} / 대한민국", $"PassportNumber = \"{Pass(make.Passport())}\"", $"Passport Number : {Pass(make.Passport())}");
        yield return make.Of($"분실 신고: {Pass(make.NewPassport())}", $"{name},{Pass(make.NewPassport())},KOR", $"탑승자 {Pass(make.NewPassport())} 체크인 완료", $"새 번호는 {Pass(make.NewPassport())}입니다");
        var license = make.License();
        yield return make.Of($"운전면허번호 {Lic(Parts(license))} 조회", $"면허번호: {Lic(license)}", $"{{\"driverLicenseNo\":\"{Lic(license)}\"}}", $"운전면허 {Lic(Parts(license))} 정지 30일", $"driver's license {Lic(Parts(license))}", $"대여자 면허 {Lic(Parts(license).Replace('-', ' '))} 확인",
            $"driver_license={Lic(Parts(license))}", $"{Lic(license)} (운전면허번호)");
        license = make.License();
        yield return make.Of($"{name} {Lic(Parts(license))} 2종 보통", $"렌터카 계약자 {Lic(Parts(license))}", $"{Lic(Parts(license))},{name},갱신", $"면허 갱신 대상: {Lic(Parts(license))}");

        // Other personal data.
        var mobile = make.Mobile();
        yield return make.Of($"연락처는 {Tel(Hyphens(mobile))}입니다", $"{Tel(mobile)}로 전화 주세요", $"휴대폰: {Tel(Hyphens(mobile).Replace('-', '.'))}", $"Tel. {Tel($"+82-10-{mobile[3..7]}-{mobile[7..]}")}",
            $"HP {Tel(Hyphens(mobile).Replace('-', ' '))}", $"{{\"mobile\":\"{Tel(mobile)}\"}}", $"문자 수신 {Tel(Hyphens(mobile))} 성공", $"{name}({Tel(Hyphens(mobile))})", Tel($"+82 (0)10-{mobile[3..7]}-{mobile[7..]}"));
        yield return make.Of($"전화번호 {Tel($"02-{make.Digits(3)}-{make.Digits(4)}")}", $"사무실 {Tel($"031-7{make.Digits(2)}-{make.Digits(4)}")} 내선 12", $"집 전화 {Tel($"02-5{make.Digits(3)}-{make.Digits(4)}")}", $"안심번호 {Tel($"0507-1{make.Digits(3)}-{make.Digits(4)}")}", $"인터넷전화 {Tel($"070-8{make.Digits(3)}-{make.Digits(4)}")}", $"tel: {Tel($"051-4{make.Digits(2)}-{make.Digits(4)}")}");
        yield return make.Of($"메일 {Mark("EMAIL", make.Mail())} 로 보내 주세요", $"To: {name} <{Mark("EMAIL", make.Mail())}>", $"email={Mark("EMAIL", make.Mail())}", $"문의: {Mark("EMAIL", make.Mail())}.", $"메일주소는{Mark("EMAIL", make.Mail())}입니다", $"{{\"email\":\"{Mark("EMAIL", make.Mail())}\"}}", $"mailto:{Mark("EMAIL", make.Mail())}");
        yield return make.Of($"배송지 {Mark("ADDRESS", make.Road())}", $"주소: {Mark("ADDRESS", make.Road())}", $"{Mark("ADDRESS", make.Lot())} 현장 방문", $"저는 {Mark("ADDRESS", make.Road())}에 삽니다", $"\"address\": \"{Mark("ADDRESS", make.Road())}\"", $"주소는 {Mark("ADDRESS", make.Lot())}입니다");
        var card = make.Card();
        yield return make.Of($"카드번호 {Mark("CARD", Fours(card, '-'))}", $"{Mark("CARD", Fours(card, ' '))} 결제 취소", $"{{\"cardNo\":\"{Mark("CARD", card)}\"}}", $"카드 {Mark("CARD", card)} 승인 거절", $"card={Mark("CARD", Fours(card, '-'))}");
        yield return make.Of($"계좌번호 {Mark("ACCOUNT", make.Account())} 예금주 {name}", $"국민은행 {Mark("ACCOUNT", make.Account())}로 입금", $"환불 계좌: 신한은행 {Mark("ACCOUNT", make.Account())}", $"\"accountNo\":\"{Mark("ACCOUNT", make.Account())}\"", $"농협 {Mark("ACCOUNT", make.Account())} 송금 완료", $"bank account {Mark("ACCOUNT", make.Account())}");
        yield return make.Of($"생년월일: {Mark("BIRTH", make.Birth())}", $"birthDate={Mark("BIRTH", make.Birth())}", $"{name}, {Mark("BIRTH", make.Birth().Replace('-', '.'))}생", $"\"birthday\":\"{Mark("BIRTH", make.Birth().Replace("-", "", StringComparison.Ordinal))}\"", $"생년월일 {Mark("BIRTH", make.Birth().Replace('-', '/'))}", $"dob: {Mark("BIRTH", make.Birth())}");
        yield return make.Of($"성명: {Mark("NAME", name)}", $"성명 : {Mark("NAME", name)} / 부서: 총무팀", $"예금주: {Mark("NAME", name)}", $"환자명={Mark("NAME", name)}", $"제 이름은 {Mark("NAME", name)}입니다", $"수령인: {Mark("NAME", name)} (부재 시 경비실)", $"\"custNm\":\"{Mark("NAME", name)}\"", $"고객명: {Mark("NAME", name)}님");
        yield return make.Of($"차량번호 {Mark("OTHER", make.Plate())}", $"주차 등록 {Mark("OTHER", make.Plate())}", $"carNo={Mark("OTHER", make.Plate())}", $"학번 {Mark("OTHER", "20" + make.Digits(6))}", $"사번: {Mark("OTHER", make.Digits(6))}", $"군번 {Mark("OTHER", make.Digits(2) + "-" + make.Digits(8))}", $"건강보험증 번호 {Mark("OTHER", make.Digits(1) + "-" + make.Digits(10))}");
        yield return make.Of($"client_ip={Mark("LOCATION", $"211.{make.Number(200)}.{make.Number(200)}.{make.Number(200)}")}", $"접속 IP: {Mark("LOCATION", $"121.{make.Number(200)}.{make.Number(200)}.{make.Number(200)}")}", $"위도 {Mark("LOCATION", $"37.{make.Digits(6)}")}", $"\"longitude\": {Mark("LOCATION", $"127.{make.Digits(5)}")}", $"lat={Mark("LOCATION", $"35.{make.Digits(4)}")}");
        yield return make.Of($"진단명: {Mark("HEALTH", make.Of("제2형 당뇨병", "고혈압", "위염", "우울증", "급성 기관지염"))}", $"병명 : {Mark("HEALTH", make.Of("당뇨병", "천식", "골절"))}, 입원 3일", $"종교: {Mark("BELIEF", make.Of("기독교", "불교", "천주교"))}", $"\"bloodType\":\"{Mark("HEALTH", make.Of("A+", "O-", "AB+"))}\"", $"혈액형={Mark("HEALTH", make.Of("A형", "B형", "O형"))}", $"노조가입: {Mark("UNION", "예")}");
        resident = make.Resident();
        yield return make.Of($"주민번호 {Mark("BIRTH", resident[..6] + "-" + resident[6] + "******")} 확인", $"{Mark("BIRTH", resident[..6] + "-" + resident[6] + "******")}", $"{name} ({Mark("BIRTH", resident[..6] + "-*******")})");

        // Nothing personal in these.
        yield return make.Of($"상품 바코드 {make.Barcode()} 입고 {make.Number(90)}개", $"{make.Barcode()},생수 2L,{make.Number(50)}", $"EAN {make.Barcode()} scanned", $"{{\"barcode\":\"{make.Barcode()}\",\"qty\":{make.Number(9)}}}", $"재고 {make.Barcode()} 없음", $"{make.Barcode()}");
        yield return make.Of($"timestamp={make.EpochMilliseconds()}", $"{{\"ts\":{make.EpochMilliseconds()},\"level\":\"info\"}}", $"created {make.EpochMilliseconds()}", $"[{make.EpochMilliseconds()}] request done in {make.Number(900)} ms", $"const t0 = {make.EpochMilliseconds()};", $"offset {make.EpochMilliseconds()} lag {make.Number(40)}");
        yield return make.Of($"법인등록번호 {make.Corporate()}", $"(주)한빛상사 {make.Corporate()}", $"corpRegNo={make.Corporate()}", $"사업자등록번호 {make.Digits(3)}-{make.Digits(2)}-{make.Digits(5)}", $"법인번호: {make.Corporate()} 대표이사 변경", $"{{\"brn\":\"{make.Digits(3)}-{make.Digits(2)}-{make.Digits(5)}\"}}");
        yield return make.Of($"주문번호 {make.Digits(13)} 배송 시작", $"orderId={make.Digits(16)}", $"order {make.Digits(12)} shipped", $"송장번호 {make.Digits(12)}", $"운송장 {make.Digits(4)}-{make.Digits(4)}-{make.Digits(4)}", $"예약번호 {make.Digits(10)}", $"ticket {make.Digits(8)}-{make.Digits(4)}", $"주문 2026{make.Digits(4)}-{make.Digits(7)} 취소", $"주문번호: {make.Digits(6)}-{make.Digits(7)}");
        yield return make.Of($"고객센터 {make.Of("1588", "1577", "1544", "1666")}-{make.Digits(4)}", $"가격 {make.Number(900)},{make.Digits(3)},{make.Digits(3)}원", $"버전 {make.Number(9)}.{make.Number(20)}.{make.Number(90)}-{make.Digits(4)}", $"회의 2026-0{make.Number(9)}-1{make.Below(10)} 14:00", $"매출 {make.Digits(2)}조{make.Digits(4)}억원", $"ISBN 978-89-{make.Digits(4)}-{make.Digits(3)}-{make.Digits(1)}", $"2024년도{make.Digits(4)}");
        yield return make.Of($"부품 {make.Of("M", "S", "R", "D")}{make.Digits(8)} 재고 있음", $"모델명 {make.Of("M", "S")}{make.Digits(3)}B{make.Digits(4)}", $"SKU-{make.Of("M", "S", "G")}{make.Digits(8)}", $"serial={make.Of("R", "G")}{make.Digits(8)}", $"제품코드 {make.Of("AM", "BS")}{make.Digits(3)}A{make.Digits(4)}", $"lot {make.Of("O", "D")}{make.Digits(8)} expired");
        yield return make.Of($"IMEI 35{make.Digits(13)}", $"request_id={make.Digits(8)}-{make.Digits(4)}-4{make.Digits(3)}-a{make.Digits(3)}-{make.Digits(12)}", $"pid={make.Number(60000)} mem={make.Digits(9)}", $"commit {make.Digits(7)}f{make.Digits(5)}ab{make.Digits(6)}", $"seq={make.Digits(11)} ack={make.Digits(10)}", $"build 2026.{make.Number(12)}.{make.Number(28)}.{make.Number(999)}", $"trace {make.Digits(16)} span {make.Digits(8)}");
        yield return make.Of("noreply@company.co.kr 로 발송된 메일입니다", $"user{make.Number(99)}@example.com", "git@github.com:org/repo.git", $"npm i lodash@4.17.{make.Number(40)}", $"logo@{make.Of("2", "3")}x.png", $"https://deploy:secret{make.Number(99)}@git.company.co.kr/app.git", "@Override public String toString()", "a @ b 행렬 곱", $"image: registry/app@sha256:{make.Digits(20)}");
        yield return make.Of($"서버 10.0.{make.Number(200)}.{make.Number(200)} 재시작", $"v{make.Number(9)}.{make.Number(9)}.{make.Number(9)}.{make.Number(99)}", $"Location: /orders/{make.Digits(6)}", $"offset=37.{make.Digits(4)}", $"listen 127.0.0.1:{make.Number(60000)}", $"Main.cs({make.Number(400)},{make.Number(80)}): error CS1002", $"accuracy 0.{make.Digits(10)}", $"loss=12.{make.Digits(5)} lr=0.000{make.Number(9)}");
        yield return make.Of("서울 날씨 알려줘", $"다시 앞으로 {make.Number(9)}개 진행", $"경기도 성남시로 {make.Number(9)}시까지 오세요", $"3번 출구로 {make.Number(9)}분 거리", $"서울 강남구 행사 {make.Number(30)}일 개최", $"도로 {make.Number(9)}차선 통제", $"종로 3가역 {make.Number(9)}번 출구", $"대구시 {make.Number(900)}명 증가", $"{make.Number(30)}동 {make.Number(20)}개 추가로 {make.Number(9)}개");
        yield return make.Of("홍길동전은 조선 시대의 소설이다", "파일 이름: 보고서", "상품 이름: 무선이어폰", "var name = \"기본값\";", "성명을 발표했다", "모델명: 초거대언어모델", "className=button", "이름: 필수 입력", "공동성명: 양국 정상", "서버 이름: 운영", "{\"product\":{\"name\":\"정수기\"}}");
        yield return make.Of("진단 결과: 네트워크 정상", "health: ok", "처방전 서식은 게시판에 있습니다", "종교 시설 방역 지침 안내", "노조와 협상이 진행 중이다", "인종차별 금지 정책", "진단명: 없음", "혈액형 검사는 무료입니다", "religion: null", "전과 같은 방법으로 처리", "union type A = B | C", "race condition in worker 3");
        yield return make.Of($"010-0000-0000", $"가입 계정 account {make.Digits(3)}-{make.Digits(3)}-{make.Digits(6)}", $"조회수 {make.Digits(9)}", $"면적 {make.Number(900)}.{make.Digits(2)}㎡", $"우편번호 {make.Digits(5)}", $"문서 제2026-{make.Digits(5)}호", $"hp={make.Number(999)}/{make.Number(999)}", $"0x{make.Digits(8)}", $"좌석 {make.Number(30)}{make.Of("A", "B")}", $"π = 3.14159265358979", $"계약금액 {make.Digits(10)}원 입금");
        yield return make.Of($"접수 {make.Digits(13)} 처리", $"id: {make.Digits(13)}", $"{make.Digits(13)}", $"{make.Digits(16)}", $"값 {make.Digits(12)}", $"{make.Digits(6)} {make.Digits(6)}", $"코드 {make.Digits(4)}-{make.Digits(6)}", $"{make.Digits(11)}건 처리", $"{make.Digits(4)}-{make.Digits(4)}-{make.Digits(4)}-{make.Digits(4)} 항목");
    }

    private static string Mark(string kind, string value) => $"⟦{kind}:{value}⟧";

    private static string Rrn(string value) => Mark("RRN", value);

    private static string Frn(string value) => Mark("FRN", value);

    private static string Pass(string value) => Mark("PASSPORT", value);

    private static string Lic(string value) => Mark("LICENSE", value);

    private static string Tel(string value) => Mark("PHONE", value);

    private string Split(string thirteen) => _make.Below(12) switch
    {
        0 => thirteen[..6] + " - " + thirteen[6..],
        1 => thirteen[..6] + "–" + thirteen[6..],
        2 => Wide(thirteen[..6]) + "－" + Wide(thirteen[6..]),
        3 => thirteen[..6] + "\u00A0" + thirteen[6..],
        4 => thirteen[..6] + "\u2011" + thirteen[6..],
        _ => thirteen[..6] + "-" + thirteen[6..],
    };

    private static string Wide(string digits) => string.Concat(digits.Select(digit => (char)(digit + 0xFEE0)));

    private static string Hyphens(string mobile) => mobile[..3] + "-" + mobile[3..7] + "-" + mobile[7..];

    private static string Parts(string license) => license[..2] + "-" + license[2..4] + "-" + license[4..10] + "-" + license[10..];

    private static string Fours(string card, char separator) => string.Join(separator, card[..4], card[4..8], card[8..12], card[12..]);
}
