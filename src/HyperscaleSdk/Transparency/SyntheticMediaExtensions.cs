using Microsoft.Extensions.AI;

namespace HyperscaleSdk;

/// <summary>Marks pictures, voices and videos that AI made (AI Basic Act Art. 31(3), 인공지능기본법 제31조제3항).</summary>
public static class SyntheticMediaExtensions
{
    /// <summary>Name of the machine-readable mark in <see cref="AIContent.AdditionalProperties"/>: <see langword="true"/>.</summary>
    public const string Property = "aiGenerated";

    /// <summary>Name of the entry in <see cref="AIContent.AdditionalProperties"/> that names the model.</summary>
    public const string ModelProperty = "aiModel";

    /// <summary>Lets the caller draw or speak the mark that people notice, then adds the machine-readable one.</summary>
    /// <param name="content">What the model made; not changed.</param>
    /// <param name="addMark">
    /// Returns the content with a mark that people clearly notice: a caption or logo in a picture, a spoken sentence in audio.
    /// This library cannot draw it, and the Act is not satisfied by metadata.
    /// </param>
    /// <param name="model">The model; <see langword="null"/> (the default) when it is not to be told.</param>
    /// <returns>What <paramref name="addMark"/> returned, with the machine-readable mark.</returns>
    /// <exception cref="InvalidOperationException"><paramref name="addMark"/> returned null or the content as it was.</exception>
    public static DataContent MarkSynthetic(this DataContent content, Func<DataContent, DataContent> addMark, string? model = null)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(addMark);
        var marked = addMark(content);
        if (marked is null || ReferenceEquals(marked, content) || marked.Data.Span.SequenceEqual(content.Data.Span))
        {
            throw new InvalidOperationException("The content came back without a mark: it has the same bytes as before.");
        }

        marked.AdditionalProperties ??= [];
        marked.AdditionalProperties[Property] = true;
        if (model is not null)
        {
            marked.AdditionalProperties[ModelProperty] = model;
        }

        return marked;
    }
}
