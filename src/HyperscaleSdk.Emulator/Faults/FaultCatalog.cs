namespace HyperscaleSdk.Emulator.Faults;

/// <summary>Names of the faults and what each does: one list for the parser and for the index page.</summary>
internal static class FaultCatalog
{
    public static IReadOnlyList<int> Statuses { get; } = [400, 401, 403, 404, 408, 413, 429, 500, 503, 504];

    public static IReadOnlyList<(string Name, FaultKinds Kind, string Meaning)> Named { get; } =
    [
        ("reset", FaultKinds.Reset, "Abort the connection before any header."),
        ("error-in-200", FaultKinds.ErrorIn200, "Report an internal error in the body under HTTP 200."),
        ("malformed-json", FaultKinds.MalformedJson, "Half of the JSON answer, or one stream chunk with broken JSON."),
        ("wrong-content-type", FaultKinds.WrongContentType, "The right body labelled text/html."),
        ("cut-stream", FaultKinds.CutStream, "Drop the connection after the second chunk, or in the middle of a plain answer."),
        ("end-early", FaultKinds.EndEarly, "End the stream cleanly after the second chunk: no finish reason, usage or end marker. A plain answer is cut short."),
        ("error-mid-stream", FaultKinds.ErrorMidStream, "After the second chunk, the provider's error event; then the stream ends."),
        ("missing-done", FaultKinds.MissingDone, "A whole stream without its end marker."),
        ("stall", FaultKinds.Stall, "After the second chunk, or at once for a plain answer, send nothing more until the client leaves."),
        ("no-space", FaultKinds.NoSpace, "Stream fields without the space after the colon."),
        ("crlf", FaultKinds.Crlf, "Stream lines end with CR LF."),
        ("comments", FaultKinds.Comments, "Keep-alive comment lines between the stream chunks."),
        ("split", FaultKinds.Split, "Network writes that break inside UTF-8 characters."),
        ("duplicate-usage", FaultKinds.DuplicateUsage, "Report the same usage twice in a stream."),
        ("missing-usage", FaultKinds.MissingUsage, "Leave usage out of the answer."),
        ("slow", FaultKinds.Slow, "Pause before each stream chunk, see delay."),
    ];

    public static IReadOnlyList<(string Name, string Meaning)> Descriptions { get; } =
    [
        ("status-NNN", $"Answer with that HTTP status in the provider's error envelope: {string.Join(", ", Statuses)}."),
        .. Named.Select(fault => (fault.Name, fault.Meaning)),
        ("times=N", "Apply the faults only to the first N requests that carry the same X-Emulator-Fault-Id header."),
        ("after=N", "Stream chunks that go out before the damage. Default 2."),
        ("retry-after=S", "Seconds in the retry headers of status-429 and status-503."),
        ("delay=MS", "Milliseconds between chunks under slow. Default 20."),
    ];
}
