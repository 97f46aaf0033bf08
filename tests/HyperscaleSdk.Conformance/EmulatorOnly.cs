namespace HyperscaleSdk.Conformance;

/// <summary>Why a fact is not asked of a live endpoint.</summary>
internal static class EmulatorOnly
{
    public const string Words = "it compares words that only the emulator answers with";
    public const string Twice = "it compares two answers to one question, which a model does not give alike twice";
    public const string Fault = "it asks the emulator for a fault";
    public const string Load = "it sends more calls than a provider's account should be charged for";
    public const string OtherModel = "it needs a second model, which an account or a server may not have";
    public const string Snapshot = "a provider may answer with the name of a snapshot that changes";
    public const string Picture = "its picture is no real one";
    public const string Distance = "how near two vectors lie is the model's own";
}
