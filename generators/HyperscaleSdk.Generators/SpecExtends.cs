using System;
using System.Linq;
using System.Threading;
using HyperscaleSdk.Specification.OpenApi;
using HyperscaleSdk.Specification.Overlays;
using HyperscaleSdk.Specification.Text;

namespace HyperscaleSdk.Generators;

/// <summary>Reads whether a file is a profile: an overlay that names the document which it extends.</summary>
internal static class SpecExtends
{
    /// <summary>The path of the document that a profile extends, seen from where the profile's own path is; null for a document.</summary>
    public static string? Of(string path, string text, CancellationToken cancellationToken)
    {
        // A document is read once, by the compiler; only what may be an overlay is read here.
        if (text.IndexOf("extends", StringComparison.Ordinal) < 0 || text.IndexOf("actions", StringComparison.Ordinal) < 0 || text.IndexOf("overlay", StringComparison.Ordinal) < 0)
        {
            return null;
        }

        try
        {
            var document = SpecReader.Read(path, text, cancellationToken);
            return Overlay.IsOverlay(document) && document.Root?["extends"]?.Scalar is { Length: > 0 } extends ? RelativePath.Combine(path, extends) : null;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // The compiler fails on it as well, and reports it.
            return null;
        }
    }

    /// <summary>Whether an overlay leaves the document as it is: it says no more than extensions (<c>x-…</c>) at the top. Then the types are the document's.</summary>
    public static bool IsBindingOnly(SourceDocument overlay)
        => overlay.Root?["actions"]?.Items.All(action => action["target"]?.Scalar?.Trim() == "$"
            && action["remove"] is null
            && action["copy"] is null
            && action["update"] is { Kind: SpecNodeKind.Mapping } update
            && update.Members.All(member => member.Name.StartsWith("x-", StringComparison.Ordinal))) ?? false;
}
