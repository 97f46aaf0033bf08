using HyperscaleSdk.Specification.Text;
using HyperscaleSdk.TestKit;

namespace HyperscaleSdk.Generators.Tests.RefitStyle;

/// <summary>A document, made into interfaces for Refit.</summary>
internal sealed class RefitRun
{
    public RefitRun(string path, string text, string clientName = "Test", string? modelNamespace = null)
    {
        var request = new SpecRequest(path, text, BindingPath: null, BindingText: null, "Generated." + clientName, modelNamespace, clientName) { Style = SpecStyle.Refit };
        var outcome = SpecCompiler.Compile(request, TestContext.Current.CancellationToken);
        Plan = Assert.IsType<SpecPlan>(outcome.Plan);
        Diagnostics = [.. outcome.Diagnostics];
        Files = SpecEmitter.Emit(Plan, SpecStyle.Refit).ToDictionary(file => file.Name, file => file.Source, StringComparer.Ordinal);
    }

    public SpecPlan Plan { get; }

    public IReadOnlyList<SpecDiagnostic> Diagnostics { get; }

    public IEnumerable<SpecDiagnostic> Problems => Diagnostics.Where(diagnostic => diagnostic.Id == "HSAI1020");

    public IReadOnlyDictionary<string, string> Files { get; }

    public static RefitRun Of(string paths, string components = "") => new("test.yaml", $"""
        openapi: 3.1.0
        info: {"{"} title: Test, version: "1" {"}"}
        servers: [{"{"} url: https://test.example/v1 {"}"}]
        paths:
        {Specs.Indent(paths, 2)}
        {(components.Length == 0 ? "" : "components:\n" + Specs.Indent(components, 2))}
        """);

    /// <summary>The lines of an interface that are no comment.</summary>
    public string Code(string name) => string.Join('\n', Files[name].Split('\n').Where(line => !line.TrimStart().StartsWith("///", StringComparison.Ordinal)));

    /// <summary>Compiles it together with C# of a consumer.</summary>
    public CompiledCode Compile(string consumer = "") => new CompiledCode(Files.Append(KeyValuePair.Create("Consumer", consumer))).ShouldCompile();
}
