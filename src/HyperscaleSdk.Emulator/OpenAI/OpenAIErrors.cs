using HyperscaleSdk.Emulator.Errors;
using HyperscaleSdk.Emulator.Hosting;

namespace HyperscaleSdk.Emulator.OpenAI;

/// <summary>The refusals of one dialect.</summary>
internal sealed class OpenAIErrors(OpenAIDialect dialect)
{
    public RefusedException Invalid(string parameter, string message) => new(dialect.InvalidStatus, ErrorCodes.InvalidBody, message, parameter);

    public RefusedException Unsupported(string parameter)
        => new(dialect.InvalidStatus, ErrorCodes.UnsupportedParameter, $"{parameter} is not supported.", parameter);

    public RefusedException NotJson() => new(400, ErrorCodes.InvalidBody, "The request body is not a JSON object.");

    public RefusedException TooLarge() => new(413, ErrorCodes.TooLarge, "The request body is too large.");

    public RefusedException ContextLength(int context, string parameter)
        => new(400, ErrorCodes.ContextLength, FormattableString.Invariant($"This model's maximum context length is {context} tokens."), parameter);

    public RefusedException InvalidKey() => new(401, ErrorCodes.InvalidKey, "The API key is missing or invalid.");

    public RefusedException ModelNotFound()
        => new(dialect.ModelStatus, ErrorCodes.ModelNotFound, "The requested model does not exist or is not available.", "model");

    public RefusedException ModelEnded()
        => new(dialect.ModelStatus, ErrorCodes.ModelNotFound, "The requested model has reached its end of service.", "model");
}
