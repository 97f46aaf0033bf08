using System.Reflection;
using HyperscaleSdk.TestKit;

namespace HyperscaleSdk.Generators.Tests.RoundTrip;

/// <summary>What the reading of models owes to documents that leave things open.</summary>
public sealed class ReadingTests
{
    [Fact]
    public void FreeJson_ThatIsNull_IsKept()
    {
        var type = Load("Thing: { type: object, required: [must], properties: { must: {}, may: {}, text: { type: string } } }").GetType("Generated.Test.Thing", throwOnError: true)!;

        Assert.Equal("""{"must":null,"may":null}""", ModelRoundTrip.Again(type, """{"must":null,"may":null}"""));
        Assert.Equal("""{"must":1}""", ModelRoundTrip.Again(type, """{"must":1,"text":null}"""));
    }

    [Fact]
    public void Null_AmongItemsAndValues_IsKeptWhereTheDocumentAllowsIt()
    {
        var type = Load("""
            Thing:
              type: object
              properties:
                texts: { type: array, items: { type: [string, 'null'] } }
                counts: { type: array, items: { type: [integer, 'null'] } }
                vector: { type: array, items: { type: [number, 'null'], format: float } }
                parts: { type: array, items: { anyOf: [{ $ref: '#/components/schemas/Part' }, { type: 'null' }] } }
                lists: { type: array, items: { type: array, items: { type: [boolean, 'null'] } } }
                map: { type: object, additionalProperties: { type: [string, 'null'], format: date } }
                kinds: { type: object, additionalProperties: { type: [string, 'null'], enum: [a, b, null] } }
            Part: { type: object, properties: { text: { type: string } } }
            """).GetType("Generated.Test.Thing", throwOnError: true)!;
        const string json = """{"texts":["a",null],"counts":[null,1],"vector":[0.5,null],"parts":[null,{"text":"x"}],"lists":[[true,null]],"map":{"a":null,"b":"2026-01-02"},"kinds":{"a":"b","c":null}}""";

        Assert.Equal(json, ModelRoundTrip.Again(type, json));
    }

    [Theory]
    [InlineData("""{"name":"x"}""", "Named")]
    [InlineData("""{"size":1,"unit":"m"}""", "Sized")]
    [InlineData("""{"from":"2026-01-02T03:04:05+00:00"}""", "Period")]
    [InlineData("""{"from":3}""", "Range")]
    [InlineData("""{"role":"judge","note":"n"}""", "Judge")]
    [InlineData("""{"role":"clerk","note":"n"}""", "Clerk")]
    [InlineData("""{"other":true}""", "Named")]
    [InlineData("""{"size":"m"}""", "Other")]
    [InlineData("""["x"]""", "Other")]
    public void Union_WithoutADiscriminator_HoldsTheVariantThatFitsBest(string json, string variant)
    {
        // What knows none of the members fits the one that forbids nothing; what has the wrong type in every variant is kept raw.
        var type = Load("""
            Thing:
              type: object
              properties: { value: { $ref: '#/components/schemas/Value' } }
            Value:
              anyOf:
                - { $ref: '#/components/schemas/Named' }
                - { $ref: '#/components/schemas/Sized' }
                - { $ref: '#/components/schemas/Range' }
                - { $ref: '#/components/schemas/Period' }
                - { $ref: '#/components/schemas/Judge' }
                - { $ref: '#/components/schemas/Clerk' }
            Named: { type: object, properties: { name: { type: string }, size: { type: integer } } }
            Sized: { type: object, properties: { size: { type: integer }, unit: { type: string } } }
            Range: { type: object, properties: { from: { type: number, format: double }, size: { type: integer } } }
            Period: { type: object, properties: { from: { type: string, format: date-time }, size: { type: integer } } }
            Judge: { type: object, required: [role], properties: { role: { type: string, enum: [judge] }, note: { type: string }, size: { type: integer } } }
            Clerk: { type: object, required: [role], properties: { role: { type: string, enum: [clerk] }, note: { type: string }, size: { type: integer } } }
            """).GetType("Generated.Test.Value", throwOnError: true)!;

        var value = ModelRoundTrip.Read(type, json);

        Assert.Equal(variant, type.GetProperties().Single(property => property.GetValue(value) is not null).Name);
        Assert.Equal(json, ModelRoundTrip.Again(type, json));
    }

    private static Assembly Load(string schemas) => new GeneratorRun(new HyperscaleGenerator(), Specs.WithSchemas(schemas)).Generate().ShouldCompile().Load();
}
