using HyperscaleSdk.Emulator.Errors;
using HyperscaleSdk.Emulator.Hosting;
using HyperscaleSdk.Emulator.Http;
using HyperscaleSdk.Emulator.Text;
using Microsoft.AspNetCore.Http;

namespace HyperscaleSdk.Emulator.Etri;

/// <summary><c>{"request_id","argument":{…}}</c> in, <c>{"request_id","result":0,"return_type","return_object":{…}}</c> out.</summary>
internal static class TaskEndpoint
{
    public const string ReturnType = "object";

    private const long MaximumBody = 10L * 1024 * 1024;

    public static async Task HandleAsync(EmulatedCall call, EtriTask task)
    {
        var json = await JsonRequestBody.ReadAsync(call, MaximumBody, () => call.Provider.CreateRefusal(StatusCodes.Status413PayloadTooLarge), () => Invalid("The request body is not a JSON object.")).ConfigureAwait(false);
        var body = new RequestFields(json, (_, message) => Invalid(message));
        var argument = body.Inner(body.Object("argument") ?? throw Invalid("argument is required."));
        if (task.FindProblem(argument) is { } problem)
            throw Invalid(problem);

        call.Model = task.Name;
        call.Operation = Operations.Task;
        call.InputTokens = task.Arguments.Sum(name => TokenEstimator.Count(argument.Text(name)!));
        await JsonReply.WriteAsync(call, writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("request_id", call.RequestId);
            writer.WriteNumber("result", 0);
            writer.WriteString("return_type", ReturnType);
            writer.WriteStartObject("return_object");
            task.WriteResult(writer, argument);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }).ConfigureAwait(false);
    }

    private static RefusedException Invalid(string message) => new(400, ErrorCodes.InvalidBody, message);
}
