using HyperscaleSdk.Specification.Lint;
using HyperscaleSdk.Specification.Text;

namespace HyperscaleSdk.Specification.Tests.Lint;

public sealed class ValueRuleTests
{
    [Theory]
    [InlineData("{ type: string, enum: [a, b, «a»] }", "twice")]
    [InlineData("{ type: integer, enum: [1, 2, «1»] }", "twice")]
    [InlineData("{ type: string, enum: [add, «Add»] }", "have one name in C#")]
    [InlineData("{ type: string, enum: [Etc/GMT+0, «Etc/GMT-0»] }", "have one name in C#")]
    [InlineData("{ type: string, enum: ['<', «'>'»] }", "have one name in C#")]
    [InlineData("{ type: string, enum: [a, «null»] }", "has the value null")]
    [InlineData("{ type: string, enum: [one, «2»] }", "is a number among strings")]
    [InlineData("{ enum: [one, «true»] }", "is a boolean among strings")]
    public void Enum_WithContradictingValues_IsReportedAtTheValue(string schema, string says)
    {
        var finding = LintRun.Single(LintIds.EnumValues, LintDocuments.Schemas($"Thing: {schema}"));

        Assert.Contains(says, finding.Message, StringComparison.Ordinal);
        Assert.Contains("'Thing'", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ type: string, enum: [a, b, ab] }")]
    [InlineData("{ type: [string, 'null'], enum: [a, null] }")]
    [InlineData("{ type: integer, enum: [1, -1, 10] }")]
    [InlineData("{ type: string, enum: ['', a] }")]
    [InlineData("{ type: string, enum: [낮음, 높음] }")]
    public void Enum_WithGoodValues_IsNotReported(string schema) => LintRun.None(LintIds.EnumValues, LintDocuments.Schemas($"Thing: {schema}"));

    [Theory]
    [InlineData("price")]
    [InlineData("totalAmount")]
    [InlineData("cost_krw")]
    [InlineData("accountBalance")]
    public void Money_AsDouble_IsReportedAtItsName(string name)
        => Assert.Contains("`format: decimal`", LintRun.Single(LintIds.MoneyAsDouble, LintDocuments.Schemas($"Thing: {{ type: object, properties: {{ «{name}»: {{ type: number }} }} }}")).Fix, StringComparison.Ordinal);

    [Theory]
    [InlineData("price: { type: number, format: decimal }")]
    [InlineData("price: { type: integer }")]
    [InlineData("price: { type: string }")]
    [InlineData("price_ratio: { type: number }")]
    [InlineData("temperature: { type: number }")]
    [InlineData("priced: { type: number }")]
    public void Money_ExactOrNone_IsNotReported(string member) => LintRun.None(LintIds.MoneyAsDouble, LintDocuments.Schemas($"Thing: {{ type: object, properties: {{ {member} }} }}"));

    [Theory]
    [InlineData("«created_at»: { type: string }", "`format: date-time` for a point in time")]
    [InlineData("«updatedAt»: { type: string, example: '2026-01-31T09:00:00+09:00' }", "`format: date-time` beside")]
    [InlineData("«birthDate»: { type: string, examples: ['2026-01-31'] }", "`format: date` beside")]
    [InlineData("«date»: { type: string }", "`format: date` for a day")]
    public void Date_WithoutFormat_IsReportedAtItsName(string member, string fix)
        => Assert.Contains(fix, LintRun.Single(LintIds.DateWithoutFormat, LintDocuments.Schemas($"Thing: {{ type: object, properties: {{ {member} }} }}")).Fix, StringComparison.Ordinal);

    [Theory]
    [InlineData("created_at: { type: string, format: date-time }")]
    [InlineData("created_at: { type: integer }")]
    [InlineData("created_at: { type: string, example: '2026년 1월 31일' }")]
    [InlineData("created_at: { type: string, example: '2026-01-31 09:00' }")]
    [InlineData("date: { type: string, pattern: '^[0-9]{8}$' }")]
    [InlineData("what: { type: string }")]
    [InlineData("at: { type: string }")]
    [InlineData("update: { type: string }")]
    public void Date_WithFormatOrNone_IsNotReported(string member) => LintRun.None(LintIds.DateWithoutFormat, LintDocuments.Schemas($"Thing: {{ type: object, properties: {{ {member} }} }}"));

    [Theory]
    [InlineData("{ type: integer, default: «'20'» }", "Take off the quotes: `20`.")]
    [InlineData("{ type: boolean, default: «auto» }", "Write a value of the type boolean, or correct the type.")]
    [InlineData("{ type: integer, default: «0.5» }", "Write a value of the type integer, or correct the type.")]
    [InlineData("{ type: string, default: «null» }", "Allow null (`type: [string, 'null']`), or leave the default out.")]
    [InlineData("{ type: array, items: { type: string }, default: «{}» }", "Write a value of the type array, or correct the type.")]
    [InlineData("{ type: string, enum: [a, b], default: «c» }", "Write one of the listed values, for example `a`, or add it to `enum`.")]
    public void Default_ThatDoesNotFit_IsAWarning(string schema, string fix)
    {
        var finding = LintRun.Single(LintIds.ValueDoesNotFit, LintDocuments.Schemas($"Thing: {{ type: object, properties: {{ a: {schema} }} }}"));

        Assert.Equal((SpecSeverity.Warning, fix), (finding.Severity, finding.Fix));
    }

    [Theory]
    [InlineData("{ type: string, example: «733» }")]
    [InlineData("{ type: object, additionalProperties: true, examples: [{}, «text»] }")]
    public void Example_ThatDoesNotFit_IsInformation(string schema)
        => Assert.Equal(SpecSeverity.Info, LintRun.Single(LintIds.ValueDoesNotFit, LintDocuments.Schemas($"Thing: {{ type: object, properties: {{ a: {schema} }} }}")).Severity);

    [Theory]
    [InlineData("{ type: number, default: 1, example: 1.5 }")]
    [InlineData("{ type: integer, default: 1.0 }")]
    [InlineData("{ type: [string, 'null'], default: null }")]
    [InlineData("{ type: string, example: null }")]
    [InlineData("{ default: 1 }")]
    [InlineData("{ oneOf: [{ type: string }, { type: integer }], default: 1 }")]
    [InlineData("{ type: string, enum: [a, b], default: b }")]
    public void Value_ThatFits_IsNotReported(string schema) => LintRun.None(LintIds.ValueDoesNotFit, LintDocuments.Schemas($"Thing: {{ type: object, properties: {{ a: {schema} }} }}"));

    [Theory]
    [InlineData("3.1.0", "{ type: string, «nullable»: true }", "`type: [string, 'null']`")]
    [InlineData("3.1.0", "{ $ref: '#/components/schemas/Thing', «nullable»: true }", "`anyOf: [{ $ref: … }, { type: 'null' }]`")]
    [InlineData("3.1.0", "{ type: [string, «null»] }", "`type: [string, 'null']`")]
    [InlineData("3.1.0", "{ type: «null» }", "Put it in quotes")]
    [InlineData("3.0.3", "{ type: «[string, 'null']» }", "`nullable: true`")]
    public void Null_WrittenTheOtherVersionsWay_IsReported(string version, string schema, string fix)
        => Assert.Contains(fix, LintRun.Single(LintIds.NullWrittenWrong, LintDocuments.Schemas($"Thing: {{ type: object, properties: {{ a: {schema} }} }}", version)).Fix, StringComparison.Ordinal);

    [Theory]
    [InlineData("3.1.0", "{ type: [string, 'null'] }")]
    [InlineData("3.1.0", "{ type: string, nullable: false }")]
    [InlineData("3.0.3", "{ type: string, nullable: true }")]
    public void Null_WrittenThisVersionsWay_IsNotReported(string version, string schema)
        => LintRun.None(LintIds.NullWrittenWrong, LintDocuments.Schemas($"Thing: {{ type: object, properties: {{ a: {schema} }} }}", version));
}
