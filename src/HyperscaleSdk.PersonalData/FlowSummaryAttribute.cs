using System.ComponentModel;

namespace HyperscaleSdk;

/// <summary>
/// What a method of the assembly does with what it is given, for the analysis of projects that call it. The build writes it;
/// <c>HyperscaleFlowSummaries=false</c> leaves it out.
/// </summary>
/// <param name="member">The method's documentation id.</param>
/// <param name="summary">The summary, in a form of the analyzers' own that changes with them.</param>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class FlowSummaryAttribute(string member, string summary) : Attribute
{
    /// <summary>The method's documentation id.</summary>
    public string Member { get; } = member;

    /// <summary>The summary.</summary>
    public string Summary { get; } = summary;
}
