namespace HyperscaleSdk.Conformance;

/// <summary>What happens where a provider lacks something.</summary>
public enum LackBehavior
{
    /// <summary>The client refuses before anything is sent.</summary>
    RefusedBeforeSending,

    /// <summary>The provider refuses.</summary>
    RefusedByProvider,

    /// <summary>The wish has no effect, as documented.</summary>
    Ignored,

    /// <summary>The wish becomes words in the request.</summary>
    Instructed,

    /// <summary>The answer does not tell.</summary>
    Absent,
}
