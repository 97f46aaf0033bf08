namespace HyperscaleSdk;

/// <summary>A result of generative AI together with its label: what a service hands to people (AI Basic Act Art. 31(2)).</summary>
/// <typeparam name="T">What the model made, for example <see cref="string"/>.</typeparam>
/// <param name="Content">What the model made.</param>
/// <param name="Label">The text that tells people so; shown with the content.</param>
/// <remarks>Its members are plain properties, so that any JSON serialiser writes the label beside the content.</remarks>
public sealed record AiGenerated<T>(T Content, string Label = AiLabel.Default)
{
    /// <summary>Always <see langword="true"/>: the machine-readable half of the label.</summary>
    public bool IsAiGenerated { get; } = true;

    /// <summary>The model that made it; <see langword="null"/> (the default) when it is not known.</summary>
    public string? Model { get; init; }

    /// <summary>The id of the provider, for example <c>upstage</c>; <see langword="null"/> (the default) when it is not known.</summary>
    public string? Provider { get; init; }
}
