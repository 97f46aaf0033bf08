using System.Globalization;
using Microsoft.Extensions.AI;

namespace HyperscaleSdk;

/// <summary>Labels what a model answered.</summary>
public static class AiLabelExtensions
{
    /// <summary>The answer's text with its label and model.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="provider">The id of the provider, for example <c>upstage</c>; <see langword="null"/> (the default) when it is not to be told.</param>
    /// <param name="culture">The reader's language; <see langword="null"/> (the default) labels in Korean and English.</param>
    /// <returns>Text and label in one object.</returns>
    public static AiGenerated<string> WithAiLabel(this ChatResponse response, string? provider = null, CultureInfo? culture = null)
    {
        ArgumentNullException.ThrowIfNull(response);
        return new AiGenerated<string>(response.Text, AiLabel.For(culture)) { Model = response.ModelId, Provider = provider };
    }

    /// <summary>A text that a model made, with its label.</summary>
    /// <param name="content">The text.</param>
    /// <param name="provider">The id of the provider; <see langword="null"/> (the default) when it is not to be told.</param>
    /// <param name="culture">The reader's language; <see langword="null"/> (the default) labels in Korean and English.</param>
    /// <returns>Text and label in one object.</returns>
    public static AiGenerated<string> WithAiLabel(this string content, string? provider = null, CultureInfo? culture = null)
    {
        ArgumentNullException.ThrowIfNull(content);
        return new AiGenerated<string>(content, AiLabel.For(culture)) { Provider = provider };
    }
}
