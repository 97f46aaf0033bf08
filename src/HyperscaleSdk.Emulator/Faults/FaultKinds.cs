namespace HyperscaleSdk.Emulator.Faults;

/// <summary>What may go wrong with an answer, apart from a plain HTTP status.</summary>
[Flags]
internal enum FaultKinds
{
    None = 0,
    Reset = 1 << 0,
    ErrorIn200 = 1 << 1,
    MalformedJson = 1 << 2,
    WrongContentType = 1 << 3,
    CutStream = 1 << 4,
    EndEarly = 1 << 5,
    ErrorMidStream = 1 << 6,
    MissingDone = 1 << 7,
    Stall = 1 << 8,
    NoSpace = 1 << 9,
    Crlf = 1 << 10,
    Comments = 1 << 11,
    Split = 1 << 12,
    DuplicateUsage = 1 << 13,
    MissingUsage = 1 << 14,
    Slow = 1 << 15,
    SlowFirstByte = 1 << 16,
    Bom = 1 << 17,
    HugeBody = 1 << 18,
}
