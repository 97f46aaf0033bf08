using System;
using Microsoft.CodeAnalysis;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>A value that came into the method from outside: what is in it is known only where the method is called.</summary>
/// <param name="Parameter">Index of the parameter; <see cref="This"/> or <see cref="Static"/>.</param>
/// <param name="Member">The static member, when <paramref name="Parameter"/> is <see cref="Static"/>.</param>
/// <param name="Path">Members from there on, separated by <c>/</c>; empty for the value itself.</param>
/// <param name="Form">How it is used.</param>
/// <param name="Passing">Bits of the kinds that no sanitizer on the way has removed.</param>
internal sealed record FlowInput(int Parameter, ISymbol? Member, string Path, FlowForm Form, uint Passing)
{
    public const int This = -1;
    public const int Static = -2;

    private const int LongestPath = 4;

    public bool IsSamePlace(FlowInput other) => Parameter == other.Parameter && Form == other.Form
        && string.Equals(Path, other.Path, StringComparison.Ordinal) && SymbolEqualityComparer.Default.Equals(Member, other.Member);

    public bool Equals(FlowInput? other) => other is not null && Passing == other.Passing && IsSamePlace(other);

    public override int GetHashCode() => unchecked((StringComparer.Ordinal.GetHashCode(Path) * 31) + (Parameter * 7) + (int)Form);

    /// <summary>All that the other speaks of is in this one: the whole of an object holds the whole of its parts.</summary>
    public bool Covers(FlowInput other) => Form == FlowForm.Deep && other.Form == FlowForm.Deep && Parameter == other.Parameter && (other.Passing & ~Passing) == 0
        && other.Path.Length > Path.Length && other.Path.StartsWith(Path, StringComparison.Ordinal) && (Path.Length == 0 || other.Path[Path.Length] == '/')
        && SymbolEqualityComparer.Default.Equals(Member, other.Member);

    public FlowInput As(FlowForm form) => form <= Form ? this : this with { Form = form };

    /// <summary>A member of the value; a part of its text is that text; below the longest path everything is one.</summary>
    public FlowInput Then(string member) => Form != FlowForm.Value ? this : IsDeepest ? As(FlowForm.Deep) : this with { Path = Path.Length == 0 ? member : Path + "/" + member };

    public bool IsDeepest => Path.Length > 0 && Path.Split('/').Length >= LongestPath;

    public static int Compare(FlowInput left, FlowInput right)
    {
        var order = left.Parameter.CompareTo(right.Parameter);
        order = order != 0 ? order : string.CompareOrdinal(left.Path, right.Path);
        order = order != 0 ? order : left.Form.CompareTo(right.Form);
        return order != 0 || SymbolEqualityComparer.Default.Equals(left.Member, right.Member) ? order : Compare(left.Member, right.Member);
    }

    // By the name first: writing a symbol out in full costs more than all the rest. Types that a file keeps to itself share even that.
    private static int Compare(ISymbol? left, ISymbol? right)
    {
        var order = string.CompareOrdinal(left?.Name, right?.Name);
        order = order != 0 ? order : string.CompareOrdinal(left?.ToDisplayString(), right?.ToDisplayString());
        order = order != 0 ? order : string.CompareOrdinal(FileOf(left), FileOf(right));
        return order != 0 ? order : StartOf(left).CompareTo(StartOf(right));
    }

    private static string? FileOf(ISymbol? member) => member?.Locations[0].SourceTree?.FilePath;

    private static int StartOf(ISymbol? member) => member?.Locations[0].SourceSpan.Start ?? 0;
}
