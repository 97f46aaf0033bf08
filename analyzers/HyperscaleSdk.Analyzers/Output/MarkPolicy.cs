using System;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HyperscaleSdk.Analyzers.Output;

/// <summary>What counts as a mark that people notice on a picture, voice or video. Metadata and headers do not.</summary>
internal sealed class MarkPolicy : OutputPolicy
{
    public static readonly MarkPolicy Instance = new();

    private static readonly string[] Words = ["MarkSynthetic", "Watermark", "VisibleMark", "AudibleMark", "DrawMark", "AddMark", "DrawLabel", "AddLabel", "Caption", "Overlay", "Stamp"];

    public override bool Accepts(IOperation operation) =>
        operation is IInvocationOperation { TargetMethod: var method } && (WebResults.IsFactory(method) || Has(method.Name) || Has(method.ContainingType?.Name ?? string.Empty));

    /// <summary>A text beside the picture that says so.</summary>
    public override bool AcceptsWhole(IOperation part) => HasLabel(part, IsCaption);

    private static bool IsCaption(IOperation operation) => operation switch
    {
        { ConstantValue: { HasValue: true, Value: string text } } => LabelText.Is(text),
        IMemberReferenceOperation reference => IsCaptionName(reference.Member.Name) || reference.Member.ContainingType?.Name is "AiLabel",
        _ => false,
    };

    private static bool IsCaptionName(string name) =>
        name.IndexOf("label", StringComparison.OrdinalIgnoreCase) >= 0 || name.IndexOf("caption", StringComparison.OrdinalIgnoreCase) >= 0
        || name.IndexOf("disclaimer", StringComparison.OrdinalIgnoreCase) >= 0 || name.IndexOf("notice", StringComparison.OrdinalIgnoreCase) >= 0;

    private static bool Has(string name) => Array.Exists(Words, word => name.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0);
}
