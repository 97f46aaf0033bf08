using HyperscaleSdk.Generators.Planning;

namespace HyperscaleSdk.Generators.Emission;

/// <summary>Emits the documentation of an operation's method.</summary>
internal static class OperationDocs
{
    public static void Emit(CodeWriter writer, OperationPlan plan, string returns)
    {
        Start(writer, plan);
        foreach (var parameter in plan.Parameters)
        {
            Parameter(writer, parameter.Name, Of(parameter));
        }

        if (plan.Body is { } body)
        {
            EmitBody(writer, body);
        }

        End(writer, plan, returns, "HyperscaleException", "The provider refused the call, could not be reached, or answered what cannot be read.");
    }

    /// <summary>What stands before the parameters.</summary>
    public static void Start(CodeWriter writer, OperationPlan plan)
    {
        writer.Summary(plan.Summary, $"<c>{plan.HttpMethod} {CSharp.Doc(plan.Path)}</c>");
        writer.Doc("remarks", plan.Remarks);
    }

    public static void Parameter(CodeWriter writer, string name, string doc) => writer.Doc("param", doc, $" name=\"{name.TrimStart('@')}\"");

    /// <summary>What stands behind the parameters, and the mark of a deprecated operation.</summary>
    public static void End(CodeWriter writer, OperationPlan plan, string returns, string exception, string when)
    {
        Parameter(writer, "cancellationToken", "Cancels the call.");
        writer.Line($"/// <returns>{returns}</returns>");
        writer.Line($"/// <exception cref=\"{exception}\">{when}</exception>");
        SourceFile.Obsolete(writer, plan.Deprecated);
    }

    public static string Of(ParameterPlan parameter) => parameter.Doc.Length > 0 ? parameter.Doc : $"The {CSharp.Doc(parameter.Location)} parameter <c>{CSharp.Doc(parameter.JsonName)}</c>.";

    public static string Of(BodyPlan body) => body.Doc.Length > 0 ? body.Doc : $"The body ({CSharp.Doc(body.MediaType)}).";

    public static string Of(FieldPlan field) => field.Doc.Length > 0 ? field.Doc : $"The part <c>{CSharp.Doc(field.JsonName)}</c> of the form.";

    private static void EmitBody(CodeWriter writer, BodyPlan body)
    {
        if (body.Kind != BodyKind.Multipart)
        {
            Parameter(writer, body.Name, Of(body));
        }
        else
        {
            foreach (var field in body.Fields)
            {
                Parameter(writer, field.Name, Of(field));
            }
        }

        if (body.ChoiceName is { } choice)
        {
            Parameter(writer, choice, "The media type of the body.");
        }
    }
}
