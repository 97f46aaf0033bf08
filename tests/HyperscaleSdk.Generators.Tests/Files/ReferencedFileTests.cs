using System.Globalization;
using System.Text;
using HyperscaleSdk.TestKit;
using Microsoft.CodeAnalysis;

namespace HyperscaleSdk.Generators.Tests.Files;

/// <summary>A document in several files: the project lists what may be read, and nothing else is.</summary>
public sealed class ReferencedFileTests
{
    private const string Main = """
        openapi: 3.1.0
        info: { title: Shop, version: "1" }
        servers: [{ url: https://shop.example }]
        paths:
          /orders: { $ref: 'paths/orders.yaml' }
        components:
          schemas:
            Money: { type: object, required: [amount], properties: { amount: { type: string, format: decimal } } }
        """;

    private const string Orders = """
        get:
          operationId: listOrders
          parameters: [{ $ref: '../common.yaml#/components/parameters/Page' }]
          responses:
            "200": { description: ok, content: { application/json: { schema: { type: array, items: { $ref: '../schemas/Order.yaml' } } } } }
        """;

    private const string Common = """
        components:
          parameters:
            Page: { name: page, in: query, schema: { type: integer, format: int32 } }
          schemas:
            Address: { type: object, properties: { city: { type: string }, owner: { $ref: '#/components/schemas/Person' } } }
            Person: { type: object, properties: { name: { type: string }, home: { $ref: '#/components/schemas/Address' } } }
        """;

    private const string Order = """
        type: object
        required: [id]
        properties:
          id: { type: string }
          price: { $ref: '../openapi.yaml#/components/schemas/Money' }
          to: { $ref: '../common.yaml#/components/schemas/Address' }
          parent: { $ref: 'Order.yaml' }
          gift: { $ref: '#/$defs/Gift' }
        $defs:
          Gift: { type: object, properties: { text: { type: string } } }
        """;

    [Fact]
    public void Document_InSeveralFiles_IsOneClient()
    {
        var run = Generate(("shop/paths/orders.yaml", Orders), ("shop/common.yaml", Common), ("shop/schemas/Order.yaml", Order)).ShouldCompile();

        Assert.Empty(run.Diagnostics);
        Assert.Contains("Task<IList<Order>> ListOrdersAsync(int? page = null,", run.Files["Test.TestClient.ListOrders.g.cs"], StringComparison.Ordinal);
        var order = run.Files["Test.Order.g.cs"];
        Assert.Contains("public Money? Price", order, StringComparison.Ordinal);
        Assert.Contains("public Address? To", order, StringComparison.Ordinal);
        Assert.Contains("public Order? Parent", order, StringComparison.Ordinal);
        Assert.Contains("public Gift? Gift", order, StringComparison.Ordinal);
        Assert.Contains("public Person? Owner", run.Files["Test.Address.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void Document_WithWindowsPaths_FindsTheSameFiles()
        => Assert.Empty(new GeneratorRun(
            new HyperscaleGenerator(),
            SpecText.Spec(@"C:\work\shop\openapi.yaml", Main),
            Part(@"C:\work\shop\paths\orders.yaml", Orders),
            Part(@"C:\work\shop\common.yaml", Common),
            Part(@"C:\work\shop\schemas\Order.yaml", Order)).Generate().Diagnostics);

    [Fact]
    public void Reference_ToAFileThatIsNotListed_SaysHowToListIt()
    {
        var run = Generate(("shop/paths/orders.yaml", Orders), ("shop/common.yaml", Common)).ShouldCompile();

        var diagnostic = Assert.Single(run.Diagnostics);
        Assert.Equal("HSAI1015", diagnostic.Id);
        Assert.Contains("""<HyperscaleSpecPart Include="../schemas/Order.yaml" />""", diagnostic.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);

        // Reported where the reference stands: in the other file.
        Assert.Equal(("shop/paths/orders.yaml", 4, 99), At(diagnostic, Orders, "'../schemas/Order.yaml'"));
    }

    [Fact]
    public void Mistake_InAnotherFile_IsReportedThere()
    {
        var run = Generate(("shop/paths/orders.yaml", Orders), ("shop/common.yaml", Common.Replace("schemas/Person'", "schemas/Persn'", StringComparison.Ordinal)), ("shop/schemas/Order.yaml", Order));

        var diagnostic = Assert.Single(run.Diagnostics);
        Assert.Equal("HSAI1011", diagnostic.Id);
        Assert.Equal("shop/common.yaml", diagnostic.Location.GetLineSpan().Path);
        Assert.Equal(4, diagnostic.Location.GetLineSpan().StartLinePosition.Line);
    }

    [Fact]
    public void File_ThatCannotBeRead_IsReportedAtItsLineAndCostsItsReferencesOnly()
    {
        var run = Generate(("shop/paths/orders.yaml", Orders), ("shop/common.yaml", Common), ("shop/schemas/Order.yaml", "type: object\nproperties: [")).ShouldCompile();

        Assert.Contains(run.Diagnostics, diagnostic => diagnostic.Id == "HSAI1001" && diagnostic.Location.GetLineSpan().Path == "shop/schemas/Order.yaml");
        Assert.Contains("Test.TestClient.ListOrders.g.cs", run.Files.Keys);
    }

    [Theory]
    [InlineData("https://elsewhere.example/Order.yaml")]
    [InlineData("file:///etc/passwd")]
    [InlineData("/etc/passwd")]
    [InlineData(@"\\server\share\Order.yaml")]
    [InlineData(@"C:\secret.yaml")]
    public void Reference_OutOfTheProject_IsRefused(string target)
    {
        var run = Generate(("shop/paths/orders.yaml", Orders.Replace("../schemas/Order.yaml", target, StringComparison.Ordinal)), ("shop/common.yaml", Common)).ShouldCompile();

        Assert.Contains("leaves the project", Assert.Single(run.Diagnostics, diagnostic => diagnostic.Id == "HSAI1015").GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Fact]
    public void Anchors_AndPlacesWithinSchemas_AreFollowed()
    {
        var run = new GeneratorRun(new HyperscaleGenerator(), Specs.WithSchemas("""
            Thing: { type: object, properties: { a: { $ref: '#part' }, b: { $ref: '#/components/schemas/Other/properties/inner' }, c: { $ref: '#nowhere' } } }
            Other: { type: object, properties: { inner: { type: object, properties: { x: { type: string } } } } }
            Part: { $anchor: part, type: object, properties: { y: { type: string } } }
            """)).Generate().ShouldCompile();

        Assert.Equal("HSAI1011", Assert.Single(run.Diagnostics).Id);
        Assert.Contains("public Part? A", run.Files["Test.Thing.g.cs"], StringComparison.Ordinal);
        Assert.DoesNotContain("public JsonElement? B", run.Files["Test.Thing.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void Types_OfOneNameInSeveralFiles_AreTwoTypes()
    {
        var run = new GeneratorRun(
            new HyperscaleGenerator(),
            Specs.WithSchemas("Thing: { type: object, properties: { a: { $ref: 'a.yaml#/Item' }, b: { $ref: 'b.yaml#/Item' } } }"),
            Part("a.yaml", "Item: { type: object, properties: { one: { type: string } } }"),
            Part("b.yaml", "Item: { type: object, properties: { two: { type: string } } }")).Generate().ShouldCompile();

        Assert.Empty(run.Diagnostics);
        Assert.Contains("Test.Item.g.cs", run.Files.Keys);
        Assert.Contains("Test.TestItem.g.cs", run.Files.Keys);
    }

    [Fact]
    public void Chain_ThroughManyPlacesOfAnotherFile_IsALoopAndNoRecursion()
    {
        const int many = 20_000;
        var part = new StringBuilder("schemas:\n");
        for (var i = 0; i < many; i++)
        {
            part.Append(CultureInfo.InvariantCulture, $"  S{i}: {{ x-at: {{ type: object, properties: {{ next: {{ $ref: '#/schemas/S{i + 1}/x-at' }} }} }} }}\n");
        }

        var run = new GeneratorRun(
            new HyperscaleGenerator(), Specs.WithSchemas("Thing: { type: object, properties: { a: { $ref: 'p.yaml#/schemas/S0/x-at' } } }"), Part("p.yaml", part.ToString())).Generate();

        Assert.DoesNotContain(run.Diagnostics, diagnostic => diagnostic.Id == "HSAI1017");
        Assert.Contains("Test.Thing.g.cs", run.Files.Keys);
    }

    [Fact]
    public void Pipeline_EditingAFileThatIsReferredTo_ReemitsWhatChangedInIt()
    {
        var common = Part("shop/common.yaml", Common);
        var run = new GeneratorRun(
            new HyperscaleGenerator(), SpecText.Spec("shop/openapi.yaml", Main), Part("shop/paths/orders.yaml", Orders), common, Part("shop/schemas/Order.yaml", Order)).Generate();

        run.Replace(common, Part("shop/common.yaml", "# moved\n" + Common.Replace("city:", "town:", StringComparison.Ordinal))).Generate();

        Assert.Equal(1, run.ChangedFiles);
        Assert.Contains("Town", run.Files["Test.Address.g.cs"], StringComparison.Ordinal);
    }

    private static GeneratorRun Generate(params (string Path, string Text)[] parts)
        => new GeneratorRun(new HyperscaleGenerator(), [SpecText.Spec("shop/openapi.yaml", Main), .. parts.Select(part => Part(part.Path, part.Text))]).Generate();

    private static SpecText Part(string path, string text) => new(path, text) { Metadata = { ["SourceItemType"] = "HyperscaleSpecPart" } };

    private static (string Path, int Line, int Column) At(Diagnostic diagnostic, string text, string expected)
    {
        var span = diagnostic.Location.GetLineSpan();
        Assert.Equal(text.IndexOf(expected, StringComparison.Ordinal), diagnostic.Location.SourceSpan.Start);
        return (span.Path, span.StartLinePosition.Line, span.StartLinePosition.Character);
    }
}
