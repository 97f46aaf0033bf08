using System;
using HyperscaleSdk.Generators.Planning;

namespace HyperscaleSdk.Generators.Emission.Refit;

/// <summary>Plans the parts of a multipart body. Refit sends strings as text, files as they are, and everything else as JSON.</summary>
internal sealed class RefitPartPlanner
{
    private readonly RefitVocabulary _words;

    public RefitPartPlanner(RefitVocabulary words) => _words = words;

    public void Plan(BodyPlan body, RefitDraft draft)
    {
        draft.IsMultipart = true;
        if (!body.MediaType.StartsWith("multipart/form-data", StringComparison.OrdinalIgnoreCase))
        {
            draft.Report(RefitProblem.Multipart(draft.Operation, body.MediaType));
        }

        foreach (var field in body.Fields)
        {
            draft.BodyParameters.Add(PlanPart(field, draft));
        }
    }

    private RefitParameter PlanPart(FieldPlan field, RefitDraft draft)
    {
        var type = field.Files switch
        {
            FileCount.One => _words.StreamPart,
            FileCount.Many => $"IEnumerable<{_words.StreamPart}>",
            _ when IsSentAsMeant(field.Type) => field.Type.Code,
            _ => AsWritten(field, draft),
        };
        var doc = OperationDocs.Of(field);
        if (field.ContentType is { } contentType)
        {
            if (field.Files != FileCount.None)
            {
                doc += $" Its media type is <c>{CSharp.Doc(contentType)}</c>.";
            }
            else if (!IsChosen(field.Type, contentType))
            {
                draft.Report(RefitProblem.PartType(draft.Operation, field));
            }
        }

        return new RefitParameter(field.Required ? type : type + "?", field.Name, "", field.Required ? null : "null", doc) { WireName = field.JsonName };
    }

    // A number or a boolean is the same in JSON and in text; a date, or a value of an enum, would have quotes.
    private static bool IsSentAsMeant(TypePlan type)
        => type.IsNumber || type.Kind is TypeKind.String or TypeKind.Boolean or TypeKind.Model or TypeKind.Map || type is { Kind: TypeKind.List, Element.Kind: TypeKind.String or TypeKind.Model };

    private static bool IsChosen(TypePlan type, string contentType) => type.Kind is TypeKind.Model or TypeKind.Map or TypeKind.Boolean || type.IsNumber
        ? contentType.IndexOf("json", StringComparison.OrdinalIgnoreCase) >= 0
        : contentType.StartsWith("text/plain", StringComparison.OrdinalIgnoreCase);

    private static string AsWritten(FieldPlan field, RefitDraft draft)
    {
        if (field.Type.Kind is TypeKind.Union or TypeKind.Any)
        {
            draft.Report(RefitProblem.AnyPart(draft.Operation, field));
            return "object";
        }

        draft.Report(RefitProblem.Part(draft.Operation, field));
        return field.Type.Kind is TypeKind.List or TypeKind.Singles ? "IEnumerable<string>" : "string";
    }
}
