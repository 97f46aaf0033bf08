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
        foreach (var required in use.Required.Where(required => !names.Contains(required.Key)))
        {
            ReportMissing(context, LintText.Name(required.Key), required.Value);
        }

        var unused = declared.Where(member => !use.Required.ContainsKey(member.Name)).ToList();
        if (unused.Count > 0 && !use.IsStated)
        {
            // One gap, however many schemes there are to fill it with.
            ReportUnused(context, SpecSeverity.Warning, unused[0], (unused.Count == 1 ? "" : "s") + " " + string.Join(", ", unused.Select(member => $"'{LintText.Name(member.Name)}'")));
        }
        else
        {
            // Beside others that are required, it is only in the way.
            unused.ForEach(member => ReportUnused(context, SpecSeverity.Info, member, $" '{LintText.Name(member.Name)}'"));
        }
    }

    private static void ReportMissing(LintContext context, string name, SourceSpan span)
    {
        var (path, example) = context.IsSwagger
            ? ("securityDefinitions", $"{name}: {{ type: apiKey, in: header, name: Authorization }}")
            : ("components/securitySchemes", $"{name}: {{ type: http, scheme: bearer }}");
        context.Report(
            LintIds.SecurityScheme,
            SpecSeverity.Error,
            span,
            $"The security scheme '{name}' is required but not declared: no key is sent.",
            $"보안 방식 '{name}'이(가) 요구되지만 정의되지 않았습니다. 키가 전송되지 않습니다.",
            $"Declare it below `{path}`: `{example}`.",
            $"`{path}` 아래에 `{example}`처럼 정의하십시오.");
    }

    private static void ReportUnused(LintContext context, SpecSeverity severity, SpecMember first, string names)
    {
        var name = LintText.Name(first.Name);
        context.Report(
            LintIds.SecurityScheme,
            severity,
            first.NameSpan,
            $"No operation requires the security scheme{names}: tools differ in whether they send a key.",
            $"보안 방식 {names.Substring(names.IndexOf('\''))}을(를) 요구하는 작업이 없습니다. 키를 보낼지는 도구마다 다릅니다.",
            $"Write at the top of the document `security: [{{ {name}: [] }}]`, or into each operation that needs it; or remove the scheme.",
            $"문서의 최상위나 필요한 작업에 `security: [{{ {name}: [] }}]`를 적거나, 방식을 지우십시오.");
    }
}
