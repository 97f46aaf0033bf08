using HyperscaleSdk.Specification.Lint;

namespace HyperscaleSdk.Specification.Tests.Lint;

public sealed class VariantsRuleTests
{
    [Fact]
    public void Variants_ThatBothFitOneObject_AreReportedAtTheUnion()
    {
        var finding = LintRun.Single(LintIds.IndistinctVariants, LintDocuments.Schemas("""
            Thing: { type: object, properties: { «content»: { oneOf: [{ $ref: '#/components/schemas/A' }, { $ref: '#/components/schemas/B' }] } } }
            A: { type: object, required: [id], properties: { id: { type: string }, name: { type: string } } }
            B: { type: object, required: [id], properties: { id: { type: string }, size: { type: integer } } }
            """));

        Assert.Contains("'A' and 'B' of 'Thing.content'", finding.Message, StringComparison.Ordinal);
        Assert.Contains("`discriminator: { propertyName: type }`", finding.Fix, StringComparison.Ordinal);
    }

    [Fact]
    public void Variants_ThatDifferInAnotherMemberThanType_AreToldToNameIt()
        => Assert.Contains("`discriminator: { propertyName: kind }`", LintRun.Single(LintIds.IndistinctVariants, LintDocuments.Schemas("""
            «Thing»: { anyOf: [{ $ref: '#/components/schemas/A' }, { $ref: '#/components/schemas/B' }] }
            A: { type: object, required: [kind], properties: { kind: { const: a } } }
            B: { type: object, required: [kind], properties: { kind: { const: b } } }
            """)).Fix, StringComparison.Ordinal);

    [Theory]
    [InlineData("{ type: object, required: [a], properties: { a: { type: string } } }", "{ type: object, required: [b], properties: { b: { type: string } } }", "")]
    [InlineData("{ type: object, properties: { type: { type: string, enum: [a] } } }", "{ type: object, properties: { type: { type: string, enum: [b] } } }", "")]
    [InlineData("{ type: object, properties: { kind: { type: string } } }", "{ type: object, properties: { kind: { type: string } } }", ", discriminator: { propertyName: kind }")]
    [InlineData("{ type: string }", "{ type: object, properties: { a: { type: string } } }", "")]
    [InlineData("{ type: 'null' }", "{ type: object, properties: { a: { type: string } } }", "")]
    [InlineData("{ type: object, required: [a], properties: { a: { type: string } } }", "{ type: object, additionalProperties: { type: string } }", "")]
    public void Variants_ThatCanBeToldApart_AreNotReported(string one, string other, string more)
        => LintRun.None(LintIds.IndistinctVariants, LintDocuments.Schemas($"Thing: {{ oneOf: [{one}, {other}]{more} }}"));

    [Fact]
    public void Variants_ThatAreOnlySent_AreNotReported()
        => LintRun.None(LintIds.IndistinctVariants, LintDocuments.Paths("""
            /a:
              post:
                operationId: a
                requestBody: { content: { application/json: { schema: { oneOf: [{ type: object, properties: { a: { type: string } } }, { type: object, properties: { b: { type: string } } }] } } } }
            """));
}
