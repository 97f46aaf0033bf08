using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using HyperscaleSdk.Generators.Infrastructure;
using HyperscaleSdk.Generators.Planning;

namespace HyperscaleSdk.Generators.Emission.Refit;

/// <summary>Plans how operations are said in Refit's attributes. What they cannot say is reported, and sent by no guess.</summary>
internal sealed class RefitPlanner
{
    private readonly RefitVocabulary _words;
    private readonly RefitParameterPlanner _parameters;
    private readonly RefitQueryPlanner _query;
    private readonly RefitBodyPlanner _body;

    public RefitPlanner(IReadOnlyDictionary<string, ModelPlan> models, RefitVocabulary words)
    {
        _words = words;
        _parameters = new RefitParameterPlanner(words);
        _query = new RefitQueryPlanner(models, words);
        _body = new RefitBodyPlanner(models, words);
    }

    /// <summary>The operation as a method; null when it has to be left out.</summary>
    public RefitOperation? Plan(OperationPlan operation, ICollection<RefitProblem> problems)
    {
        if (RefitStyles.Verb(operation.HttpMethod) is not { } verb)
        {
            problems.Add(RefitProblem.Method(operation));
            return null;
        }

        var draft = new RefitDraft(operation, problems);
        PlanParameters(draft);
        if (operation.Body is { } body)
        {
            _body.Plan(body, draft);
        }

        var all = Order(draft).ToList();
        if (operation.Path.IndexOf('{') >= 0 && SameName(all) is { } name)
        {
            problems.Add(RefitProblem.SameName(operation, name));
            return null;
        }

        if (operation.Server is not null)
        {
            draft.Report(RefitProblem.Server(operation));
        }

        if (operation is { Answer: AnswerKind.Json, AnswerType.Kind: TypeKind.String })
        {
            draft.Report(RefitProblem.JsonText(operation));
        }

        var path = Name(all, operation.Path);
        return new RefitOperation(
            operation, verb, path, new EquatableArray<RefitParameter>(all), draft.ContentType, draft.IsMultipart, new EquatableArray<RefitFlatModel>(draft.FlatModels), draft.WritesValues);
    }

    private void PlanParameters(RefitDraft draft)
    {
        foreach (var parameter in draft.Operation.Parameters)
        {
            switch (parameter.Location)
            {
                case "path":
                    draft.Parameters.Add(_parameters.Path(parameter, draft));
                    break;
                case "header":
                    draft.Parameters.Add(_parameters.Header(parameter, draft));
                    break;
                case "cookie":
                    break;
                default:
                    draft.Parameters.AddRange(_query.Plan(parameter, draft));
                    break;
            }
        }

        if (draft.Operation.Parameters.Any(parameter => parameter.Location == "cookie"))
        {
            draft.Parameters.Add(_parameters.Cookies(draft));
        }
    }

    // As in the typed client: what is required first, and the body before what only shapes the call.
    private static IEnumerable<RefitParameter> Order(RefitDraft draft)
        => draft.Parameters.Where(parameter => parameter.IsRequired)
            .Concat(draft.BodyParameters.Where(parameter => parameter.IsRequired))
            .Concat(draft.BodyParameters.Where(parameter => !parameter.IsRequired))
            .Concat(draft.Parameters.Where(parameter => !parameter.IsRequired));

    // Where a path has placeholders, Refit looks parameters up by their names without regard to case.
    private static string? SameName(IEnumerable<RefitParameter> parameters)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return parameters.FirstOrDefault(parameter => parameter.WireName is { } name && !seen.Add(name))?.WireName;
    }

    // Names on the wire are given; everything else gets a name that none of them has, so that a placeholder finds its own parameter.
    private string Name(List<RefitParameter> parameters, string path)
    {
        var names = new NameScope(parameters.Select(parameter => parameter.WireName).OfType<string>());
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < parameters.Count; i++)
        {
            var parameter = parameters[i];
            var own = parameter.Name.TrimStart('@');
            var name = parameter.WireName ?? names.Take(parameter.Placeholder is { } placeholder && IsPlaceholder(placeholder) ? placeholder : own);
            if (parameter.Placeholder is not null)
            {
                values[parameter.Placeholder] = $"{parameter.Prefix}{{{name}}}";
            }

            if (name != own)
            {
                parameters[i] = parameter with { Attributes = (_words.Alias(name) + " " + parameter.Attributes).TrimEnd() };
            }
        }

        return PathOf(path, values);
    }

    private static string PathOf(string path, IReadOnlyDictionary<string, string> values)
    {
        var text = new StringBuilder(path.StartsWith("/", StringComparison.Ordinal) ? "" : "/");
        for (var at = 0; at < path.Length; at++)
        {
            var close = path[at] == '{' ? path.IndexOf('}', at) : -1;
            if (close > 0)
            {
                text.Append(values[path.Substring(at + 1, close - at - 1)]);
                at = close;
            }
            else
            {
                // Refit refuses a whole interface for a line break in one path.
                text.Append(char.IsControl(path[at]) ? Uri.EscapeDataString(path[at].ToString()) : path[at].ToString());
            }
        }

        return text.ToString();
    }

    // Refit reads "?" and "*" in a placeholder, and older versions make a regular expression of it.
    private static bool IsPlaceholder(string name)
        => name.Length > 0 && IsLetter(name[0]) && name.All(c => IsLetter(c) || c is (>= '0' and <= '9') or '-');

    private static bool IsLetter(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '_';
}
