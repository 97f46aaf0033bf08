namespace HyperscaleSdk.Emulator.Errors;

/// <summary>The names by which a request asks for another error body than its provider's own.</summary>
internal static class ErrorForms
{
    public static IReadOnlyList<(string Name, ErrorForm Form)> Named { get; } =
    [
        ("openai", ErrorForm.OpenAI),
        ("vllm", ErrorForm.Vllm),
        ("flat", ErrorForm.Flat),
        ("naver", ErrorForm.Naver),
        ("status", ErrorForm.Status),
        ("message", ErrorForm.Message),
        ("text", ErrorForm.Text),
        ("detail", ErrorForm.Detail),
        ("plain", ErrorForm.Plain),
    ];
}
