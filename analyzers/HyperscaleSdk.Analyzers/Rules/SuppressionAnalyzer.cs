using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using HyperscaleSdk.Analyzers.Policies;
using HyperscaleSdk.Localization;
using HyperscaleSdk.Policies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace HyperscaleSdk.Analyzers.Rules;

/// <summary>HSAI0028: a rule is switched off in code without a reason or an end, or the policy does not know a change of the law.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SuppressionAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor NoReason = RuleDescriptor.Create(
        RuleIdentifiers.UnjustifiedSuppression, RuleCategories.Reliability, DiagnosticSeverity.Warning, Title(),
        new BilingualText("{0} is suppressed without a reason: write why beside it", "{0} 규칙을 사유 없이 껐습니다. 사유를 함께 적으십시오"),
        Description());

    private static readonly DiagnosticDescriptor NoEnd = RuleDescriptor.Create(
        RuleIdentifiers.UnjustifiedSuppression, RuleCategories.Reliability, DiagnosticSeverity.Warning, Title(),
        new BilingualText(
            "{0} is suppressed without an end: its findings are errors, so write 'until yyyy-MM-dd' in the reason",
            "{0} 규칙을 기한 없이 껐습니다. 이 규칙의 결과는 오류이므로 사유에 '기한 yyyy-MM-dd'를 적으십시오"),
        Description());

    private static readonly DiagnosticDescriptor Expired = RuleDescriptor.Create(
        RuleIdentifiers.UnjustifiedSuppression, RuleCategories.Reliability, DiagnosticSeverity.Warning, Title(),
        new BilingualText("The suppression of {0} expired on {1}: decide again, or remove it", "{0} 예외가 {1}에 만료되었습니다. 다시 결정하거나 지우십시오"),
        Description());

    private static readonly DiagnosticDescriptor OffInProject = RuleDescriptor.Create(
        RuleIdentifiers.UnjustifiedSuppression, RuleCategories.Reliability, DiagnosticSeverity.Warning, Title(),
        new BilingualText(
            "{0} is switched off for the project (NoWarn) without an entry in the policy: write rule, place, reason and end into 'suppressions'",
            "{0} 규칙을 프로젝트 전체에서(NoWarn) 껐는데 정책에 항목이 없습니다. 'suppressions'에 규칙, 위치, 사유, 기한을 적으십시오"),
        Description(), WellKnownDiagnosticTags.CompilationEnd);

    private static readonly DiagnosticDescriptor OffInFiles = RuleDescriptor.Create(
        RuleIdentifiers.UnjustifiedSuppression, RuleCategories.Reliability, DiagnosticSeverity.Warning, Title(),
        new BilingualText(
            "{0} is switched off by configuration (.editorconfig) for {1} file(s), '{2}' first, without an entry in the policy: write rule, place, reason and end into 'suppressions'",
            "{0} 규칙을 구성(.editorconfig)으로 파일 {1}개('{2}' 등)에서 껐는데 정책에 항목이 없습니다. 'suppressions'에 규칙, 위치, 사유, 기한을 적으십시오"),
        Description(), WellKnownDiagnosticTags.CompilationEnd);

    private static readonly DiagnosticDescriptor OldRulePack = RuleDescriptor.Create(
        RuleIdentifiers.UnjustifiedSuppression, RuleCategories.Reliability, DiagnosticSeverity.Warning, Title(),
        new BilingualText(
            "The policy knows the law of {0}; since then: {1}. Review the policy, then move 'rulePack' to today",
            "정책은 {0} 기준입니다. 그 뒤 달라진 것: {2}. 정책을 검토한 뒤 'rulePack'을 오늘로 바꾸십시오"),
        Description());

    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [NoReason, NoEnd, Expired, OffInProject, OffInFiles, OldRulePack];

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(Start);
    }

    private static BilingualText Title() => new("Suppression without a reason, or an outdated rule pack", "사유 없는 예외·만료된 규칙팩");

    private static BilingualText Description() => new(
        "Voluntary safeguards lower a penalty surcharge (PIPA art. 64-2(5)) when they can be shown. A suppression that nobody explains shows the opposite.",
        "자율적인 보호 활동은 과징금 산정에서 고려됩니다(개인정보 보호법 제64조의2제5항). 사유 없는 예외는 그 반대를 보여 줍니다.");

    private static void Start(CompilationStartAnalysisContext context)
    {
        var options = new ProjectOptions(context.Options.AnalyzerConfigOptionsProvider.GlobalOptions);
        if (options.IsTestProject)
        {
            return;
        }

        var policy = ProjectPolicy.Load(context);
        var today = options.Today;
        context.RegisterSyntaxTreeAction(tree => CheckPragmas(tree, policy, today));
        context.RegisterSyntaxNodeAction(node => CheckAttribute(node, policy, today), SyntaxKind.Attribute);
        context.RegisterCompilationEndAction(end => CheckConfiguration(end, policy));
        if (policy.MissedChanges() is { Count: > 0 } changes)
        {
            context.RegisterAdditionalFileAction(file => ReportRulePack(file, policy, changes));
        }
    }

    // Neither has a place for a reason: the policy has. And neither has a place that a report could stand at.
    private static void CheckConfiguration(CompilationAnalysisContext context, ProjectPolicy policy)
    {
        var off = new SwitchedOffRules(context.Compilation, context.Options.AnalyzerConfigOptionsProvider, context.CancellationToken);
        foreach (var id in RuleCatalog.Ids)
        {
            if (off.ByProject(id, policy).Count > 0)
            {
                context.ReportDiagnostic(Diagnostic.Create(OffInProject, Location.None, id));
            }
            else if (off.ByFile(id, policy) is { Count: > 0 } files)
            {
                var path = files[0].FilePath.Replace('\\', '/');
                context.ReportDiagnostic(Diagnostic.Create(OffInFiles, Location.None, id, files.Count, path.Substring(path.LastIndexOf('/') + 1)));
            }
        }
    }

    private static void ReportRulePack(AdditionalFileAnalysisContext context, ProjectPolicy policy, IReadOnlyList<LawChange> changes)
    {
        if (string.Equals(context.AdditionalFile.Path, policy.Path, StringComparison.Ordinal))
        {
            context.ReportDiagnostic(Diagnostic.Create(
                OldRulePack,
                PolicyLocations.Create(policy.Path!, policy.Current!.RulePackPlace),
                policy.Current.RulePack!.Value.ToString(),
                string.Join("; ", changes.Select(change => $"{change.English} ({change.Date})")),
                string.Join("; ", changes.Select(change => $"{change.Korean}({change.Date})"))));
        }
    }

    private static void CheckPragmas(SyntaxTreeAnalysisContext context, ProjectPolicy policy, PolicyDate? today)
    {
        var root = context.Tree.GetRoot(context.CancellationToken);
        if (!root.ContainsDirectives)
        {
            return;
        }

        for (var directive = root.GetFirstDirective(); directive is not null; directive = directive.GetNextDirective())
        {
            if (directive is not PragmaWarningDirectiveTriviaSyntax pragma || !pragma.DisableOrRestoreKeyword.IsKind(SyntaxKind.DisableKeyword))
            {
                continue;
            }

            var justification = Justification.Read(Comment(pragma));
            foreach (var code in pragma.ErrorCodes)
            {
                if (code is IdentifierNameSyntax { Identifier.ValueText: var id } && RuleCatalog.Contains(id))
                {
                    Check(id, code.GetLocation(), justification, policy, today, context.ReportDiagnostic);
                }
            }
        }
    }

    /// <summary>The comment at the end of the directive's line, else the one that ends the line before it.</summary>
    private static string? Comment(PragmaWarningDirectiveTriviaSyntax pragma)
    {
        foreach (var trivia in pragma.DescendantTrivia())
        {
            if (trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia))
            {
                return trivia.ToString();
            }
        }

        var siblings = pragma.ParentTrivia.Token.LeadingTrivia;
        for (var i = siblings.IndexOf(pragma.ParentTrivia) - 1; i >= 0; i--)
        {
            if (siblings[i].IsKind(SyntaxKind.SingleLineCommentTrivia))
            {
                return siblings[i].ToString();
            }

            if (!siblings[i].IsKind(SyntaxKind.WhitespaceTrivia) && !(siblings[i].IsKind(SyntaxKind.EndOfLineTrivia) && i > 0 && siblings[i - 1].IsKind(SyntaxKind.SingleLineCommentTrivia)))
            {
                break;
            }
        }

        return null;
    }

    private static void CheckAttribute(SyntaxNodeAnalysisContext context, ProjectPolicy policy, PolicyDate? today)
    {
        var attribute = (AttributeSyntax)context.Node;
        if (LastName(attribute.Name) is not ("SuppressMessage" or "SuppressMessageAttribute" or "UnconditionalSuppressMessage" or "UnconditionalSuppressMessageAttribute")
            || attribute.ArgumentList is not { Arguments: { Count: >= 2 } arguments }
            || context.SemanticModel.GetConstantValue(arguments[1].Expression, context.CancellationToken).Value is not string check)
        {
            return;
        }

        // "HSAI0001:Resident registration number" is how the editor writes it.
        var colon = check.IndexOf(':');
        var id = (colon < 0 ? check : check.Substring(0, colon)).Trim();
        if (!RuleCatalog.Contains(id))
        {
            return;
        }

        var reason = arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == "Justification");
        var text = reason is null ? null : context.SemanticModel.GetConstantValue(reason.Expression, context.CancellationToken).Value as string;
        Check(id, attribute.GetLocation(), Justification.Read(text), policy, today, context.ReportDiagnostic);
    }

    private static string LastName(NameSyntax name) => name switch
    {
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax alias => alias.Name.Identifier.ValueText,
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        _ => string.Empty,
    };

    private static void Check(string id, Location place, Justification justification, ProjectPolicy policy, PolicyDate? today, Action<Diagnostic> report)
    {
        // What the policy answers for needs no second reason in code.
        if (policy.IsSuppressed(id, place) || policy.IsSuppressed(RuleIdentifiers.UnjustifiedSuppression, place))
        {
            return;
        }

        if (!justification.IsReason)
        {
            report(Diagnostic.Create(NoReason, place, id));
        }
        else if (justification.Expiry is { } expiry)
        {
            if (expiry < today)
            {
                report(Diagnostic.Create(Expired, place, id, expiry.ToString()));
            }
        }
        else if (RuleCatalog.IsError(id))
        {
            report(Diagnostic.Create(NoEnd, place, id));
        }
    }
}
