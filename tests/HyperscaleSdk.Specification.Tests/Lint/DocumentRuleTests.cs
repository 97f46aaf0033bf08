using HyperscaleSdk.Specification.Lint;
using HyperscaleSdk.Specification.Text;

namespace HyperscaleSdk.Specification.Tests.Lint;

public sealed class DocumentRuleTests
{
    private const string Operation = "paths: { /a: { get: { operationId: a } } }";

    [Fact]
    public void Security_RequiredButNotDeclared_IsAnError()
    {
        var finding = LintRun.Single(LintIds.SecurityScheme, $"openapi: 3.1.0\nsecurity: [{{ «token»: [] }}]\n{Operation}");

        Assert.Equal(SpecSeverity.Error, finding.Severity);
        Assert.Contains("`token: { type: http, scheme: bearer }`", finding.Fix, StringComparison.Ordinal);
    }

    [Fact]
    public void Security_DeclaredButRequiredNowhere_IsReportedOnce()
    {
        var finding = LintRun.Single(LintIds.SecurityScheme, $$"""
            openapi: 3.1.0
            {{Operation}}
            components: { securitySchemes: { «one»: { type: http, scheme: bearer }, two: { type: apiKey, in: header, name: K } } }
            """);

        Assert.Equal(SpecSeverity.Warning, finding.Severity);
        Assert.Contains("schemes 'one', 'two'", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Security_BesideARequiredScheme_IsInformation()
        => Assert.Equal(SpecSeverity.Info, LintRun.Single(LintIds.SecurityScheme, """
            openapi: 3.1.0
            paths: { /a: { get: { operationId: a, security: [{ one: [] }] } } }
            components: { securitySchemes: { one: { type: http, scheme: bearer }, «two»: { type: apiKey, in: header, name: K } } }
            """).Severity);

    [Fact]
    public void Security_DeclaredAndRequired_IsNotReported()
    {
        const string Text = $$"""
            openapi: 3.1.0
            security: [{ one: [] }]
            {{Operation}}
            components: { securitySchemes: { one: { type: http, scheme: bearer } } }
            """;

        LintRun.None(LintIds.SecurityScheme, Text);
        LintRun.None(LintIds.NoSecurity, Text);
        LintRun.None(LintIds.KeyNotInHeader, Text);
    }

    [Fact]
    public void Security_NotStated_IsReportedAtThePaths()
        => LintRun.Single(LintIds.NoSecurity, $"openapi: 3.1.0\n{Operation.Replace("paths", "«paths»", StringComparison.Ordinal)}");

    [Fact]
    public void Security_StatedAsNone_IsNotReported() => LintRun.None(LintIds.NoSecurity, $"openapi: 3.1.0\nsecurity: []\n{Operation}");

    [Theory]
    [InlineData("{ type: apiKey, in: query, name: key }", SpecSeverity.Warning, "into the address")]
    [InlineData("{ type: http, scheme: basic }", SpecSeverity.Info, "generated client can send")]
    [InlineData("{ type: apiKey, in: cookie, name: session }", SpecSeverity.Info, "generated client can send")]
    public void Key_NotInAHeader_IsReportedAtTheScheme(string scheme, SpecSeverity severity, string says)
    {
        var finding = LintRun.Single(LintIds.KeyNotInHeader, $$"""
            openapi: 3.1.0
            security: [{ key: [] }]
            {{Operation}}
            components: { securitySchemes: { «key»: {{scheme}} } }
            """);

        Assert.Equal(severity, finding.Severity);
        Assert.Contains(says, finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Key_AsAParameterOfEachOperation_IsReportedOnceWithItsNumber()
    {
        const string Text = """
            openapi: 3.1.0
            paths:
              /a: { get: { operationId: a, parameters: [{ name: «serviceKey», in: query, required: true }] } }
              /b: { get: { operationId: b, parameters: [{ name: serviceKey, in: query, required: true }] } }
            """;

        Assert.Contains("2 operations take it", LintRun.Single(LintIds.KeyNotInHeader, Text).Message, StringComparison.Ordinal);
        Assert.Empty(LintRun.Marked(LintIds.NoSecurity, Text.Replace("«", "", StringComparison.Ordinal).Replace("»", "", StringComparison.Ordinal)));
    }

    [Fact]
    public void Key_AsAnOptionalParameterBesideAScheme_IsNotReported()
        => LintRun.None(LintIds.KeyNotInHeader, """
            openapi: 3.1.0
            security: [{ one: [] }]
            paths: { /a: { get: { operationId: a, parameters: [{ name: access_token, in: query }] } } }
            components: { securitySchemes: { one: { type: http, scheme: bearer } } }
            """);

    [Theory]
    [InlineData("«paths»: { /a: { get: { operationId: a } } }", "names no server")]
    [InlineData("servers: [{ url: «/v1» }]\npaths: { /a: { get: { operationId: a } } }", "no absolute address")]
    [InlineData("servers: [{ url: «'http://api.example.com'» }]\npaths: { /a: { get: { operationId: a } } }", "is not encrypted")]
    [InlineData("servers: [{ url: «'{scheme}://api.example.com'», variables: { scheme: { default: http } } }]\npaths: { /a: { get: { operationId: a } } }", "is not encrypted")]
    public void Server_MissingRelativeOrPlain_IsReported(string text, string says)
        => Assert.Contains(says, LintRun.Single(LintIds.Server, "openapi: 3.1.0\n" + text).Message, StringComparison.Ordinal);

    [Fact]
    public void Server_WithAnEncryptedOneBehindIt_IsToldToChangeTheOrder()
        => Assert.Contains("first", LintRun.Single(LintIds.Server, $$"""
            openapi: 3.1.0
            servers: [{ url: «http://api.example.com» }, { url: https://api.example.com }]
            {{Operation}}
            """).Fix, StringComparison.Ordinal);

    [Theory]
    [InlineData("openapi: 3.1.0\nservers: [{ url: https://api.example.com }]\n" + Operation)]
    [InlineData("openapi: 3.1.0\nservers: [{ url: http://127.0.0.1:8080 }]\n" + Operation)]
    [InlineData("openapi: 3.1.0\npaths: {}")]
    [InlineData("swagger: '2.0'\nhost: api.example.com\n" + Operation)]
    public void Server_EncryptedLocalOrNotNeeded_IsNotReported(string text) => LintRun.None(LintIds.Server, text);

    [Fact]
    public void Server_OfOpenApi2_IsReportedAtItsSchemes()
        => Assert.Contains("`schemes: [https]`", LintRun.Single(LintIds.Server, "swagger: '2.0'\nhost: api.example.com\n«schemes»: [http]\n" + Operation).Fix, StringComparison.Ordinal);

    [Fact]
    public void Info_WithGaps_IsReportedOnceAtItsKey()
    {
        var finding = LintRun.Single(LintIds.InfoIncomplete, "openapi: 3.1.0\n«info»: { title: T, version: '' }\npaths: {}");

        Assert.Contains("lacks version, contact, license", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Info_Complete_IsNotReported()
        => LintRun.None(LintIds.InfoIncomplete, "openapi: 3.1.0\ninfo: { title: T, version: '1', contact: { name: n }, license: { name: MIT } }\npaths: {}");

    [Fact]
    public void Descriptions_Missing_AreReportedOnceWithNumbers()
    {
        var finding = LintRun.Single(LintIds.SchemasNotDescribed, LintDocuments.Schemas("""
            Thing: { description: d, type: object, properties: { a: { type: string }, b: { type: string, description: d } } }
            «Other»: { type: object, properties: { c: { type: string, description: d } } }
            """));

        Assert.Contains("1 of 2 component schemas and 1 of 3 members have no description: 'Other'.", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Descriptions_Complete_AreNotReported()
        => LintRun.None(LintIds.SchemasNotDescribed, LintDocuments.Schemas("Thing: { description: d, type: object, properties: { a: { type: string, description: d } } }"));

    private const string Chat = """
        openapi: 3.1.0
        paths:
          /v1/chat/completions: { VERB: { operationId: chat, requestBody: { content: { application/json: { schema: { type: object, properties: { messages: { type: array, items: { type: string } } } } } } } } }
          /v1/embeddings: { post: { operationId: embed, requestBody: { content: { application/json: { schema: { type: object } } } } } }
        """;

    [Fact]
    public void Binding_Absent_IsReportedAtTheFirstOperationThatNeedsIt()
    {
        var finding = LintRun.Single(LintIds.BindingAbsent, Chat.Replace("VERB", "«post»", StringComparison.Ordinal));

        Assert.Contains("'chat' and 'embed' look", finding.Message, StringComparison.Ordinal);
        Assert.Contains("embeddings: [{ operation: embed, dialect: openai }]", finding.Fix, StringComparison.Ordinal);
    }

    [Fact]
    public void Binding_BesideOrWithinTheDocument_IsSeen()
    {
        var text = Chat.Replace("VERB", "post", StringComparison.Ordinal);

        LintRun.None(LintIds.BindingAbsent, text, hasBinding: true);
        LintRun.None(LintIds.BindingAbsent, text + "\nx-hyperscale: { version: 1 }");
    }
}
