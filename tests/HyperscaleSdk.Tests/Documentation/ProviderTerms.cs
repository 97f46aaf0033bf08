using System.Globalization;
using HyperscaleSdk.Specification.Text;
using HyperscaleSdk.TestKit;

namespace HyperscaleSdk.Tests.Documentation;

/// <summary>Where a provider answers and what becomes of the data, and the suppliers that cannot be called.</summary>
internal static class ProviderTerms
{
    public static string Terms(Language language)
    {
        var table = new MarkdownTable(
            language.Of("provider", "공급사"), language.Of("address", "주소"), language.Of("personal data", "개인정보"), language.Of("region", "처리 국가"),
            language.Of("trains on input", "학습 이용"), language.Of("price", "가격"), language.Of("status", "상태"), language.Of("terms as of", "조건 기준일"));
        foreach (var provider in HyperscaleProviders.All.Select(clients => clients.Descriptor))
        {
            var data = provider.Data;
            var currencies = provider.Models.SelectMany(model => model.Prices).Select(price => price.Currency).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
            table.Row(
                language.NamedLink(provider),
                provider.DefaultBaseAddress is null ? language.Of("your own", "직접 지정") : language.Of("known", "있음"),
                data.RefusesPersonalData ? language.Of("**refused**", "**거부**") : language.Of("by policy", "정책"),
                data.Countries.Count == 0 ? language.Unknown : string.Join(", ", data.Countries),
                data.TrainsOnInput switch { null => language.Unknown, true => language.Of("yes", "예"), _ => language.Of("no", "아니요") },
                currencies.Count == 0 ? language.Unknown : string.Join(", ", currencies),
                string.Join("<br>", ProviderStatus.Of(provider, language)),
                $"{Date(data.AsOf)} ({Confidence(data.Confidence, language)})");
        }

        return table.ToString();
    }

    /// <summary>The suppliers of <c>specs/unavailable.yaml</c>.</summary>
    public static string Unavailable(Language language)
    {
        const string Path = "specs/unavailable.yaml";
        var root = SpecReader.Read(Path, File.ReadAllText(System.IO.Path.Combine(RepositoryPaths.Root, Path))).Root!;
        var table = new MarkdownTable(language.Of("supplier", "공급기업"), language.Of("looked for", "찾으려 한 것"), language.Of("found", "결과"), language.Of("as of", "기준일"), language.Of("source", "출처"));
        foreach (var supplier in root["suppliers"]!.Items)
        {
            table.Row(
                Text(supplier["name"]!, language),
                Text(supplier["looked"]!, language),
                Text(supplier["found"]!, language),
                MarkdownTable.Escape(supplier["asOf"]!.Scalar!),
                MarkdownTable.Escape($"{supplier["source"]!.Scalar} ({supplier["confidence"]!.Scalar})"));
        }

        return table.ToString();
    }

    // A comma that is not in quotes would end a text without a word.
    private static string Text(SpecNode texts, Language language)
    {
        Assert.Equal(["en", "ko"], texts.Members.Select(member => member.Name));
        return MarkdownTable.Escape(language.Of(texts["en"]!.Scalar!, texts["ko"]!.Scalar!));
    }

    private static string Confidence(FactConfidence confidence, Language language) => confidence switch
    {
        FactConfidence.Documented => language.Of("documented", "공식 문서"),
        FactConfidence.Secondary => language.Of("secondary source", "2차 출처"),
        FactConfidence.Inferred => language.Of("inferred", "추정"),
        _ => language.Of("nothing found", "찾지 못함"),
    };

    private static string Date(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
