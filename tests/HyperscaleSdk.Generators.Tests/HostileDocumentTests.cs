using System.Text;
using HyperscaleSdk.TestKit;

namespace HyperscaleSdk.Generators.Tests;

/// <summary>Documents that are made to hang or crash the compiler that reads them.</summary>
public sealed class HostileDocumentTests
{
    private const int Many = 20_000;

    [Fact]
    public void Schemas_ThatReferToOneAnotherInALongChain_AreALoopAndNoRecursion()
        => Survives(schemas =>
        {
            for (var i = 0; i < Many; i++)
            {
                schemas.Append($"S{i}: {{ type: object, properties: {{ next: {{ $ref: '#/components/schemas/S{i + 1}' }} }} }}\n");
            }

            schemas.Append($"S{Many}: {{ type: string }}\n");
        });

    [Fact]
    public void Aliases_InALongChain_AreNoRecursion()
        => Survives(schemas =>
        {
            for (var i = 0; i < Many; i++)
            {
                schemas.Append($"S{i}: {{ type: array, items: {{ $ref: '#/components/schemas/S{i + 1}' }} }}\n");
            }

            schemas.Append($"S{Many}: {{ type: string }}\n");
        });

    [Fact]
    public void Compositions_InALongChain_AreNoRecursion()
        => Survives(schemas =>
        {
            for (var i = 0; i < 1_000; i++)
            {
                schemas.Append($"S{i}: {{ allOf: [{{ $ref: '#/components/schemas/S{i + 1}' }}, {{ type: object, properties: {{ p{i}: {{ type: string }} }} }}] }}\n");
            }

            schemas.Append("S1000: { type: object, properties: { last: { type: string } } }\n");
        });

    [Fact]
    public void Compositions_ThatLeadRound_End()
        => Survives(schemas => schemas.Append("""
            A: { allOf: [{ $ref: '#/components/schemas/B' }] }
            B: { allOf: [{ $ref: '#/components/schemas/A' }] }
            C: { $ref: '#/components/schemas/C' }
            D: { oneOf: [{ $ref: '#/components/schemas/D' }, { type: string }] }
            E: { type: array, items: { $ref: '#/components/schemas/E' } }

            """));

    [Fact]
    public void Enum_WithAHundredThousandValues_IsRead()
        => Survives(schemas =>
        {
            schemas.Append("E: { type: string, enum: [");
            for (var i = 0; i < 100_000; i++)
            {
                schemas.Append('v').Append(i).Append(", ");
            }

            schemas.Append("] }\n");
        });

    [Fact]
    public void Object_WithManyMembers_IsRead()
        => Survives(schemas =>
        {
            schemas.Append("O:\n  type: object\n  properties:\n");
            for (var i = 0; i < Many; i++)
            {
                schemas.Append("    m").Append(i).Append(": { type: string }\n");
            }
        });

    [Fact]
    public void ClientName_ThatTwoDocumentsShare_CostsTheSecondAndSaysSo()
    {
        var run = new GeneratorRun(
            new HyperscaleGenerator(),
            SpecText.Spec("a.yaml", Document("A: { type: object, properties: { x: { type: string } } }")),
            SpecText.Spec("b.yaml", Document("B: { type: object, properties: { x: { type: string } } }"))).Generate();

        var diagnostic = Assert.Single(run.Diagnostics);
        Assert.Equal("HSAI1016", diagnostic.Id);
        Assert.Equal("b.yaml", diagnostic.Location.GetLineSpan().Path);
        Assert.Contains("Test.A.g.cs", run.Files.Keys);
        run.ShouldCompile();
    }

    // The outcome matters less than that there is one: no crash, no hang, and no failure of the generator.
    private static void Survives(Action<StringBuilder> schemas)
    {
        var text = new StringBuilder();
        schemas(text);
        var outcome = SpecCompiler.Compile(
            new SpecRequest("hostile.yaml", Document(text.ToString()), BindingPath: null, BindingText: null, "Generated", ModelNamespace: null, "Test"), TestContext.Current.CancellationToken);

        Assert.NotNull(outcome.Plan);
        Assert.DoesNotContain(outcome.Diagnostics, diagnostic => diagnostic.Id == "HSAI1017");
        Assert.NotEmpty(SpecEmitter.Emit(outcome.Plan).ToList());
    }

    private static string Document(string schemas) => "openapi: 3.1.0\ninfo: { title: t, version: '1' }\npaths: {}\ncomponents:\n  schemas:\n" + Specs.Indent(schemas.TrimEnd('\n'), 4);
}
