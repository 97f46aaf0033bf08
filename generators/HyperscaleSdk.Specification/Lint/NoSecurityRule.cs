namespace HyperscaleSdk.Specification.Lint;

/// <summary>A document that says nothing about security leaves open whether there is a key.</summary>
internal sealed class NoSecurityRule : ILintRule
{
    public void Check(LintContext context)
    {
        var document = context.Document;
        if (document.Operations.Count == 0 || document.SecuritySchemes.Count > 0 || SecurityUse.Of(document).IsStated || KeyParameters.Find(document).Count > 0)
        {
            return;
        }

        context.Report(
            LintIds.NoSecurity,
            LintContext.KeySpan(document.Root, "paths"),
            "Nothing says how a call is authenticated: the client sends no key.",
            "인증 방법이 적혀 있지 않습니다. 클라이언트가 키를 보내지 않습니다.",
            context.IsSwagger
                ? "Declare the key, `securityDefinitions: { key: { type: apiKey, in: header, name: Authorization } }` and `security: [{ key: [] }]`; if there is none, write `security: []`."
                : "Declare the key, `components: { securitySchemes: { key: { type: http, scheme: bearer } } }` and `security: [{ key: [] }]`; if there is none, write `security: []`.",
            context.IsSwagger
                ? "`securityDefinitions: { key: { type: apiKey, in: header, name: Authorization } }`와 `security: [{ key: [] }]`로 키를 정의하십시오. 키가 없는 API라면 `security: []`를 적습니다."
                : "`components: { securitySchemes: { key: { type: http, scheme: bearer } } }`와 `security: [{ key: [] }]`로 키를 정의하십시오. 키가 없는 API라면 `security: []`를 적습니다.");
    }
}
