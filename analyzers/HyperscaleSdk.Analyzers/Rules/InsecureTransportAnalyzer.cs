using System;
using System.Collections.Immutable;
using HyperscaleSdk.Analyzers.Ai;
using HyperscaleSdk.Analyzers.Credentials;
using HyperscaleSdk.Analyzers.Policies;
using HyperscaleSdk.Localization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace HyperscaleSdk.Analyzers.Rules;

/// <summary>HSAI0014: an AI supplier is called over plain HTTP, or every certificate is accepted.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class InsecureTransportAnalyzer : DiagnosticAnalyzer
{
    private const string Validator = "DangerousAcceptAnyServerCertificateValidator";

    private static readonly DiagnosticDescriptor Rule = RuleDescriptor.Create(
        RuleIdentifiers.InsecureTransport,
        RuleCategories.Credentials,
        DiagnosticSeverity.Error,
        new BilingualText("Plain HTTP or disabled certificate check", "평문 HTTP 또는 인증서 검증 무력화"),
        new BilingualText("{0} (PIPA Decree Art. 30, safeguards notice Art. 7(4)): {1}", "{0}(개인정보 보호법 시행령 제30조, 안전성 확보조치 기준 제7조제4항): {1}"),
        new BilingualText(
            "Personal data that travels over the Internet has to be encrypted, and encryption without a check of the certificate protects from nobody on the way.",
            "인터넷으로 주고받는 개인정보는 암호화해야 하며, 인증서를 확인하지 않는 암호화는 중간자를 막지 못합니다."));

    private static readonly BilingualText PlainAddress = new("The text and the key travel to '{0}' unencrypted", "텍스트와 키가 '{0}'에 암호화되지 않은 채 전송됩니다");
    private static readonly BilingualText UseHttps = new("use https", "https를 쓰십시오");
    private static readonly BilingualText AcceptsAll = new("Every server certificate is accepted", "모든 서버 인증서를 받아들입니다");
    private static readonly BilingualText RemoveCallback = new("remove it, or trust the organisation's own certificate authority", "이 설정을 지우거나 기관의 인증 기관을 신뢰하게 하십시오");

    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rule];

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            // A test server signs its certificate itself.
            if (new ProjectOptions(start.Options.AnalyzerConfigOptionsProvider.GlobalOptions).IsTestProject)
            {
                return;
            }

            var policy = ProjectPolicy.Load(start);
            start.RegisterOperationAction(operation => VisitLiteral(operation, policy), OperationKind.Literal);
            start.RegisterOperationAction(operation => VisitVariable(operation, policy), OperationKind.FieldReference, OperationKind.LocalReference);
            start.RegisterOperationAction(operation => VisitDelegate(operation, policy), OperationKind.DelegateCreation);
            start.RegisterOperationAction(operation => VisitProperty(operation, policy), OperationKind.PropertyReference);
        });
    }

    private static void VisitLiteral(OperationAnalysisContext context, ProjectPolicy policy)
    {
        var literal = context.Operation;
        if (literal.ConstantValue is not { HasValue: true, Value: string text } || WebAddress.Host(text, out var isEncrypted) is not { } host
            || isEncrypted || HostKinds.IsPrivate(host) || IsCutOff(literal, text, host))
        {
            return;
        }

        if ((ProviderHosts.Contains(host) && !IsCompared(literal)) || Endpoints.IsGivenToAi(literal))
        {
            policy.Report(context.ReportDiagnostic, Diagnostic.Create(Rule, literal.Syntax.GetLocation(), new Formatted(PlainAddress, host), UseHttps));
        }
    }

    // const string Address = "http://…", given to a client
    private static void VisitVariable(OperationAnalysisContext context, ProjectPolicy policy)
    {
        var variable = context.Operation;
        if (variable.Type?.SpecialType == SpecialType.System_String && Endpoints.IsGivenToAi(variable) && ConstantText.Of(variable, context.CancellationToken) is { } text
            && WebAddress.Host(text, out var isEncrypted) is { } host && !isEncrypted && !HostKinds.IsPrivate(host) && !ProviderHosts.Contains(host) && !IsCutOff(variable, text, host))
        {
            policy.Report(context.ReportDiagnostic, Diagnostic.Create(Rule, variable.Syntax.GetLocation(), new Formatted(PlainAddress, host), UseHttps));
        }
    }

    private static void VisitDelegate(OperationAnalysisContext context, ProjectPolicy policy)
    {
        var creation = (IDelegateCreationOperation)context.Operation;
        if (CertificateCallbacks.Judges(creation.Type) && CertificateCallbacks.AcceptsAll(creation, context.CancellationToken))
        {
            ReportCallback(context, creation, policy);
        }
    }

    private static void VisitProperty(OperationAnalysisContext context, ProjectPolicy policy)
    {
        if (((IPropertyReferenceOperation)context.Operation).Property.Name is Validator)
        {
            ReportCallback(context, context.Operation, policy);
        }
    }

    private static void ReportCallback(OperationAnalysisContext context, IOperation callback, ProjectPolicy policy)
    {
        if (!LoopbackScope.Surrounds(callback.Syntax))
        {
            policy.Report(context.ReportDiagnostic, Diagnostic.Create(Rule, callback.Syntax.GetLocation(), AcceptsAll, RemoveCallback));
        }
    }

    // $"http://10.0.{n}.1" and "http://api." + domain: the host goes on in what follows.
    private static bool IsCutOff(IOperation literal, string text, string host) =>
        literal.Parent is IInterpolatedStringTextOperation or IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } && text.EndsWith(host, StringComparison.Ordinal);

    private static bool IsCompared(IOperation literal) => literal.Parent switch
    {
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } => true,
        IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "Equals" or "StartsWith" or "Contains" or "Replace" or "IndexOf" } } => true,
        _ => false,
    };
}
