using System.Collections.Immutable;
using HyperscaleSdk.Analyzers.Ai;
using HyperscaleSdk.Analyzers.Output;
using HyperscaleSdk.Analyzers.Policies;
using HyperscaleSdk.Localization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace HyperscaleSdk.Analyzers.Rules;

/// <summary>HSAI0026: what a model answered is run, opened or rendered without a check.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class OutputExecutedAnalyzer : DiagnosticAnalyzer
{
    /// <summary>The property of a diagnostic that says as what the output is trusted.</summary>
    internal const string KindProperty = "kind";

    private static readonly DiagnosticDescriptor Rule = RuleDescriptor.Create(
        RuleIdentifiers.OutputExecuted,
        RuleCategories.Reliability,
        DiagnosticSeverity.Warning,
        new BilingualText("Model output executed or trusted", "모델 출력을 검증 없이 실행·신뢰"),
        new BilingualText(
            "A model's output is used as {0} without a check (PIPA Art. 29): {1}",
            "모델 출력을 검증 없이 {0}(으)로 사용합니다(개인정보 보호법 제29조): {1}"),
        new BilingualText(
            "Whoever can write into a prompt, a document or a web page that the model reads decides what it answers. Such text is input from outside.",
            "프롬프트나 모델이 읽는 문서·웹 페이지를 쓸 수 있는 사람은 모델의 답도 정할 수 있습니다. 모델 출력은 외부 입력입니다."));

    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rule];

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (AiTypes.Resolve(start.Compilation) is { } types && !new ProjectOptions(start.Options.AnalyzerConfigOptionsProvider.GlobalOptions).IsTestProject)
            {
                var policy = ProjectPolicy.Load(start);
                start.RegisterOperationAction(operation => Visit(operation, types, policy), OperationKind.Argument, OperationKind.SimpleAssignment, OperationKind.Conversion);
            }
        });
    }

    private static void Visit(OperationAnalysisContext context, AiTypes types, ProjectPolicy policy)
    {
        foreach (var sink in ExecutionSinks.At(context.Operation))
        {
            // A result that was read into a type had its shape checked.
            var tracer = new OutputTracer(types, new ExecutionPolicy(sink.Kind), context.CancellationToken);
            if (tracer.Trace(sink.Value).HasFlag(OutputForms.Text) && !ExecutionPolicy.IsChecked(sink.Value.Syntax, tracer.Variables))
            {
                var (name, advice) = Texts(sink.Kind);
                policy.Report(context.ReportDiagnostic, Diagnostic.Create(
                    Rule, sink.Value.Syntax.GetLocation(), ImmutableDictionary<string, string?>.Empty.Add(KindProperty, sink.Kind.ToString()), name, advice));
            }
        }
    }

    private static (BilingualText Name, BilingualText Advice) Texts(ExecutionKind kind) => kind switch
    {
        ExecutionKind.Process => (new("a command", "명령"), new("choose among commands of your own", "허용 목록의 명령 중에서 고르십시오")),
        ExecutionKind.Sql => (new("SQL", "SQL"), new("write the statement yourself and pass values as parameters", "문장은 직접 쓰고 값은 매개변수로 넘기십시오")),
        ExecutionKind.Path => (new("a file path", "파일 경로"), new("take the file name only, within a folder of your own", "정해진 폴더 안에서 파일 이름만 쓰십시오")),
        ExecutionKind.Html => (new("HTML", "HTML"), new("encode or sanitise it", "인코딩하거나 정화하십시오")),
        ExecutionKind.Code => (new("code", "코드"), new("do not run it, or run it in a sandbox after a check", "실행하지 말거나, 검사한 뒤 격리된 환경에서 실행하십시오")),
        _ => (new("the name of a type or member", "형식·멤버 이름"), new("look it up in a list of allowed tools", "허용된 도구 목록에서 찾으십시오")),
    };
}
