using System.Runtime.InteropServices;

namespace HyperscaleSdk.Cli.Spec.Docs;

/// <summary>A piece of C#.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct CSharpToken(CSharpTokenKind Kind, string Text);
