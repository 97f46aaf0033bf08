using System.Runtime.InteropServices;

namespace HyperscaleSdk.Specification.Text;

/// <summary>Where a value starts, and what may start there.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct YamlPlace
{
    /// <summary>Offset of its first character.</summary>
    public int Start;

    /// <summary>Start of its line.</summary>
    public int LineStart;

    /// <summary>Whether a block collection may start here.</summary>
    public bool AllowsBlock;

    /// <summary>Whether it is the first of its line with a tab before it.</summary>
    public bool IsIndentedByTab;

    public readonly int Column => Start - LineStart;

    /// <summary>The place of a cursor.</summary>
    /// <param name="cursor">The cursor.</param>
    /// <param name="allowsCompact">Whether a collection may start behind something else on the line.</param>
    public static YamlPlace At(YamlCursor cursor, bool allowsCompact) => new()
    {
        Start = cursor.Position,
        LineStart = cursor.LineStart,
        AllowsBlock = allowsCompact || cursor.IsFirstOnLine,
        IsIndentedByTab = cursor.IsFirstOnLine && cursor.IsIndentedByTab,
    };
}
