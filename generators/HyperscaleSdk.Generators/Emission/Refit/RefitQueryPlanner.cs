using System.Collections.Generic;
using System.Linq;
using HyperscaleSdk.Generators.Infrastructure;
using HyperscaleSdk.Generators.Planning;

namespace HyperscaleSdk.Generators.Emission.Refit;

/// <summary>Plans parameters in the query: one value, a list, or an object whose members Refit writes one by one.</summary>
internal sealed class RefitQueryPlanner
{
    private readonly IReadOnlyDictionary<string, ModelPlan> _models;
    private readonly RefitVocabulary _words;

    public RefitQueryPlanner(IReadOnlyDictionary<string, ModelPlan> models, RefitVocabulary words)
    {
        _models = models;
        _words = words;
    }

    public IEnumerable<RefitParameter> Plan(ParameterPlan parameter, RefitDraft draft)
    {
        if (parameter.AllowReserved)
        {
            draft.Report(RefitProblem.Reserved(draft.Operation, parameter));
        }

        draft.Writes(parameter.Type);
        var type = parameter.Type;
        return (type.Kind, parameter.Style) switch
        {
            (_, "Json") => Text(parameter, draft),
            (TypeKind.List or TypeKind.Singles, _) => List(parameter, draft),
            (TypeKind.Model, "FormExploded") => Object(parameter, draft),
            (TypeKind.Model, "DeepObject") => Members(parameter, draft),
            (TypeKind.Map, "FormExploded") when type.Element!.IsScalar => One(Of(parameter, type.Code, _words.Query)),
            (TypeKind.Map, "FormExploded") or (TypeKind.Map or TypeKind.Union or TypeKind.Any, "DeepObject") => Entries(parameter, draft),
            _ when type.IsScalar => One(Of(parameter, type.Code, _words.Query) with { WireName = parameter.JsonName }),
            _ => Text(parameter, draft),
        };
    }

    private IEnumerable<RefitParameter> Text(ParameterPlan parameter, RefitDraft draft)
    {
        draft.Report(RefitProblem.Text(draft.Operation, parameter));
        return One(Of(parameter, "string", _words.Query) with { WireName = parameter.JsonName });
    }

    private IEnumerable<RefitParameter> List(ParameterPlan parameter, RefitDraft draft)
    {
        if (RefitStyles.Format(parameter.Style) is not { } format)
        {
            return Text(parameter, draft);
        }

        var type = parameter.Type.Code;
        if (parameter.Type is { Kind: TypeKind.List, Element.IsScalar: false })
        {
            draft.Report(RefitProblem.Texts(draft.Operation, parameter));
            type = "IEnumerable<string>";
        }

        return One(Of(parameter, type, _words.QueryList(format)) with { WireName = parameter.JsonName });
    }

    private IEnumerable<RefitParameter> Entries(ParameterPlan parameter, RefitDraft draft)
    {
        draft.Report(RefitProblem.Entries(draft.Operation, parameter));
        return One(Of(parameter, "IDictionary<string, string>", _words.Query));
    }

    private IEnumerable<RefitParameter> Object(ParameterPlan parameter, RefitDraft draft)
    {
        var flat = new RefitFlatModel(parameter.Type.Name!, parameter.Style, EquatableArray<FieldPlan>.Empty);
        draft.FlatModels.Add(flat);
        foreach (var property in Properties(parameter))
        {
            draft.Writes(property.Type);
            if (!flat.CanWrite(property))
            {
                ReportMember(parameter, property, draft);
            }
        }

        return One(Of(parameter, parameter.Type.Code, _words.Query));
    }

    // Refit has no way to write brackets around a member's name: each member is a parameter, whose name has them.
    private IEnumerable<RefitParameter> Members(ParameterPlan parameter, RefitDraft draft)
    {
        var members = new List<RefitParameter>();
        foreach (var property in Properties(parameter))
        {
            if (!property.Type.IsScalar)
            {
                ReportMember(parameter, property, draft);
                continue;
            }

            draft.Writes(property.Type);
            var isRequired = parameter.Required && !property.MayBeNull;
            var name = draft.Names.Take(CSharp.Camel(parameter.JsonName + " " + property.JsonName, "member"));
            var doc = property.Doc.Length > 0 ? property.Doc : $"The member <c>{CSharp.Doc(property.JsonName)}</c> of the query parameter <c>{CSharp.Doc(parameter.JsonName)}</c>.";
            members.Add(new RefitParameter(property.Type.Code + (isRequired ? "" : "?"), name, _words.Query, isRequired ? null : "null", doc)
            {
                WireName = $"{parameter.JsonName}[{property.JsonName}]",
            });
        }

        return members.Count > 0 ? members : Entries(parameter, draft);
    }

    private IEnumerable<PropertyPlan> Properties(ParameterPlan parameter)
        => _models.TryGetValue(parameter.Type.Name!, out var model) && model is ObjectPlan plan ? plan.Properties : Enumerable.Empty<PropertyPlan>();

    private static void ReportMember(ParameterPlan parameter, PropertyPlan property, RefitDraft draft) => draft.Report(RefitProblem.Member(
        draft.Operation, $"the query parameter '{parameter.JsonName}'", $"쿼리 매개변수 '{parameter.JsonName}'", property.JsonName));

    private static RefitParameter Of(ParameterPlan parameter, string type, string attributes) => new(
        parameter.Required ? type : type + "?", parameter.Name, attributes, parameter.Required ? null : "null", OperationDocs.Of(parameter));

    private static IEnumerable<RefitParameter> One(RefitParameter parameter) => new[] { parameter };
}
