using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using HyperscaleSdk.Specification.Diagnostics;
using HyperscaleSdk.Specification.Text;

namespace HyperscaleSdk.Specification.Overlays;

/// <summary>Applies an OpenAPI Overlay (1.0 and 1.1) to a document. What it adds keeps its place in the overlay's file.</summary>
public static class Overlay
{
    /// <summary>Whether a file is an overlay: it has a list of actions.</summary>
    public static bool IsOverlay(SourceDocument document) => document?.Root?["actions"] is { Kind: SpecNodeKind.Sequence };

    /// <summary>Applies the actions in order. An action that is wrong is reported and left out; the others are applied.</summary>
    /// <param name="root">The document's outermost value.</param>
    /// <param name="overlay">The overlay.</param>
    /// <param name="diagnostics">Gets what is wrong with the actions, as warnings in the overlay's file.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <returns>The changed document.</returns>
    public static SpecNode Apply(SpecNode root, SourceDocument overlay, ICollection<SpecDiagnostic> diagnostics, CancellationToken cancellationToken)
    {
        if (root is null || overlay is null || diagnostics is null)
        {
            throw new ArgumentNullException(root is null ? nameof(root) : overlay is null ? nameof(overlay) : nameof(diagnostics));
        }

        var budget = new OverlayBudget();
        foreach (var action in overlay.ForeignRoot?["actions"]?.Items ?? Array.Empty<SpecNode>())
        {
            root = new OverlayAction(overlay, action, diagnostics, budget, cancellationToken).Apply(root);
        }

        return root;
    }
}
