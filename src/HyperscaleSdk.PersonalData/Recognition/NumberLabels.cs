using static HyperscaleSdk.Recognition.LabelKind;

namespace HyperscaleSdk.Recognition;

/// <summary>The words that say what a number is. Written without blanks, hyphens and underscores, in lower case.</summary>
internal static class NumberLabels
{
    public static readonly LabelTable<LabelKind> Table = new(
        (Resident, "주민등록번호 주민번호 주민등록 주민등록증 주민 주번 jumin juminno juminnumber juminbunho juminregno rrn rrno ssn residentno residentnumber residentregno "
            + "residentregistrationno residentregistrationnumber residentregistration residentreg residentid resregno"),
        (ResidentFront, "주민번호앞자리 앞자리 앞6자리 앞여섯자리 juminfront rrnfront rrn1 jumin1"),
        (ResidentBack, "주민번호뒷자리 뒷자리 뒤7자리 뒷7자리 뒤일곱자리 juminback rrnback rrn2 jumin2"),
        (Foreigner, "외국인등록번호 외국인등록 외국인번호 외국인등록증 외국인 alienno alienregno alienreg alienregistrationno alienregistrationnumber alienregistration "
            + "foreignerno foreignerregno foreignerregistrationno foreignerregistrationnumber foreignerregistration foreigner frn arc arcno"),
        (LabelKind.Passport, "여권번호 여권 여권no passport passportno passportnumber passportnum passportid yeokwon yeokwonno"),
        (License, "운전면허번호 운전면허증 운전면허 면허번호 면허증번호 면허증 면허 driverlicense driverslicense driverlicence driverslicence driverlicenseno driverslicenseno "
            + "driverlicensenumber driverslicensenumber driverlicenceno driverslicencenumber driverslicencenumber driverlicencenumber drivinglicence drivinglicense drivinglicenceno dlno dln dl driver myeonheo myeonheono"),
        (Phone, "전화번호 전화 연락처 휴대폰 휴대폰번호 핸드폰 휴대전화 폰번호 팩스 집전화 비상연락처 번호로연락 phone phoneno phonenumber mobile mobileno mobilenumber mobilephone tel telno mbltelno "
            + "cell cellno cellphone celno hp hpno contact fax handphone"),
        (Card, "카드번호 카드 신용카드 체크카드 card cardno cardnumber creditcard creditcardno pan crcdno"),
        (Account, "계좌번호 계좌 입금 송금 이체 통장 은행 예금주 농협 수협 신협 카카오뱅크 토스뱅크 케이뱅크 새마을금고 우체국 accountno accountnumber bankaccount bankaccountno acct acctno actno "
            + "gyejwa gyejwano"),
        (Birth, "생년월일 생일 출생일 출생 태어난날 태어난 birth birthdate birthday birthdt dateofbirth dob born birthymd birthymd saengil saengnyeonworil birth7"),
        (Insurance, "건강보험증번호 건강보험증 건강보험 건강보험번호 보험증번호 보험증 insuno nhisno nhis healthinsuranceno"),
        (Plate, "차량번호 차량 번호판 차번호 자동차 자동차번호 차량등록번호 carno plateno licenseplate vehicleno plate"),
        (Military, "군번 militaryno militaryserial militaryserialno gunbeon"),
        (Student, "학번 studentno studentid studentnumber hakbun"),
        (Employee, "사번 사원번호 직원번호 교직원번호 교번 empno employeeno employeeid employeenumber empid sabeon"),
        (Coordinate, "위도 경도 좌표 gps 위치좌표 현재위치 위치 lat latitude lon lng longitude latlng latlon coordinate coordinates"),
        (Ip, "ip ipaddress ipaddr 아이피 접속ip clientip remoteip userip remoteaddr xforwardedfor xrealip clientaddr ipv4"),
        (Corporate, "법인등록번호 법인번호 법인 corpregno corpno crn corp corporate corporation"),
        (Business, "사업자등록번호 사업자번호 사업자 bizno brn brno saupja businessno businessregistration businessregistrationnumber businessregno"),
        (Neutral, "이메일 주소 이름 성명 민감정보 개인정보 위치정보 금액 수량 인원 매출 합계 접수 신청 처리 account login 우편번호"),
        (Thing, "바코드 barcode 주문 주문번호 주문no order orderno orderid ordernumber orderkey 송장 송장번호 운송장 운송장번호 tracking trackingno trackingnumber waybill 상품 상품번호 상품코드 제품 제품번호 제품코드 "
            + "품번 부품 부품번호 모델 모델명 모델번호 part partno model modelno product productno productid productcode sku isbn issn ean ean13 gtin upc timestamp ts epoch epochms 타임스탬프 imei 시리얼 시리얼번호 serial serialno "
            + "serialnumber 일련번호 접수번호 invoice invoiceno ticket ticketno 티켓 티켓번호 예약번호 build buildno trace traceid requestid transactionid txid txn txno 거래번호 승인번호 결제번호 payment paymentid "
            + "관리번호 문서번호 민원번호 사건번호 로트 로트번호 lot lotno batch batchno 배치 세션 session sessionid 라이선스키 라이선스 licensekey productkey 쿠폰 쿠폰번호 coupon 자산번호 asset assetno 계량기 "
            + "version ver 버전 revision 재고 입고 출고 item itemno 품목코드 자재코드 자재 material uuid guid hash checksum commit port 이벤트 eventid msgid messageid 메시지id 인보이스 청구번호 계약번호 contractno "
            + "serverip 서버ip hostip gatewayip dnsip 게이트웨이 dns subnet 서브넷 전표번호 전표 입찰번호 공고번호 특허 특허번호 patent dealid dealno 식별자 objectid seq sequence rowid recordid 레코드 오더 순번"));

    /// <summary>The kinds that only a label tells, and that numbers of logs and code have the shape of.</summary>
    public static readonly LabelBeginnings Beginnings = new(Table, Account, Birth, Coordinate, Military, Student, Employee);
}
