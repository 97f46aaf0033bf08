namespace HyperscaleSdk.Emulator.Errors;

/// <summary>The shape of an error body.</summary>
internal enum ErrorForm
{
    /// <summary><c>{"error":{"message","type","param","code":"…"}}</c>.</summary>
    OpenAI,

    /// <summary><c>{"error":{"message","type","param","code":400}}</c>: the code is the HTTP status as a number.</summary>
    Vllm,

    /// <summary><c>{"object":"error","message","type","param","code":400}</c>: older vLLM servers.</summary>
    Flat,

    /// <summary><c>{"error":{"message","type":null,"param":null,"code":"40001"}}</c>: five digits.</summary>
    Naver,

    /// <summary><c>{"status":{"code":"40001","message"}}</c>.</summary>
    Status,

    /// <summary><c>{"error":{"message"}}</c>.</summary>
    Message,

    /// <summary><c>{"error":"…"}</c>.</summary>
    Text,

    /// <summary><c>{"detail":[{"loc","msg","type"}]}</c>.</summary>
    Detail,

    /// <summary>The message alone, as text/plain.</summary>
    Plain,
}
