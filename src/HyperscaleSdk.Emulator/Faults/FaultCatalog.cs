namespace HyperscaleSdk.Emulator.Faults;

/// <summary>Names of the faults and what each does: one list for the parser, the checks, the index page and <c>/_emulator/faults</c>.</summary>
internal static class FaultCatalog
{
    public static IReadOnlyList<int> Statuses { get; } = [400, 401, 402, 403, 404, 408, 413, 422, 424, 429, 500, 502, 503, 504];

    public static IReadOnlyList<FaultDefinition> Named { get; } =
    [
        new("reset", FaultKinds.Reset, "Abort the connection before any header, or with after=N in the middle of the answer.", "헤더 전에, 또는 after=N이면 응답 도중에 연결을 끊습니다."),
        new("error-in-200", FaultKinds.ErrorIn200, "Report an error in the body under HTTP 200; with status-NNN that error.", "HTTP 200 본문에 오류를 담습니다."),
        new("malformed-json", FaultKinds.MalformedJson, "Half of the JSON answer, or one stream chunk with broken JSON.", "JSON을 절반만, 또는 스트림 조각 하나를 깨뜨려 보냅니다."),
        new("wrong-content-type", FaultKinds.WrongContentType, "The right body labelled text/html.", "본문은 맞지만 text/html이라고 표시합니다."),
        new("cut-stream", FaultKinds.CutStream, "Drop the connection after the second chunk, or in the middle of a plain answer.", "두 번째 조각 뒤에 연결을 끊습니다."),
        new("end-early", FaultKinds.EndEarly, "End the stream cleanly after the second chunk: no finish reason, usage or end marker. A plain answer is cut short.", "두 번째 조각 뒤에 스트림을 조용히 끝냅니다."),
        new("error-mid-stream", FaultKinds.ErrorMidStream, "After the second chunk, the provider's error event; then the stream ends.", "두 번째 조각 뒤에 오류를 보내고 끝냅니다.") { Whole = false },
        new("missing-done", FaultKinds.MissingDone, "A whole stream without its end marker.", "끝 표시가 없는 스트림입니다.") { Whole = false },
        new("stall", FaultKinds.Stall, "After the second chunk, or at once for a plain answer, send nothing more until the client leaves.", "클라이언트가 떠날 때까지 아무것도 보내지 않습니다."),
        new("slow-first-byte", FaultKinds.SlowFirstByte, "Wait before the first byte of the answer, see delay.", "첫 바이트를 늦게 보냅니다(delay)."),
        new("slow", FaultKinds.Slow, "Pause before each stream chunk or piece of a plain answer, see delay.", "조각마다 쉬었다가 보냅니다(delay)."),
        new("split", FaultKinds.Split, "Network writes that break inside UTF-8 characters.", "UTF-8 글자 중간에서 패킷을 나눕니다."),
        new("bom", FaultKinds.Bom, "A byte order mark before the body.", "본문 앞에 BOM을 붙입니다."),
        new("huge-body", FaultKinds.HugeBody, "White space of the given size inside the answer, see size.", "size만큼의 공백으로 본문을 부풀립니다."),
        new("no-space", FaultKinds.NoSpace, "Stream fields without the space after the colon.", "콜론 뒤에 빈칸이 없는 스트림입니다.") { Whole = false },
        new("crlf", FaultKinds.Crlf, "Stream lines end with CR LF.", "스트림의 줄이 CR LF로 끝납니다.") { Whole = false },
        new("comments", FaultKinds.Comments, "Keep-alive comment lines between the stream chunks.", "조각 사이에 연결 유지 주석을 보냅니다.") { Whole = false },
        new("duplicate-usage", FaultKinds.DuplicateUsage, "Report the same usage twice in a stream.", "같은 사용량을 두 번 알립니다.") { Whole = false, Usage = true },
        new("missing-usage", FaultKinds.MissingUsage, "Leave usage out of the answer.", "사용량을 알리지 않습니다.") { Usage = true },
    ];

    /// <summary>What qualifies the faults.</summary>
    public static IReadOnlyList<(string Name, string Meaning, string Korean)> Settings { get; } =
    [
        ("times=N", "Apply the faults only to the first N requests that carry the same faults and the same X-Emulator-Fault-Id header.", "처음 N번만 일으킵니다."),
        ("after=N", "Stream chunks that go out before the damage. Default 2.", "고장 전에 보낼 조각의 수입니다. 기본값 2."),
        ("retry-after=S", "Seconds in the retry headers of status-429 and status-503.", "재시도까지 기다릴 초입니다."),
        ("rate-headers=FORM", $"Other rate headers on status-429 than the provider's: {string.Join(", ", Errors.RateHeaders.Named.Select(form => form.Name))}.", "다른 형식의 속도 제한 헤더를 씁니다."),
        ("error-form=FORM", $"Another error body than the provider's: {string.Join(", ", Errors.ErrorForms.Named.Select(form => form.Name))}.", "다른 형식의 오류 본문을 씁니다."),
        ("delay=MS", "Milliseconds of each pause under slow (default 20) and of the wait under slow-first-byte (default 1000).", "기다릴 밀리초입니다."),
        ("size=KIB", "Kibibytes of white space under huge-body. Default 65536, that is 64 MiB; at most 1048576.", "huge-body의 크기(KiB)입니다."),
    ];

    public static string StatusMeaning { get; } = $"Answer with that HTTP status in the provider's error envelope: {string.Join(", ", Statuses)}.";

    public static string StatusKorean => "그 HTTP 상태와 공급기업의 오류 형식으로 답합니다.";
}
