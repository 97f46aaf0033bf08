namespace HyperscaleSdk.Specification.Lint;

/// <summary>Looks for one kind of flaw. Holds no state: what it needs to remember lives in <see cref="Check"/>.</summary>
internal interface ILintRule
{
    /// <summary>Reports what it finds, in any order.</summary>
    void Check(LintContext context);
}
