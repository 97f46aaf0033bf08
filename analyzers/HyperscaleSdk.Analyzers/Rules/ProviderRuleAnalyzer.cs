using HyperscaleSdk.Analyzers.Policies;
using Microsoft.CodeAnalysis.Diagnostics;

namespace HyperscaleSdk.Analyzers.Rules;

/// <summary>A rule that compares the providers that a project uses with its policy. Tests may use whom they like.</summary>
public abstract class ProviderRuleAnalyzer : DiagnosticAnalyzer
{
    private protected ProviderRuleAnalyzer()
    {
    }

    /// <inheritdoc />
    public sealed override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (new ProjectOptions(start.Options.AnalyzerConfigOptionsProvider.GlobalOptions) is { IsTestProject: false, IsExempt: false })
            {
                Start(start, ProjectPolicy.Load(start));
            }
        });
    }

    private protected abstract void Start(CompilationStartAnalysisContext context, ProjectPolicy policy);
}
