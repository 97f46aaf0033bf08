using System;
using System.Collections.Immutable;
using System.Threading;
using HyperscaleSdk.Analyzers.Ai;
using HyperscaleSdk.Analyzers.Policies;
using HyperscaleSdk.Analyzers.Usage;
using HyperscaleSdk.Localization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace HyperscaleSdk.Analyzers.Rules;

/// <summary>HSAI0023: amounts of won in binary floating point, and exchange rates whose day is not kept.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MoneyAsFloatAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Float = RuleDescriptor.Create(
        RuleIdentifiers.MoneyAsFloat,
        RuleCategories.UsageReporting,
        DiagnosticSeverity.Warning,
        Title(),
        new BilingualText(
            "'{0}' holds won as {1}, which rounds: the sums of the settlement by funding source then differ (Subsidy Act art. 27, where it is a subsidy); use decimal",
            "'{0}'은(는) 원화 금액을 {1}(으)로 다루어 오차가 생기고 재원별 정산 합계가 어긋납니다(보조금인 경우 보조금법 제27조). decimal을 쓰십시오"),
        Description());

    private static readonly DiagnosticDescriptor Undated = RuleDescriptor.Create(
        RuleIdentifiers.MoneyAsFloat,
        RuleCategories.UsageReporting,
        DiagnosticSeverity.Warning,
        Title(),
        new BilingualText(
            "'{0}' turns an amount into won, and no date of the rate stands beside it: the settlement by funding source cannot be computed again (Subsidy Act art. 27, where it is a subsidy); keep the day of the rate",
            "'{0}'(으)로 원화를 환산하지만 환율 기준일이 없어 재원별 정산 금액을 다시 계산할 수 없습니다(보조금인 경우 보조금법 제27조). 환율 기준일을 함께 보관하십시오"),
        Description());

    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Float, Undated];

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(Start);
    }

    private static BilingualText Title() => new("Money as floating point or undated exchange rate", "금액 부동소수점·환율 일자 누락");

    private static BilingualText Description() => new(
        "A settlement has to add up to the won and to be computed again years later: amounts are decimal, and a foreign price has its rate and the day of the rate.",
        "정산은 원 단위까지 맞고 몇 년 뒤에도 다시 계산할 수 있어야 합니다. 금액은 decimal로, 외화 단가는 환율과 환율 기준일을 함께 보관합니다.");

    private static void Start(CompilationStartAnalysisContext context)
    {
        var options = new ProjectOptions(context.Options.AnalyzerConfigOptionsProvider.GlobalOptions);
        var isVoucherOfAi = options.IsVoucher && AiTypes.Resolve(context.Compilation) is not null;
        if (options.IsTestProject || (!isVoucherOfAi && context.Compilation.GetTypeByMetadataName("HyperscaleSdk.IUsageLedger") is null))
        {
            return;
        }

        var compilation = context.Compilation;
        var usesLedger = new Lazy<bool>(() => UsageTypeMentions.Any(compilation, CancellationToken.None));
        var rule = new Reporter(ProjectPolicy.Load(context), options.IsVoucher, () => isVoucherOfAi || usesLedger.Value);
        context.RegisterSymbolAction(symbol => rule.VisitSymbol(symbol), SymbolKind.Field, SymbolKind.Property, SymbolKind.Parameter, SymbolKind.Method);
        context.RegisterSymbolAction(symbol => rule.VisitTuple(symbol), SymbolKind.Field, SymbolKind.Property, SymbolKind.Parameter, SymbolKind.Method);
        context.RegisterOperationAction(rule.VisitLocal, OperationKind.VariableDeclarator);
        context.RegisterOperationAction(rule.VisitConversion, OperationKind.Conversion);
        context.RegisterOperationAction(rule.VisitProduct, OperationKind.Binary);
    }

    private sealed class Reporter(ProjectPolicy policy, bool isVoucher, Func<bool> applies)
    {
        private readonly ProjectPolicy _policy = policy;
        private readonly Func<bool> _applies = applies;
        private readonly DiagnosticSeverity _severity = isVoucher ? DiagnosticSeverity.Warning : DiagnosticSeverity.Info;

        public void VisitSymbol(SymbolAnalysisContext context)
        {
            if (MoneySymbols.IsDeclaredAsFloat(context.Symbol, context.CancellationToken))
            {
                Report(context.ReportDiagnostic, Float, context.Symbol.Locations[0], context.Symbol.Name, MoneySymbols.FloatTypeName(MoneySymbols.TypeOf(context.Symbol)));
            }
        }

        public void VisitTuple(SymbolAnalysisContext context)
        {
            foreach (var element in MoneySymbols.FloatElements(context.Symbol))
            {
                Report(context.ReportDiagnostic, Float, element.Locations[0], element.Name, MoneySymbols.FloatTypeName(element.Type));
            }
        }

        public void VisitLocal(OperationAnalysisContext context)
        {
            var local = ((IVariableDeclaratorOperation)context.Operation).Symbol;
            if (MoneySymbols.IsFloatMoney(local, local.Type) && !MoneyNames.IsAboutDisplay(context.ContainingSymbol.ContainingType?.Name))
            {
                Report(context.ReportDiagnostic, Float, local.Locations[0], local.Name, MoneySymbols.FloatTypeName(local.Type));
            }
        }

        public void VisitConversion(OperationAnalysisContext context)
        {
            var conversion = (IConversionOperation)context.Operation;
            if (conversion.IsImplicit || !MoneySymbols.IsFloat(conversion.Type) || !MoneySymbols.IsDecimal(conversion.Operand.Type)
                || MoneySymbols.SymbolOf(conversion.Operand) is not { } symbol || !(MoneyNames.IsMoney(symbol.Name) || MoneyNames.MayBeMoney(symbol.Name))
                || ConversionUse.IsForDisplay(conversion) || MoneyNames.IsAboutDisplay(context.ContainingSymbol.ContainingType?.Name))
            {
                return;
            }

            Report(context.ReportDiagnostic, Float, conversion.Syntax.GetLocation(), symbol.Name, MoneySymbols.FloatTypeName(conversion.Type));
        }

        public void VisitProduct(OperationAnalysisContext context)
        {
            var product = (IBinaryOperation)context.Operation;
            if (product.OperatorKind != BinaryOperatorKind.Multiply)
            {
                return;
            }

            foreach (var operand in new[] { product.LeftOperand, product.RightOperand })
            {
                if (MoneySymbols.SymbolOf(operand) is { } rate && MoneyNames.IsExchangeRate(rate.Name)
                    && !RateDates.StandBeside(rate, product.Syntax, context.ContainingSymbol, context.CancellationToken))
                {
                    Report(context.ReportDiagnostic, Undated, product.Syntax.GetLocation(), rate.Name);
                    return;
                }
            }
        }

        private void Report(Action<Diagnostic> report, DiagnosticDescriptor rule, Location location, params object[] arguments)
        {
            if (_applies() && !_policy.IsSuppressed(RuleIdentifiers.MoneyAsFloat, location))
            {
                report(Diagnostic.Create(rule, location, _severity, additionalLocations: null, ImmutableDictionary<string, string?>.Empty, arguments));
            }
        }
    }
}
