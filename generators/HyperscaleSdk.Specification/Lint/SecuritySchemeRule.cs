using System;
using System.Collections.Generic;
using System.Linq;
using HyperscaleSdk.Specification.Text;

namespace HyperscaleSdk.Specification.Lint;

/// <summary>What is required has to be declared, and what is declared should be required somewhere.</summary>
internal sealed class SecuritySchemeRule : ILintRule
{
    public void Check(LintContext context)
    {
        var use = SecurityUse.Of(context.Document);
        var declared = context.Document.Root["components"]?["securitySchemes"]?.Members ?? (IReadOnlyList<SpecMember>)Array.Empty<SpecMember>();
        var names = new HashSet<string>(declared.Select(member => member.Name), StringComparer.Ordinal);
        var path = context.IsSwagger ? "securityDefinitions" : "components/securitySchemes";
        foreach (var required in use.Required.Where(required => !names.Contains(required.Key)))
        {
            var name = LintText.Name(required.Key);
            context.Report(
                LintIds.SecurityScheme,
                SpecSeverity.Error,
                required.Value,
                $"The security scheme '{name}' is required but not declared: no key is sent.",
                $"보안 방식 '{name}'이(가) 요구되지만 정의되지 않았습니다. 키가 전송되지 않습니다.",
                context.IsSwagger
                    ? $"Declare it below `{path}`: `{name}: {{ type: apiKey, in: header, name: Authorization }}`."
                    : $"Declare it below `{path}`: `{name}: {{ type: http, scheme: bearer }}`.",
                context.IsSwagger
                    ? $"`{path}` 아래에 `{name}: {{ type: apiKey, in: header, name: Authorization }}`을 정의하십시오."
                    : $"`{path}` 아래에 `{name}: {{ type: http, scheme: bearer }}`를 정의하십시오.");
        }

        foreach (var member in declared.Where(member => !use.Required.ContainsKey(member.Name)))
        {
            var name = LintText.Name(member.Name);
            context.Report(
                LintIds.SecurityScheme,
                member.NameSpan,
                $"The security scheme '{name}' is declared but no operation requires it: tools differ in whether they send a key.",
                $"보안 방식 '{name}'이(가) 정의되었지만 요구하는 작업이 없습니다. 키를 보낼지는 도구마다 다릅니다.",
                $"Write at the top of the document `security: [{{ {name}: [] }}]`, or into each operation that needs it; or remove the scheme.",
                $"문서의 최상위나 필요한 작업에 `security: [{{ {name}: [] }}]`를 적거나, 방식을 지우십시오.");
        }
    }
}
