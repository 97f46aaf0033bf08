namespace HyperscaleSdk;

/// <summary>Marks what reports its wire calls to <see cref="WireCallScope.Current"/>; found through <c>GetService</c>.</summary>
/// <remarks>A middleware that meets a client without it (another vendor's) has to record the unified call itself.</remarks>
public interface IWireCallSource
{
    /// <summary>The provider that the wire calls go to.</summary>
    ProviderDescriptor Provider { get; }
}
