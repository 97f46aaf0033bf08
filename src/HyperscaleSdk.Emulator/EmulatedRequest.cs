namespace HyperscaleSdk.Emulator;

/// <summary>One model call that the emulator answered, or would have billed although the answer never arrived whole.</summary>
/// <param name="Provider">Provider id, for example <c>naver-clovastudio</c>.</param>
/// <param name="Operation"><c>chat</c>, <c>embeddings</c>, <c>tokenize</c>, or the name of another task: <c>rerank</c>, <c>segment</c>, <c>summarize</c>, <c>task</c>.</param>
/// <param name="RequestId">The id in the response header (CLOVA Studio: the caller's own id when it sent one); of a provider without such a header, the id of the answer.</param>
/// <param name="InputTokens">Tokens read, as reported in the usage of the answer.</param>
/// <param name="OutputTokens">Tokens produced before the call ended, thinking included; 0 for embeddings and token counts.</param>
/// <param name="Outcome">
/// <c>completed</c>; <c>cancelled</c>: the client went away; <c>cut</c>: a fault broke the answer off; <c>failed</c>: a fault
/// reported an error in the middle of a stream; <c>malformed</c>: a fault damaged the JSON of the answer.
/// </param>
public sealed record EmulatedRequest(string Provider, string Operation, string RequestId, long InputTokens, long OutputTokens, string Outcome);
