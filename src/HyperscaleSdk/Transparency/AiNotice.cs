using System.Globalization;

namespace HyperscaleSdk;

/// <summary>
/// What users are told before they use a product that runs on generative or high-impact AI (AI Basic Act Art. 31(1),
/// 인공지능기본법 제31조제1항). The product shows it: on screen, in its terms, or where it is used.
/// </summary>
/// <param name="Korean">The Korean text.</param>
/// <param name="English">The English text.</param>
public sealed record AiNotice(string Korean = AiNotice.DefaultKorean, string English = AiNotice.DefaultEnglish)
{
    /// <summary>The Korean text when none is given.</summary>
    public const string DefaultKorean = "이 서비스는 생성형 인공지능(AI)을 기반으로 운용됩니다.";

    /// <summary>The English text when none is given.</summary>
    public const string DefaultEnglish = "This service runs on generative AI.";

    /// <summary>The text for a reader.</summary>
    /// <param name="culture">The reader's language; <see langword="null"/> gives both texts, Korean first.</param>
    /// <returns>Korean for Korean readers, otherwise English.</returns>
    public string For(CultureInfo? culture) => culture is null ? $"{Korean} {English}" : Languages.IsKorean(culture) ? Korean : English;
}
