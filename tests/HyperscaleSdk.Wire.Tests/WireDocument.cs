using System.Reflection;
using HyperscaleSdk.Generators;
using HyperscaleSdk.Generators.Planning;
using HyperscaleSdk.Specification.OpenApi;
using HyperscaleSdk.Specification.Text;
using HyperscaleSdk.TestKit;

namespace HyperscaleSdk.Wire.Tests;

/// <summary>A document whose client was generated, compiled and loaded.</summary>
internal sealed class WireDocument
{
    private const string Namespace = "Generated.Test";

    private readonly Assembly _assembly;

    private WireDocument(Assembly assembly, ApiDocument document, IReadOnlyList<OperationPlan> operations)
    {
        _assembly = assembly;
        Document = document;
        Operations = [.. operations.Select(plan => new WireOperation(plan, document.Operations.First(operation => operation.Id == plan.Id && operation.Method == plan.HttpMethod && operation.Path == plan.Path)))];
    }

    public ApiDocument Document { get; }

    public IReadOnlyList<WireOperation> Operations { get; }

    public static WireDocument Load(string path, CancellationToken cancellationToken)
    {
        var text = File.ReadAllText(path);
        var assembly = new GeneratorRun(new HyperscaleGenerator(), SpecText.Spec(path, text)).Generate().Load();
        var plan = SpecCompiler.Compile(new SpecRequest(path, text, BindingPath: null, BindingText: null, Namespace, ModelNamespace: null, "Test"), cancellationToken).Plan!;
        var source = SpecReader.Read(path, text, cancellationToken);
        return new WireDocument(assembly, OpenApiReader.Read(source, source.Root, out _, cancellationToken)!, plan.Operations);
    }

    /// <summary>A client that talks to an address; it never tries twice.</summary>
    public IDisposable Client(Uri address, HttpMessageHandler handler)
    {
        var options = (HyperscaleClientOptions)Activator.CreateInstance(_assembly.GetType(Namespace + ".TestOptions", throwOnError: true)!)!;
        options.ApiKey = "user:password";
        options.BaseAddress = address;
        options.MaxRetries = 0;
        options.Timeout = TimeSpan.FromSeconds(10);
        return (IDisposable)Activator.CreateInstance(_assembly.GetType(Namespace + ".TestClient", throwOnError: true)!, options, new HttpClient(handler))!;
    }
}
