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

    /// <summary>
    /// Faults for every call that asks for none itself, in the syntax of the header <c>X-Emulator-Fault</c> (see
    /// <see cref="EmulatorHost"/>), for example <c>status-503;times=2</c>. Faults that cannot happen to an answer are left out of it.
    /// Default <see langword="null"/>: none.
    /// </summary>
    public string? Fault { get; set; }

    /// <summary>
    /// Answers for the chat calls to come, one each, in the syntax of the header <c>X-Emulator-Reply</c> (see
    /// <see cref="EmulatorHost"/>); afterwards the emulator makes up its own. A call with that header takes none of them.
    /// Default: empty.
    /// </summary>
    public IReadOnlyList<string> Replies { get; set; } = [];
}
