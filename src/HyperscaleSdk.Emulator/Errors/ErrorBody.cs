namespace HyperscaleSdk.Emulator.Errors;

/// <summary>An error as it goes over the wire.</summary>
internal sealed record ErrorBody(byte[] Bytes, string ContentType = "application/json");
