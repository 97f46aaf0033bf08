using static HyperscaleSdk.Tests.Faults.FaultCell;

namespace HyperscaleSdk.Tests.Faults;

/// <summary>Every fault of the emulator and what it comes to: the tests run it, and <c>docs/providers/faults.md</c> shows it.</summary>
internal static class FaultTable
{
    private static readonly FaultCell Request = Refused<HyperscaleRequestException>();
    private static readonly FaultCell Authentication = Refused<HyperscaleAuthenticationException>();
    private static readonly FaultCell Server = Retried<HyperscaleServerException>();
    private static readonly FaultCell Misunderstood = Broken<HyperscaleResponseException>();
    private static readonly FaultCell Disconnected = Broken<HyperscaleConnectionException>();
    private static readonly FaultCell Cut = Broken<HyperscaleStreamException>();
    private static readonly FaultCell Late = Broken<TimeoutException>();

    public static IReadOnlyList<FaultRow> Rows { get; } =
    [
        new("status-400", Request),
        new("status-401", Authentication),
        new("status-402", Request),
        new("status-403", Authentication),
        new("status-404", Request),
        new("status-408", Retried<HyperscaleRequestException>()),
        new("status-413", Request),
        new("status-422", Request),
        new("status-424", Request)
        {
            Differences =
            [
                .. All("naver-clovastudio", Retried<HyperscaleRequestException>(), "its code `42400` is documented as worth another attempt"),
                .. All("naver-clovastudio/v1", Retried<HyperscaleRequestException>(), "its code `42400` is documented as worth another attempt"),
            ],
        },
        new("status-429;retry-after=0", Retried<HyperscaleRateLimitException>()),
        new("status-429;retry-after=500", Refused<HyperscaleRateLimitException>()),
        new("status-500", Server),
        new("status-502", Server),
        new("status-503", Server),
        new("status-504", Server),
        new("error-in-200", Refused<HyperscaleServerException>())
        {
            Differences =
            [
                .. All("saltlux-luxia", Request, "the error has no code that tells whose fault it is"),
                .. All("samsung-fabrix", Request, "what its codes mean is not documented"),
                .. All("kakao-kogpt", Request, "what its codes mean is not documented"),
            ],
        },
        new("reset", Disconnected),
        new("reset;after=3", Disconnected, Cut with { OrFailure = typeof(HyperscaleConnectionException) }, Disconnected) { Differences = [KonanPerhaps(Cut with { OrFailure = typeof(HyperscaleConnectionException) })] },
        new("cut-stream;after=3", Disconnected, Cut, Disconnected) { Differences = [Konan(Cut)] },
        new("end-early;after=3", Misunderstood, Cut, Misunderstood) { Differences = [Konan(Cut)] },
        new("end-early;after=0", Misunderstood, Cut, Misunderstood),
        new("error-mid-stream;after=3", Impossible, Broken<HyperscaleServerException>(), Impossible)
        {
            Differences =
            [
                ("saltlux-luxia", FaultOperations.Stream, Cut, "nothing tells its plain `message` from a chunk: the stream ended without a finish reason"),
                ("samsung-fabrix", FaultOperations.Stream, Broken<HyperscaleRequestException>(), "what its codes mean is not documented"),
                Konan(Broken<HyperscaleServerException>()),
            ],
        },
        new("missing-done", Impossible, Answered, Impossible)
        {
            Differences = [("samsung-fabrix", FaultOperations.Stream, Cut, "its end marker is the frame with the finish reason")],
        },
        new("malformed-json", Misunderstood) { Differences = [Konan(Misunderstood)] },
        new("wrong-content-type", Misunderstood),
        new("huge-body;size=96", Misunderstood) { Differences = [Konan(Misunderstood)] },
        new("stall;after=3", Late) { IsSilent = true, Differences = [KonanPerhaps(Late)] },
        new("slow-first-byte;delay=60000", Late) { IsSilent = true },
        new("slow-first-byte;delay=1", Answered),
        new("slow;delay=1", Answered),
        new("split", Answered),
        new("bom", Answered),
        new("no-space", Impossible, Answered, Impossible),
        new("crlf", Impossible, Answered, Impossible),
        new("comments", Impossible, Answered, Impossible),
        new("duplicate-usage", Impossible, Answered, Impossible),
        new("missing-usage", AnsweredUnmetered),
    ];

    private static IEnumerable<(string Wire, string Operation, FaultCell Cell, string Why)> All(string wire, FaultCell cell, string why)
        => FaultWire.Get(wire).Operations.Select(operation => (wire, operation, cell, why));

    private static (string Wire, string Operation, FaultCell Cell, string Why) Konan(FaultCell cell)
        => ("konan", FaultOperations.Stream, cell with { Units = UsageUnitSource.Reported }, "its chunks had told what was used so far");

    private static (string Wire, string Operation, FaultCell Cell, string Why) KonanPerhaps(FaultCell cell)
        => ("konan", FaultOperations.Stream, cell with { OrUnits = UsageUnitSource.Reported }, "the chunks that came in time had told what was used so far");
}
