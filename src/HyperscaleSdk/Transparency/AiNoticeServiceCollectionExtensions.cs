using Microsoft.Extensions.DependencyInjection;

namespace HyperscaleSdk;

/// <summary>Registers the notice that users see before they use the product.</summary>
public static class AiNoticeServiceCollectionExtensions
{
    /// <summary>Registers an <see cref="AiNotice"/> for the pages and endpoints that show it. A later registration wins.</summary>
    /// <param name="services">The services.</param>
    /// <param name="korean">The Korean text; <see langword="null"/> (the default) takes <see cref="AiNotice.DefaultKorean"/>.</param>
    /// <param name="english">The English text; <see langword="null"/> (the default) takes <see cref="AiNotice.DefaultEnglish"/>.</param>
    /// <returns>The services.</returns>
    /// <exception cref="ArgumentException">A text is given but empty.</exception>
    /// <remarks>Registering is not telling: the application still has to show the text.</remarks>
    public static IServiceCollection AddAiNotice(this IServiceCollection services, string? korean = null, string? english = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        var notice = new AiNotice(Given(korean, nameof(korean)) ?? AiNotice.DefaultKorean, Given(english, nameof(english)) ?? AiNotice.DefaultEnglish);
        return services.AddSingleton(notice);
    }

    private static string? Given(string? text, string parameter) =>
        text is null || !string.IsNullOrWhiteSpace(text) ? text : throw new ArgumentException("The notice must say something.", parameter);
}
