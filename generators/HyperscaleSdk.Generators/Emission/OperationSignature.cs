using System.Collections.Generic;
using HyperscaleSdk.Generators.Planning;

namespace HyperscaleSdk.Generators.Emission;

/// <summary>The parameters of an operation's method: the required ones first, then the optional ones, the cancellation token last.</summary>
internal static class OperationSignature
{
    public static string Of(OperationPlan plan)
    {
        var required = new List<string>();
        var optional = new List<string>();
        foreach (var parameter in plan.Parameters)
        {
            Add(parameter.Type.Code, parameter.Name, parameter.Required);
        }

        if (plan.Body is { } body)
        {
            // The body is what a call is about: it stands before what only shapes the call.
            var rest = new List<string>(optional);
            optional.Clear();
            AddBody(body, Add);
            optional.AddRange(rest);
        }

        return string.Join(", ", [.. required, .. optional, "CancellationToken cancellationToken = default"]);

        void Add(string type, string name, bool isRequired) => (isRequired ? required : optional).Add(isRequired ? $"{type} {name}" : $"{type}? {name} = null");
    }

    private static void AddBody(BodyPlan body, System.Action<string, string, bool> add)
    {
        switch (body.Kind)
        {
            case BodyKind.Multipart:
                foreach (var field in body.Fields)
                {
                    add(field.Code, field.Name, field.Required);
                }

                break;
            case BodyKind.Text:
                add("string", body.Name, body.Required);
                break;
            case BodyKind.Bytes:
                add("Stream", body.Name, body.Required);
                break;
            default:
                add(body.Type?.Code ?? "HttpContent", body.Name, body.Required);
                break;
        }

        if (body.ChoiceName is { } choice)
        {
            add("string", choice, false);
        }
    }
}
