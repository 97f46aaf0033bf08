namespace HyperscaleSdk.Specification.Overlays;

/// <summary>A condition in brackets: whether a child is selected.</summary>
internal delegate bool JsonPathFilter(NodePlace child, JsonPathVisit visit);
