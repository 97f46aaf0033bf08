using System.Linq;
using HyperscaleSdk.Specification.OpenApi;
using HyperscaleSdk.Specification.Text;

namespace HyperscaleSdk.Specification.Lint;

/// <summary>The generated client sends its key in a header. A key in the address ends up in the logs of every proxy.</summary>
internal sealed class KeyPlacementRule : ILintRule
{
    public void Check(LintContext context)
    {
        var document = context.Document;
        var hasUsable = document.SecuritySchemes.Exists(IsUsable);
        foreach (var scheme in document.SecuritySchemes)
        {
            if (scheme.Location == "query" || (!hasUsable && IsSecret(scheme)))
            {
                ReportScheme(context, scheme, hasUsable);
            }
        }

        // Beside a scheme, a parameter that may be left out is only another way for who wants it.
        foreach (var (parameter, operations) in KeyParameters.Find(document).Where(found => (found.Parameter.Required || !hasUsable) && !IsDeclared(document, found.Parameter)))
        {
            ReportParameter(context, parameter, operations);
        }
    }

    private static bool IsUsable(ApiSecurityScheme scheme) => scheme switch
    {
        { Type: "http", Scheme: { } name } => name.Equals("bearer", System.StringComparison.OrdinalIgnoreCase),
        { Type: "apiKey" } => scheme.Location == "header",
        _ => scheme.Type is "oauth2" or "openIdConnect",
    };

    private static bool IsSecret(ApiSecurityScheme scheme) => scheme.Type is "http" or "apiKey" && !IsUsable(scheme);

    private static bool IsDeclared(ApiDocument document, ApiParameter parameter)
        => document.SecuritySchemes.Exists(scheme => scheme.ParameterName == parameter.Name && scheme.Location == parameter.Location);

    private static void ReportScheme(LintContext context, ApiSecurityScheme scheme, bool hasUsable)
    {
        var schemes = context.Document.Root["components"]?["securitySchemes"];
        var span = schemes is null ? default : LintContext.KeySpan(schemes, scheme.Name);
        var name = LintText.Name(scheme.Name);
        if (scheme.Location == "query")
        {
            context.Report(
                LintIds.KeyNotInHeader,
                hasUsable ? SpecSeverity.Info : SpecSeverity.Warning,
                span,
                $"The security scheme '{name}' puts the key into the address, where logs and proxies keep it; the generated client does not send it.",
                $"보안 방식 '{name}'은(는) 키를 주소에 넣습니다. 로그와 프록시에 키가 남으며, 생성된 클라이언트는 이 키를 보내지 않습니다.",
                $"Accept the key in a header and describe that: `{name}: {{ type: http, scheme: bearer }}`.",
                $"키를 헤더로도 받고 `{name}: {{ type: http, scheme: bearer }}`로 기술하십시오.");
            return;
        }

        context.Report(
            LintIds.KeyNotInHeader,
            SpecSeverity.Info,
            span,
            $"The security scheme '{name}' is none that the generated client can send: it knows a bearer token and a key in a header.",
            $"보안 방식 '{name}'은(는) 생성된 클라이언트가 보낼 수 없습니다. 베어러 토큰과 헤더의 키만 보낼 수 있습니다.",
            $"If the service accepts a token as well, describe it: `bearer: {{ type: http, scheme: bearer }}` beside '{name}'.",
            $"토큰도 받는 서비스라면 '{name}' 옆에 `bearer: {{ type: http, scheme: bearer }}`를 기술하십시오.");
    }

    private static void ReportParameter(LintContext context, ApiParameter parameter, int operations)
    {
        var name = LintText.Name(parameter.Name);
        var count = LintText.Count(operations);
        var path = context.IsSwagger ? "securityDefinitions" : "components/securitySchemes";
        var location = parameter.Location;
        context.Report(
            LintIds.KeyNotInHeader,
            parameter.Node["name"]?.Span ?? parameter.Node.Span,
            $"The {location} parameter '{name}' looks like a key ({count} {(operations == 1 ? "operation takes" : "operations take")} it): callers have to pass it with every call.",
            $"{location} 매개변수 '{name}'은(는) 키로 보입니다(작업 {count}개). 호출할 때마다 넘겨야 합니다.",
            $"Declare it once below `{path}`: `key: {{ type: apiKey, in: header, name: {(location == "header" ? name : "Authorization")} }}`, require it with `security: [{{ key: [] }}]` and remove the parameter.",
            $"`{path}` 아래에 `key: {{ type: apiKey, in: header, name: {(location == "header" ? name : "Authorization")} }}`로 한 번 정의하고 `security: [{{ key: [] }}]`로 요구한 뒤 매개변수를 지우십시오.");
    }
}
