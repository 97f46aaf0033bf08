namespace HyperscaleSdk.Analyzers.Output;

/// <summary>As what a model's output is trusted.</summary>
internal enum ExecutionKind
{
    Process,
    Sql,
    Path,
    Html,
    Code,
    Member,
}
