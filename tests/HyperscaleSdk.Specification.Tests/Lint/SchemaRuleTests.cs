using HyperscaleSdk.Specification.Lint;

namespace HyperscaleSdk.Specification.Tests.Lint;

public sealed class SchemaRuleTests
{
    [Fact]
    public void NestedObject_TwoLevelsBelowAName_IsReportedAtItsMember()
    {
        var finding = LintRun.Single(LintIds.NestedObject, LintDocuments.Schemas("""
            Thing:
              type: object
              properties:
                owner:
                  type: object
                  properties:
                    «address»:
                      type: object
                      properties:
                        street: { type: object, properties: { name: { type: string } } }
            """));

        Assert.Contains("'Thing.owner.address'", finding.Message, StringComparison.Ordinal);
        Assert.Contains("#/components/schemas/", finding.Fix, StringComparison.Ordinal);
    }

    [Fact]
    public void NestedObject_InTheItemsOfAnAnswer_IsReportedAtItsFirstKey()
        => LintRun.Single(LintIds.NestedObject, LintDocuments.Paths("""
            /a:
              get:
                operationId: list
                responses:
                  '200':
                    description: ok
                    content:
                      application/json:
                        schema:
                          type: object
                          properties:
                            items:
                              type: array
                              items:
                                «type»: object
                                properties: { name: { type: string } }
            """));

    [Theory]
    [InlineData("Thing: { type: object, properties: { owner: { type: object, properties: { name: { type: string } } } } }")]
    [InlineData("Thing: { type: object, properties: { owner: { type: object, properties: { names: { type: array, items: { type: string } } } } } }")]
    [InlineData("Thing: { allOf: [{ type: object, properties: { owner: { type: object, properties: { name: { type: string } } } } }] }")]
    public void NestedObject_OneLevelBelowAName_IsNotReported(string schemas) => LintRun.None(LintIds.NestedObject, LintDocuments.Schemas(schemas));

    [Fact]
    public void RepeatedObject_InTwoPlaces_IsReportedAtTheFirst()
    {
        var finding = LintRun.Single(LintIds.RepeatedSchema, LintDocuments.Schemas("""
            Thing:
              type: object
              properties:
                «a»: { type: object, description: one, properties: { x: { type: number }, y: { type: number }, z: { type: number } } }
                b: { type: object, description: other, properties: { z: { type: number }, y: { type: number }, x: { type: number } } }
            """));

        Assert.Contains("'Thing.a' is written twice, also on line 16", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void RepeatedObject_ThatIsAComponent_NamesTheComponent()
    {
        var finding = LintRun.Single(LintIds.RepeatedSchema, LintDocuments.Schemas("""
            Point: { type: object, properties: { x: { type: number }, y: { type: number }, z: { type: number } } }
            Thing: { type: object, properties: { «at»: { type: object, properties: { x: { type: number }, y: { type: number }, z: { type: number } } } } }
            """));

        Assert.Contains("`$ref: '#/components/schemas/Point'`", finding.Fix, StringComparison.Ordinal);
    }

    [Fact]
    public void RepeatedEnumeration_InTwoPlaces_IsReported()
        => LintRun.Single(LintIds.RepeatedSchema, LintDocuments.Schemas("""
            Thing:
              type: object
              properties:
                «a»: { type: string, enum: [low, middle, high] }
                b: { type: string, enum: [high, low, middle] }
            """));

    [Theory]
    [InlineData("Thing: { type: object, properties: { a: { type: object, properties: { x: { type: number }, y: { type: number }, z: { type: number } } }, b: { type: object, properties: { x: { type: number }, y: { type: number }, z: { type: string } } } } }")]
    [InlineData("Thing: { type: object, properties: { a: { type: object, properties: { x: { type: number } } }, b: { type: object, properties: { x: { type: number } } } } }")]
    [InlineData("Thing: { type: object, properties: { a: { type: string, enum: [asc, desc] }, b: { type: string, enum: [asc, desc] } } }")]
    [InlineData("Thing: { type: object, properties: { x: { type: string }, y: { type: string }, z: { $ref: '#/components/schemas/Other' } } }\nOther: { type: object, properties: { x: { type: string }, y: { type: string }, z: { $ref: '#/components/schemas/Other' } } }")]
    public void RepeatedSchema_DifferentSmallOrNamed_IsNotReported(string schemas) => LintRun.None(LintIds.RepeatedSchema, LintDocuments.Schemas(schemas));

    [Fact]
    public void Component_NotReachable_IsReportedAtItsName()
        => LintRun.Marked(LintIds.UnusedComponent, LintDocuments.Schemas("""
            Thing: { type: object, properties: { part: { $ref: '#/components/schemas/Part' } } }
            Part: { type: object, properties: { name: { type: string } } }
            «Lost»: { type: object, properties: { self: { $ref: '#/components/schemas/Lost' }, other: { $ref: '#/components/schemas/Gone' } } }
            «Gone»: { type: string, enum: [a] }
            """));

    [Fact]
    public void Component_ReachedByMappingOrParentWithDiscriminator_IsNotReported()
        => LintRun.None(LintIds.UnusedComponent, LintDocuments.Schemas("""
            Thing: { type: object, properties: { pet: { $ref: '#/components/schemas/Pet' } }, discriminator: { propertyName: kind, mapping: { b: Box } } }
            Pet: { type: object, discriminator: { propertyName: kind }, properties: { kind: { type: string } } }
            Dog: { allOf: [{ $ref: '#/components/schemas/Pet' }, { type: object, properties: { tail: { type: string } } }] }
            Box: { type: object, properties: { size: { type: integer } } }
            Alias: { type: string }
            """));

    [Theory]
    [InlineData("Thing: { type: object, properties: { «tags»: { type: array } } }", "'Thing.tags'")]
    [InlineData("«Thing»: { type: array }", "'Thing'")]
    [InlineData("Thing: { oneOf: [{ type: string }, { «type»: array, description: d }] }", "'Thing|2'")]
    public void Array_WithoutItems_IsReported(string schemas, string name)
        => Assert.Contains(name, LintRun.Single(LintIds.ArrayWithoutItems, LintDocuments.Schemas(schemas)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("Thing: { type: array, items: { type: string } }")]
    [InlineData("Thing: { type: array, prefixItems: [{ type: string }] }")]
    public void Array_WithItems_IsNotReported(string schemas) => LintRun.None(LintIds.ArrayWithoutItems, LintDocuments.Schemas(schemas));

    [Theory]
    [InlineData("Thing: { type: object, properties: { «data»: { type: object } } }", "has no members")]
    [InlineData("Thing: { type: object, properties: { «data»: {} } }", "does not say its type")]
    [InlineData("«Thing»: { type: object }", "has no members")]
    public void Schema_WithoutContent_IsReported(string schemas, string says)
        => Assert.Contains(says, LintRun.Single(LintIds.UntypedSchema, LintDocuments.Schemas(schemas)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("Thing: { type: object, properties: { data: { type: object, additionalProperties: true } } }")]
    [InlineData("Thing: { type: object, properties: { data: { type: object, additionalProperties: { type: string } } } }")]
    [InlineData("Thing: { type: object, properties: { data: { description: Anything. } } }")]
    [InlineData("Thing: { type: object, properties: { data: { enum: [1, 2] }, more: { $ref: '#/components/schemas/Missing' } } }")]
    [InlineData("Thing: { type: string }\nError: { type: object }")]
    public void Schema_WithContentOrOpenOnPurpose_IsNotReported(string schemas) => LintRun.None(LintIds.UntypedSchema, LintDocuments.Schemas(schemas));

    [Fact]
    public void Required_MemberThatIsNotDescribed_IsReportedAtItsName()
    {
        var finding = LintRun.Single(LintIds.RequiredNotDescribed, LintDocuments.Schemas("""
            Thing: { type: object, required: [name, «size»], properties: { name: { type: string } } }
            """));

        Assert.Contains("`size: { type: string }`", finding.Fix, StringComparison.Ordinal);
    }

    [Fact]
    public void Required_MemberWrittenDifferently_IsReportedWithTheRightName()
        => Assert.Contains("Write `client_id` into `required`", LintRun.Single(LintIds.RequiredNotDescribed, LintDocuments.Schemas("""
            Thing: { type: object, required: [«clientId»], properties: { client_id: { type: string } } }
            """)).Fix, StringComparison.Ordinal);

    [Theory]
    [InlineData("Thing: { allOf: [{ $ref: '#/components/schemas/Base' }, { type: object, required: [id, name], properties: { name: { type: string } } }] }\nBase: { type: object, properties: { id: { type: string } } }")]
    [InlineData("Thing: { type: object, properties: { a: { type: string }, b: { type: string } }, anyOf: [{ required: [a] }, { required: [b] }] }")]
    [InlineData("Thing: { type: object, required: [a], oneOf: [{ type: object, properties: { a: { type: string } } }], properties: { b: { type: string } } }")]
    [InlineData("Thing: { type: object, required: [any], additionalProperties: { type: string } }")]
    public void Required_MemberDescribedElsewhere_IsNotReported(string schemas) => LintRun.None(LintIds.RequiredNotDescribed, LintDocuments.Schemas(schemas));

    [Fact]
    public void Names_OfMembersAndComponents_ThatDifferInCase_AreReportedAtTheSecond()
    {
        var findings = LintRun.Marked(LintIds.NamesCollide, LintDocuments.Schemas("""
            Thing: { type: object, properties: { user_id: { type: string }, «userId»: { type: string } } }
            «thing»: { type: object, properties: { name: { type: string } } }
            """));

        Assert.Contains("'user_id' and 'userId' of 'Thing'", findings[0].Message, StringComparison.Ordinal);
        Assert.Contains("components 'Thing' and 'thing'", findings[1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_ThatDifferInSignsOnly_AreReported()
        => LintRun.Single(LintIds.NamesCollide, LintDocuments.Schemas("Thing: { type: object, properties: { '+1': { type: integer }, «'-1'»: { type: integer } } }"));

    [Fact]
    public void Names_ThatDifferOrMakeNoType_AreNotReported()
        => LintRun.None(LintIds.NamesCollide, LintDocuments.Schemas("""
            Thing: { type: object, properties: { user: { type: string }, userId: { type: string } } }
            thing: { type: string }
            """));
}
