using System.CommandLine;
using HyperscaleSdk.Cli.Calls;
using HyperscaleSdk.Cli.Output;

namespace HyperscaleSdk.Cli.Commands;

/// <summary>The options that every command which calls a provider has.</summary>
internal sealed class ProviderOptions
{
    private readonly Option<ProviderEntry?> _provider = new("--provider")
    {
        Description = $"The provider: {ProviderCatalog.KnownIds}. Default: the only one that has a key, else {ClovaStudioProvider.Id}.",
        HelpName = "id",
        CustomParser = static result =>
        {
            var id = result.Tokens[0].Value;
            var provider = ProviderCatalog.Find(id);
            if (provider is null)
            {
                result.AddError($"Unknown provider '{id}'. Known providers: {ProviderCatalog.KnownIds}.");
            }

            return provider;
        },
    };

    private readonly Option<string?> _model = new("--model") { Description = "The model. Default: the provider's first.", HelpName = "id" };

    private readonly Option<Uri?> _baseUrl = new("--base-url")
    {
        Description = "Where the API is, with its path. Default: the provider's own; without a key, the built-in emulator.",
        HelpName = "url",
        CustomParser = static result =>
        {
            if (Uri.TryCreate(result.Tokens[0].Value, UriKind.Absolute, out var url)
                && (string.Equals(url.Scheme, Uri.UriSchemeHttp, StringComparison.Ordinal) || string.Equals(url.Scheme, Uri.UriSchemeHttps, StringComparison.Ordinal)))
            {
                return url;
            }

            result.AddError("--base-url must be an absolute http or https address, for example http://127.0.0.1:5199/upstage/v1.");
            return null;
        },
    };

    private readonly Option<string?> _ledger = new("--ledger") { Description = "The usage ledger (SQLite) that gets one row per call; made when it is missing.", HelpName = "file.db" };

    public ProviderOptions() => _provider.CompletionSources.Add(_ => ProviderCatalog.All.Select(provider => new System.CommandLine.Completions.CompletionItem(provider.Id)));

    /// <summary>Prints one JSON document instead of text.</summary>
    public Option<bool> Json { get; } = new("--json") { Description = "Print one JSON document." };

    public void AddTo(Command command)
    {
        command.Add(_provider);
        command.Add(_model);
        command.Add(_baseUrl);
        command.Add(_ledger);
        command.Add(Json);
    }

    public ProviderRequest Read(ParseResult parsed) => new(
        parsed.GetValue(_provider),
        NullIfBlank(parsed.GetValue(_model)),
        parsed.GetValue(_baseUrl),
        NullIfBlank(parsed.GetValue(_ledger)));

    private static string? NullIfBlank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
