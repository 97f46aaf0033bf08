using Microsoft.Extensions.AI;

namespace HyperscaleSdk;

/// <summary>Puts clients under the personal-data guard.</summary>
/// <remarks>
/// Put the guard around the usage ledger and inside of a loop that calls tools: the ledger then sees what is really sent, and every
/// call of the loop is guarded. Thread-safe; nothing is kept between calls. For a provider that refuses personal data
/// (<see cref="DataHandling.RefusesPersonalData"/>) every kind is blocked, whatever the options say.
/// </remarks>
public static class PersonalDataGuardExtensions
{
    /// <summary>Replaces personal data in every request by the default actions; see <see cref="PersonalDataGuardOptions.Actions"/>.</summary>
    /// <param name="client">The client; the result owns it.</param>
    public static IChatClient UsePersonalDataGuard(this IChatClient client) => client.UsePersonalDataGuard(options: null);

    /// <summary>Blocks or replaces personal data in every request.</summary>
    /// <param name="client">The client; the result owns it.</param>
    /// <param name="options">What is done with which kind; copied. <see langword="null"/> takes the defaults.</param>
    /// <exception cref="ArgumentException">The options let a resident registration number through.</exception>
    public static IChatClient UsePersonalDataGuard(this IChatClient client, PersonalDataGuardOptions? options)
    {
        ArgumentNullException.ThrowIfNull(client);
        return new PersonalDataGuardChatClient(client, GuardPolicy.Of(options));
    }

    /// <summary>Replaces personal data in every input by marks; see <see cref="PersonalDataGuardOptions.Actions"/>.</summary>
    /// <param name="generator">The generator; the result owns it.</param>
    public static IEmbeddingGenerator<string, Embedding<float>> UsePersonalDataGuard(this IEmbeddingGenerator<string, Embedding<float>> generator) =>
        generator.UsePersonalDataGuard(options: null);

    /// <summary>Blocks personal data in every input, or replaces it by marks (also where the action is a placeholder).</summary>
    /// <param name="generator">The generator; the result owns it.</param>
    /// <param name="options">What is done with which kind; copied. <see langword="null"/> takes the defaults.</param>
    /// <exception cref="ArgumentException">The options let a resident registration number through.</exception>
    public static IEmbeddingGenerator<string, Embedding<float>> UsePersonalDataGuard(
        this IEmbeddingGenerator<string, Embedding<float>> generator, PersonalDataGuardOptions? options)
    {
        ArgumentNullException.ThrowIfNull(generator);
        return new PersonalDataGuardEmbeddingGenerator(generator, GuardPolicy.Of(options));
    }
}
