using System.Collections.Generic;
using System.Linq;
using HyperscaleSdk.Generators.Planning;

namespace HyperscaleSdk.Generators.Emission.Refit;

/// <summary>Plans how the body of an operation is handed over.</summary>
internal sealed class RefitBodyPlanner
{
    private readonly IReadOnlyDictionary<string, ModelPlan> _models;
    private readonly RefitVocabulary _words;
    private readonly RefitPartPlanner _parts;

    public RefitBodyPlanner(IReadOnlyDictionary<string, ModelPlan> models, RefitVocabulary words)
    {
        _models = models;
        _words = words;
        _parts = new RefitPartPlanner(words);
    }

    public void Plan(BodyPlan body, RefitDraft draft)
    {
        switch (body.Kind)
        {
            case BodyKind.Json:
                // A string that is not serialised would go out as it is, without JSON's quotes.
                Add(body, body.Type!.Code, body.Type.Kind == TypeKind.String ? _words.BodyAs("Serialized") : _words.Body, draft);
                break;
            case BodyKind.Form:
                PlanForm(body, draft);
                break;
            case BodyKind.Multipart:
                _parts.Plan(body, draft);
                break;
            case BodyKind.Text:
                draft.ContentType = MediaType(body);
                Add(body, "string", _words.Body, draft);
                break;
            case BodyKind.Bytes:
                Add(body, "Stream", _words.Body, draft);
                PlanMediaType(body, draft);
                break;
            default:
                Add(body, "HttpContent", _words.Body, draft);
                break;
        }
    }

    private void PlanForm(BodyPlan body, RefitDraft draft)
    {
        var type = body.Type!;
        draft.Writes(type);
        if (type.Kind == TypeKind.Model && _models.TryGetValue(type.Name!, out var model) && model is ObjectPlan plan)
        {
            var flat = new RefitFlatModel(plan.Name, body.Style, body.Fields);
            draft.FlatModels.Add(flat);
            foreach (var property in plan.Properties)
            {
                draft.Writes(property.Type);
                if (!flat.CanWrite(property))
                {
                    draft.Report(RefitProblem.Member(draft.Operation, "the form", "양식", property.JsonName));
                }
            }
        }
        else if (type is not { Kind: TypeKind.Map, Element.IsScalar: true })
        {
            draft.Report(RefitProblem.Form(draft.Operation));
            type = new TypePlan(TypeKind.Map, Element: TypePlan.String);
        }

        Add(body, type.Code, _words.BodyAs("UrlEncoded"), draft);
    }

    private void PlanMediaType(BodyPlan body, RefitDraft draft)
    {
        if (body.ChoiceName is { } choice)
        {
            // Null would take the header away, so the usual type is the default.
            draft.BodyParameters.Add(new RefitParameter("string", choice, _words.Header("Content-Type"), CSharp.Literal(MediaType(body)), "The media type of the body."));
        }
        else
        {
            draft.ContentType = MediaType(body);
        }
    }

    private static void Add(BodyPlan body, string type, string attributes, RefitDraft draft)
    {
        var doc = OperationDocs.Of(body);
        if (!body.Required && body.Kind != BodyKind.Form)
        {
            doc += " Refit sends JSON's <c>null</c> when it is left out.";
        }

        draft.BodyParameters.Add(new RefitParameter(body.Required ? type : type + "?", body.Name, attributes, body.Required ? null : "null", doc));
    }

    // It becomes a header, which holds one line of ASCII.
    private static string MediaType(BodyPlan body) => body.MediaType.All(c => c is >= ' ' and <= '~') ? body.MediaType : "application/octet-stream";
}
