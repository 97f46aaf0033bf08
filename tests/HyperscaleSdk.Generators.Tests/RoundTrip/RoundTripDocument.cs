using System.Reflection;
using HyperscaleSdk.Generators.Planning;
using HyperscaleSdk.Runtime;
using HyperscaleSdk.Specification.OpenApi;
using HyperscaleSdk.Specification.Text;
using HyperscaleSdk.TestKit;

namespace HyperscaleSdk.Generators.Tests.RoundTrip;

/// <summary>A document whose client was generated, compiled and loaded, with the plan that says which schema became which type.</summary>
internal sealed class RoundTripDocument
{
    private const string Namespace = "Generated.Test";

    private readonly SchemaPlanner _schemas;

    private RoundTripDocument(Assembly assembly, ApiDocument document, SchemaPlanner schemas)
    {
        _schemas = schemas;
        Document = document;
        Models = [.. assembly.GetTypes().Where(IsModel).OrderBy(type => type.Name, StringComparer.Ordinal)];
    }

    public ApiDocument Document { get; }

    /// <summary>Every type that reads and writes itself.</summary>
    public IReadOnlyList<Type> Models { get; }

    public static RoundTripDocument Load(string path, string text, CancellationToken cancellationToken)
    {
        var assembly = new GeneratorRun(new HyperscaleGenerator(), SpecText.Spec(path, text)).Generate().Load();
        var source = SpecReader.Read(path, text, cancellationToken);
        var document = OpenApiReader.Read(source, source.Root, out _, cancellationToken)!;
        var schemas = new SchemaPlanner(Namespace, "Test", cancellationToken);

        // As SpecCompiler goes about it: types get their names in this order.
        schemas.PlanComponents(document.Schemas);
        document.Payloads.ForEach(payload => schemas.TypeOf(payload.Schema, CSharp.Pascal(payload.Name, "Webhook") + "Payload"));
        var operations = new OperationPlanner(document, schemas, "Test", []);
        document.Operations.ForEach(operation => operations.Plan(operation));
        return new RoundTripDocument(assembly, document, schemas);
    }

    /// <summary>What a schema became; null when nothing of the client uses it.</summary>
    public TypePlan? TypeOf(ApiSchema schema)
    {
        var plan = _schemas.TypeOf(schema, "Unknown");
        for (var inner = plan; inner is not null; inner = inner.Element)
        {
            if (inner.IsGenerated && ModelOf(inner) is null)
            {
                return null;
            }
        }

        return plan;
    }

    /// <summary>The type of a model; null when there is none.</summary>
    public Type? ModelOf(TypePlan plan) => Models.FirstOrDefault(type => type.Name == plan.Name);

    private static bool IsModel(Type type) => Array.Exists(type.GetInterfaces(), face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IJsonModel<>));
}
