namespace HyperscaleSdk.Cli.Spec.Docs;

/// <summary>What a piece of C# is.</summary>
internal enum CSharpTokenKind
{
    Other,
    Name,
    Method,
    Keyword,
    Literal,
    Comment,
}
