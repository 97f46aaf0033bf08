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

        AssertHolds(variant, type, json);
    }

    [Theory]
    [InlineData("""{"event":"run.created","data":{"id":"1"}}""", "RunEvent")]
    [InlineData("""{"event":"run.ended","data":{"id":"1"}}""", "RunEvent")]
    [InlineData("""{"event":"step.created","data":{"id":"1"}}""", "StepEvent")]
    [InlineData("""{"event":"thread.created","data":{"id":"1"}}""", "ValueVariant")]
    [InlineData("""{"kind":"dog","name":"b"}""", "Pet")]
    [InlineData("""{"kind":"lorry","name":"l"}""", "Car")]
    public void Union_WithinAUnion_IsChosenByTheTagsOfItsVariants(string json, string variant)
    {
        var type = Load("""
            Thing: { type: object, properties: { value: { $ref: '#/components/schemas/Value' } } }
            Value:
              anyOf:
                - { $ref: '#/components/schemas/ThreadEvent' }
                - { $ref: '#/components/schemas/RunEvent' }
                - { $ref: '#/components/schemas/StepEvent' }
                - { $ref: '#/components/schemas/Car' }
                - { $ref: '#/components/schemas/Pet' }
            ThreadEvent: { oneOf: [{ type: object, required: [event, data], properties: { event: { type: string, enum: [thread.created] }, data: { $ref: '#/components/schemas/Data' } } }] }
            RunEvent:
              oneOf:
                - { type: object, required: [event, data], properties: { event: { type: string, enum: [run.created] }, data: { $ref: '#/components/schemas/Data' } } }
                - { type: object, required: [event, data], properties: { event: { type: string, enum: [run.ended] }, data: { $ref: '#/components/schemas/Data' } } }
            StepEvent: { type: object, required: [event, data], properties: { event: { type: string, enum: [step.created] }, data: { $ref: '#/components/schemas/Data' } } }
            Car:
              oneOf: [{ $ref: '#/components/schemas/Lorry' }, { $ref: '#/components/schemas/Bus' }]
              discriminator: { propertyName: kind, mapping: { lorry: '#/components/schemas/Lorry', bus: '#/components/schemas/Bus' } }
            Pet:
              oneOf: [{ $ref: '#/components/schemas/Dog' }, { $ref: '#/components/schemas/Cat' }]
              discriminator: { propertyName: kind, mapping: { dog: '#/components/schemas/Dog', cat: '#/components/schemas/Cat' } }
            Lorry: { type: object, properties: { kind: { type: string }, name: { type: string } } }
            Bus: { type: object, properties: { kind: { type: string }, name: { type: string } } }
            Dog: { type: object, properties: { kind: { type: string }, name: { type: string } } }
            Cat: { type: object, properties: { kind: { type: string }, name: { type: string } } }
            Data: { type: object, required: [id], properties: { id: { type: string } } }
            """).GetType("Generated.Test.Value", throwOnError: true)!;

        AssertHolds(variant, type, json);
    }

    [Theory]
    [InlineData("""{"type":"a","x":1}""", "A")]
    [InlineData("""{"x":1}""", "A")]
    [InlineData("""{"y":1}""", "B")]
    [InlineData("""{"type":"c","x":1}""", "Other")]
    public void Union_WhoseVariantsAreAllTagged_KeepsAnUnknownTagRaw(string json, string variant)
    {
        var type = Load("""
            Thing: { type: object, properties: { value: { $ref: '#/components/schemas/Value' } } }
            Value: { oneOf: [{ $ref: '#/components/schemas/A' }, { $ref: '#/components/schemas/B' }] }
            A: { type: object, properties: { type: { type: string, enum: [a] }, x: { type: integer } } }
            B: { type: object, properties: { type: { type: string, enum: [b] }, y: { type: integer } } }
            """).GetType("Generated.Test.Value", throwOnError: true)!;

        AssertHolds(variant, type, json);
    }

    private static void AssertHolds(string variant, Type type, string json)
    {
        var value = ModelRoundTrip.Read(type, json);

        Assert.Equal(variant, type.GetProperties().Single(property => property.GetValue(value) is not null).Name);
        Assert.Equal(json, ModelRoundTrip.Again(type, json));
    }

    private static Assembly Load(string schemas) => new GeneratorRun(new HyperscaleGenerator(), Specs.WithSchemas(schemas)).Generate().ShouldCompile().Load();
}
