using HyperscaleSdk.Generators.Planning;

namespace HyperscaleSdk.Generators.Emission;

/// <summary>Emits the documentation of an operation's method.</summary>
internal static class OperationDocs
{
    public static void Emit(CodeWriter writer, OperationPlan plan, string returns)
    {
        writer.Summary(plan.Summary, $"<c>{plan.HttpMethod} {CSharp.Doc(plan.Path)}</c>");
        writer.Doc("remarks", plan.Remarks);
        foreach (var parameter in plan.Parameters)
        {
            Parameter(writer, parameter.Name, parameter.Doc, $"The {CSharp.Doc(parameter.Location)} parameter <c>{CSharp.Doc(parameter.JsonName)}</c>.");
        }

        if (plan.Body is { } body)
        {
            EmitBody(writer, body);
        }

        writer.Line("/// <param name=\"cancellationToken\">Cancels the call.</param>");
        writer.Line($"/// <returns>{returns}</returns>");
        writer.Line("/// <exception cref=\"HyperscaleException\">The provider refused the call, could not be reached, or answered what cannot be read.</exception>");
        SourceFile.Obsolete(writer, plan.Deprecated);
    }

    private static void EmitBody(CodeWriter writer, BodyPlan body)
    {
        if (body.Kind != BodyKind.Multipart)
        {
            Parameter(writer, body.Name, body.Doc, $"The body ({CSharp.Doc(body.MediaType)}).");
        }
        else
        {
            foreach (var field in body.Fields)
            {
                Parameter(writer, field.Name, field.Doc, $"The part <c>{CSharp.Doc(field.JsonName)}</c> of the form.");
            }
        }

        if (body.ChoiceName is { } choice)
        {
            Parameter(writer, choice, "The media type of the body.", "");
        }
    }

    private static void Parameter(CodeWriter writer, string name, string doc, string otherwise)
        => writer.Doc("param", doc.Length > 0 ? doc : otherwise, $" name=\"{name.TrimStart('@')}\"");
}
