using System.Runtime.InteropServices;

namespace HyperscaleSdk.Specification.Text;

/// <summary>A place in a text by line and column, both counted from 0 as Roslyn's <c>LinePosition</c> does.</summary>
/// <param name="Line">Line, from 0. Lines end with LF, CR LF or a lone CR.</param>
/// <param name="Column">UTF-16 units from the start of the line, from 0.</param>
[StructLayout(LayoutKind.Auto)]
#if HYPERSCALE_SHARED_TEXT
internal
#else
public
#endif
    readonly record struct SourcePosition(int Line, int Column);
