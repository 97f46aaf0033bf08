using System.Collections.Generic;
using System.Linq;
using HyperscaleSdk.Generators.Planning;

namespace HyperscaleSdk.Generators.Emission.Refit;

/// <summary>An operation while it is planned.</summary>
internal sealed class RefitDraft
{
    private readonly ICollection<RefitProblem> _problems;

    public RefitDraft(OperationPlan operation, ICollection<RefitProblem> problems)
    {
        Operation = operation;
        _problems = problems;
        var body = operation.Body is { } plan ? plan.Fields.Select(field => field.Name).Concat(new[] { plan.Name, plan.ChoiceName ?? "" }) : Enumerable.Empty<string>();
        Names = new NameScope(operation.Parameters.Select(parameter => parameter.Name).Concat(body).Concat(new[] { "cancellationToken" }));
    }

    public OperationPlan Operation { get; }

    /// <summary>The C# names of the method's parameters.</summary>
    public NameScope Names { get; }

    public List<RefitParameter> Parameters { get; } = new();

    public List<RefitParameter> BodyParameters { get; } = new();

    public List<RefitFlatModel> FlatModels { get; } = new();

    public string? ContentType { get; set; }

    public bool IsMultipart { get; set; }

    public bool WritesValues { get; private set; }

    public void Report(RefitProblem problem) => _problems.Add(problem);

    /// <summary>Notes that Refit writes values of a type into a URL or a form.</summary>
    public void Writes(TypePlan type)
        => WritesValues |= (type.Element ?? type).Kind is TypeKind.Boolean or TypeKind.DateTimeOffset or TypeKind.DateOnly or TypeKind.Uri or TypeKind.Bytes;
}
