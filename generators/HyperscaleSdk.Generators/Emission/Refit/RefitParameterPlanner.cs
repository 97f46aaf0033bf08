using System.Linq;
using HyperscaleSdk.Generators.Planning;

namespace HyperscaleSdk.Generators.Emission.Refit;

/// <summary>Plans parameters in the path, in headers and in cookies.</summary>
internal sealed class RefitParameterPlanner
{
    private readonly RefitVocabulary _words;

    public RefitParameterPlanner(RefitVocabulary words) => _words = words;

    public RefitParameter Path(ParameterPlan parameter, RefitDraft draft)
    {
        // A class without an attribute would be taken for the body: an address is text here.
        var typed = parameter.Type is { IsScalar: true } and not { Kind: TypeKind.Uri } && parameter.Style != "Json";
        var prefix = typed ? RefitStyles.Prefix(parameter) : "";
        typed &= prefix.Length <= 1 || IsPlain(parameter.JsonName);
        if (!typed)
        {
            draft.Report(RefitProblem.Text(draft.Operation, parameter));
        }

        draft.Writes(parameter.Type);
        return Of(parameter, typed ? parameter.Type.Code : "string", "") with { Placeholder = parameter.JsonName, Prefix = typed ? prefix : "" };
    }

    public RefitParameter Header(ParameterPlan parameter, RefitDraft draft)
    {
        // Refit writes a header with ToString: what that writes in the way of a culture, or of .NET, is text.
        var typed = parameter.Type.Kind is TypeKind.String or TypeKind.Int32 or TypeKind.Int64 or TypeKind.Guid or TypeKind.Enum && parameter.Style != "Json";
        if (!typed)
        {
            draft.Report(RefitProblem.Text(draft.Operation, parameter));
        }

        return Of(parameter, typed ? parameter.Type.Code : "string", _words.Header(parameter.JsonName));
    }

    /// <summary>One header holds all cookies. Call it when there is one.</summary>
    public RefitParameter Cookies(RefitDraft draft)
    {
        var cookies = draft.Operation.Parameters.Where(parameter => parameter.Location == "cookie").ToList();
        foreach (var cookie in cookies)
        {
            draft.Report(RefitProblem.Cookie(draft.Operation, cookie));
        }

        var example = string.Join("; ", cookies.Select(cookie => CSharp.Doc(cookie.JsonName) + "=…"));
        var isRequired = cookies.Exists(cookie => cookie.Required);
        return new RefitParameter(
            isRequired ? "string" : "string?", draft.Names.Take("cookies"), _words.Header("Cookie"), isRequired ? null : "null", $"The cookies: <c>{example}</c>.");
    }

    private static RefitParameter Of(ParameterPlan parameter, string type, string attributes) => new(
        parameter.Required ? type : type + "?", parameter.Name, attributes, parameter.Required ? null : "null", OperationDocs.Of(parameter));

    private static bool IsPlain(string name) => name.All(c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' or '-');
}
