using System.Reflection;
using System.Text.Json.Nodes;
using HyperscaleSdk.Generators.Planning;
using HyperscaleSdk.Specification.OpenApi;
using HyperscaleSdk.Specification.Text;
using HyperscaleSdk.Wire.Tests.Values;

namespace HyperscaleSdk.Wire.Tests;

/// <summary>An operation: what it is called in C#, and where it stands in the document.</summary>
/// <param name="Plan">The method.</param>
/// <param name="Api">The operation in the document.</param>
internal sealed record WireOperation(OperationPlan Plan, ApiOperation Api)
{
    /// <summary>Calls the operation and reads its answer to the end.</summary>
    /// <param name="client">The generated client.</param>
    /// <param name="root">The document.</param>
    /// <param name="isFull">With every optional parameter and member, or with none.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="NotSupportedException">No arguments can be made.</exception>
    public async Task CallAsync(object client, SpecNode root, bool isFull, CancellationToken cancellationToken)
    {
        var isStream = Plan.Stream != StreamKind.None && Plan.Answer == AnswerKind.None;
        var method = client.GetType().GetMethod(Plan.MethodName + (isStream ? "StreamingAsync" : "Async"))!;
        var sample = new SchemaSample(root, isFull);
        var arguments = method.GetParameters().Select(parameter => parameter.ParameterType == typeof(CancellationToken) ? cancellationToken : Argument(parameter, root, sample, isFull)).ToArray();
        await FinishAsync(method.Invoke(client, BindingFlags.DoNotWrapExceptions, null, arguments, null)!, cancellationToken);
    }

    private object? Argument(ParameterInfo parameter, SpecNode root, SchemaSample sample, bool isFull)
    {
        if (parameter.HasDefaultValue && !isFull)
        {
            return null;
        }

        var name = parameter.Name!;
        if (Plan.Parameters.FirstOrDefault(candidate => candidate.Name.TrimStart('@') == name) is { } plan)
        {
            var node = Api.Parameters.Find(candidate => candidate.Name == plan.JsonName && candidate.Location == plan.Location)!.Node;
            // Headers are the one place where a text has to be ASCII.
            var values = plan.Location == "header" ? new SchemaSample(root, isFull, "word") : sample;
            return Values.Argument.Of(parameter.ParameterType, values.Of(node["schema"] ?? node["content"]!.Members[0].Value["schema"]));
        }

        // The usual media type is what the caller gets who does not choose one.
        return Plan.Body is { } body && body.ChoiceName?.TrimStart('@') != name ? Values.Argument.Of(parameter.ParameterType, Body(body, name, root, sample)) : null;
    }

    private JsonNode Body(BodyPlan body, string name, SpecNode root, SchemaSample sample)
    {
        var content = DocumentNodes.Target(root, Api.Node["requestBody"])!["content"]!;
        var used = Api.Body.Find(candidate => body.Kind == BodyKind.Json ? candidate.IsJson : candidate.MediaType == body.MediaType)?.MediaType;
        var schema = (content.Members.FirstOrDefault(member => member.Name == used) is { Value: { } found } ? found : content.Members[0].Value)["schema"];
        if (body.Kind != BodyKind.Multipart)
        {
            return sample.Of(schema);
        }

        var field = body.Fields.First(candidate => candidate.Name.TrimStart('@') == name).JsonName;
        return sample.Of(new SchemaFacts(root, schema).Properties().First(property => property.Name == field).Schema);
    }

    private static async Task FinishAsync(object pending, CancellationToken cancellationToken)
    {
        if (pending is not Task task)
        {
            // An async stream of whatever type.
            await (Task)typeof(WireOperation).GetMethod(nameof(DrainAsync), BindingFlags.NonPublic | BindingFlags.Static)!
                .MakeGenericMethod(pending.GetType().GetInterfaces().First(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>)).GetGenericArguments()[0])
                .Invoke(null, [pending, cancellationToken])!;
            return;
        }

        await task;
        if (task is Task<Stream> { Result: { } stream })
        {
            await using (stream)
            {
                await stream.CopyToAsync(Stream.Null, cancellationToken);
            }
        }
    }

    private static async Task DrainAsync<T>(IAsyncEnumerable<T> items, CancellationToken cancellationToken)
    {
        await foreach (var _ in items.WithCancellation(cancellationToken))
        {
            cancellationToken.ThrowIfCancellationRequested();
        }
    }
}
