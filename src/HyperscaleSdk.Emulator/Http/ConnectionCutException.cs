namespace HyperscaleSdk.Emulator.Http;

/// <summary>
/// Leaves the request delegate on purpose. Once a response has started, Kestrel then closes the connection without the
/// last chunk: everything sent so far arrives, and the client sees an answer that ended too soon.
/// </summary>
internal sealed class ConnectionCutException() : Exception("The connection is cut on purpose.");
