namespace HyperscaleSdk.Emulator.OpenAI;

/// <summary>When a stream reports usage.</summary>
internal enum StreamUsage
{
    /// <summary>In a last chunk, with <c>stream_options.include_usage</c>.</summary>
    OnRequest,

    /// <summary>In a last chunk, always.</summary>
    Always,

    Never,

    /// <summary>On every chunk, counting up.</summary>
    Continuous,
}
