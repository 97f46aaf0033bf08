using System.Collections.Immutable;
using System.Threading;
using HyperscaleSdk.Analyzers.Credentials;
using HyperscaleSdk.Localization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace HyperscaleSdk.Analyzers.Rules;

/// <summary>HSAI0006: a key stands in the source or in a settings file that is part of the project.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ApiKeyAnalyzer : DiagnosticAnalyzer
{
    // The message never shows the key: build logs are read by many.
    private static readonly DiagnosticDescriptor Rule = RuleDescriptor.Create(
        RuleIdentifiers.ApiKeyInSource,
        RuleCategories.Credentials,
        DiagnosticSeverity.Error,
        new BilingualText("API key in source", "소스에 API 키"),
        new BilingualText(
            "An API key stands in the source (PIPA Art. 29, Decree Art. 30): read it from configuration or the environment, and have this one revoked",
            "소스에 API 키가 있습니다(개인정보 보호법 제29조, 시행령 제30조): 구성이나 환경 변수에서 읽고, 이 키는 폐기하십시오"),
        new BilingualText(
            "Whoever can read the repository can use the key: send data in the organisation's name and spend its voucher. It stays in the history after it is removed.",
            "저장소를 읽을 수 있는 사람은 누구나 키로 데이터를 보내고 바우처를 쓸 수 있습니다. 지워도 이력에 남으므로 키를 폐기해야 합니다."));

    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rule];

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();

        // Test projects too: a key is as good there.
        context.RegisterOperationAction(VisitLiteral, OperationKind.Literal);
        context.RegisterOperationAction(VisitInitializer, OperationKind.FieldInitializer, OperationKind.PropertyInitializer, OperationKind.VariableDeclarator);
        context.RegisterOperationAction(VisitPlace, OperationKind.SimpleAssignment, OperationKind.Argument);
        context.RegisterOperationAction(VisitAddress, OperationKind.Binary, OperationKind.InterpolatedString);
        context.RegisterAdditionalFileAction(VisitFile);
    }

    private static void VisitLiteral(OperationAnalysisContext context)
    {
        var literal = (ILiteralOperation)context.Operation;
        if (literal.ConstantValue is { HasValue: true, Value: string { Length: >= 8 } text } && !IsCompared(literal)
            && (KeyPrefixes.HoldsKey(text) || WebAddress.HasKeyInQuery(text) || IsResultOfKeyProperty(literal, text, context.ContainingSymbol)))
        {
            Report(context, literal);
        }
    }

    // const string ApiKey = "…", wherever it is used.
    private static void VisitInitializer(OperationAnalysisContext context)
    {
        var (name, value) = context.Operation switch
        {
            IFieldInitializerOperation { InitializedFields.Length: 1 } field => (field.InitializedFields[0].Name, field.Value),
            IPropertyInitializerOperation { InitializedProperties.Length: 1 } property => (property.InitializedProperties[0].Name, property.Value),
            IVariableDeclaratorOperation { Initializer: { } initializer } local => (local.Symbol.Name, initializer.Value),
            _ => (string.Empty, null),
        };
        if (value is null || !KeyNames.IsKey(name))
        {
            return;
        }

        foreach (var alternative in KeyPlaces.Alternatives(value))
        {
            if (IsDeclaredKey(name, alternative, context.CancellationToken))
            {
                Report(context, alternative);
            }
        }
    }

    private static void VisitPlace(OperationAnalysisContext context)
    {
        if (KeyPlaces.ValueAt(context.Operation, context.CancellationToken) is not { } value)
        {
            return;
        }

        var isForKeysOnly = KeyPlaces.IsForKeysOnly(context.Operation);
        foreach (var alternative in KeyPlaces.Alternatives(value))
        {
            if (ConstantText.Of(alternative, context.CancellationToken) is { } text
                && (isForKeysOnly ? KeyText.IsGivenAsKey(text) : KeyText.CanBeKey(KeyPrefixes.WithoutScheme(text)))
                && !IsReportedElsewhere(alternative, text, context.CancellationToken)
                && (KeyPrefixes.IsKey(text) || !LoopbackScope.Surrounds(alternative.Syntax)))
            {
                Report(context, alternative);
            }
        }
    }

    // "https://api.upstage.ai/v1?api_key=" + Key
    private static void VisitAddress(OperationAnalysisContext context)
    {
        if (context.Operation is not IBinaryOperation { OperatorKind: not BinaryOperatorKind.Add } && context.Operation.Parent is not (IBinaryOperation or IInterpolationOperation) && ConstantText.Of(context.Operation, context.CancellationToken) is { } text
            && WebAddress.HasKeyInQuery(text) && !HasKeyInPart(context.Operation, context.CancellationToken))
        {
            Report(context, context.Operation);
        }
    }

    private static void VisitFile(AdditionalFileAnalysisContext context)
    {
        if (!SettingsKeys.IsSettingsFile(context.AdditionalFile.Path) || context.AdditionalFile.GetText(context.CancellationToken) is not { } text)
        {
            return;
        }

        foreach (var span in SettingsKeys.Find(text.ToString()))
        {
            context.ReportDiagnostic(Diagnostic.Create(Rule, Location.Create(context.AdditionalFile.Path, span, text.Lines.GetLinePositionSpan(span))));
        }
    }

    private static bool IsDeclaredKey(string name, IOperation value, CancellationToken cancellationToken) =>
        KeyNames.IsKey(name) && ConstantText.Variable(value) is null && ConstantText.Of(value, cancellationToken) is { } text
        && KeyText.LooksLikeKey(KeyPrefixes.WithoutScheme(text)) && !(value is ILiteralOperation && KeyPrefixes.HoldsKey(text));

    private static bool IsReportedElsewhere(IOperation value, string text, CancellationToken cancellationToken)
    {
        if (value is ILiteralOperation)
        {
            return KeyPrefixes.HoldsKey(text);
        }

        return ConstantText.Variable(value) is null ? HasKeyInPart(value, cancellationToken) : IsReportedAtDeclaration(value, text, cancellationToken);
    }

    // The variable's own literal is reported where it stands.
    private static bool IsReportedAtDeclaration(IOperation reference, string text, CancellationToken cancellationToken) =>
        ConstantText.Variable(reference) is { } variable && ConstantText.Initializer(variable, cancellationToken) is not null
        && (KeyPrefixes.IsKey(text) || (KeyNames.IsKey(variable.Name) && KeyText.LooksLikeKey(KeyPrefixes.WithoutScheme(text))));

    private static bool HasKeyInPart(IOperation value, CancellationToken cancellationToken)
    {
        foreach (var part in value.Descendants())
        {
            if (part is ILiteralOperation { ConstantValue: { HasValue: true, Value: string text } } ? KeyPrefixes.IsKey(text) || WebAddress.HasKeyInQuery(text)
                : ConstantText.Variable(part) is not null && ConstantText.Of(part, cancellationToken) is { } content && IsReportedAtDeclaration(part, content, cancellationToken))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsResultOfKeyProperty(IOperation literal, string text, ISymbol symbol) =>
        symbol is IMethodSymbol { MethodKind: MethodKind.PropertyGet, AssociatedSymbol: { } property } && literal.Parent is IReturnOperation
        && KeyNames.IsKey(property.Name) && KeyText.LooksLikeKey(text);

    private static bool IsCompared(IOperation literal) => literal.Parent switch
    {
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } => true,
        IConstantPatternOperation => true,
        IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "Equals" or "StartsWith" or "EndsWith" or "Contains" or "IndexOf" or "Replace" or "Compare" or "Equal" } } => true,
        _ => false,
    };

    private static void Report(OperationAnalysisContext context, IOperation value) => context.ReportDiagnostic(Diagnostic.Create(Rule, value.Syntax.GetLocation()));
}
