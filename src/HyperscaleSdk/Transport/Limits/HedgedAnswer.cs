namespace HyperscaleSdk.Runtime;

/// <summary>Holds an answer that has begun: the pipeline would dispose what it does not take, and we have to report it first.</summary>
internal sealed record HedgedAnswer(ApiExchange Exchange);
