namespace HyperscaleSdk;

/// <summary>The process that reserved a call. The start tells a process from a later one with the same id.</summary>
/// <param name="Machine">The machine's name.</param>
/// <param name="Boot">Which run of the machine, and which process-id namespace (container) in it; empty where there is none.</param>
/// <param name="ProcessId">The process id.</param>
/// <param name="Start">When the process started, in a form that only its machine can read.</param>
internal sealed record ReservationOwner(string Machine, string Boot, int ProcessId, string Start);
