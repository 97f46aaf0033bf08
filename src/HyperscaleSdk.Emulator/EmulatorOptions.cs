namespace HyperscaleSdk.Emulator;

/// <summary>How an <see cref="EmulatorHost"/> listens and reports.</summary>
public sealed class EmulatorOptions
{
    /// <summary>TCP port on <c>127.0.0.1</c>, 0 to 65535. Default 0: any free port, see <see cref="EmulatorHost.BaseAddress"/>.</summary>
    public int Port { get; set; }

    /// <summary>Clock behind <c>created</c> fields, rate-limit headers and paced faults. Default <see cref="TimeProvider.System"/>.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>
    /// Receives one line per request: method, path, status, provider, model, tokens in and out, milliseconds. Never a key,
    /// never prompt or answer text. May be called from several threads at once. Default <see langword="null"/>: no log.
    /// </summary>
    public Action<string>? RequestLog { get; set; }
}
