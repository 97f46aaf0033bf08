using System.CommandLine;
using HyperscaleSdk.Generators.Planning;

namespace HyperscaleSdk.Cli.Spec.Testing;

/// <summary>The options that say where the endpoint is and how it is called. Secrets come from the environment only.</summary>
internal sealed class EndpointOptions
{
    private const int DefaultSeconds = 60;

    private const int MostSeconds = 3600;

    private readonly Option<Uri> _baseUrl = new("--base-url")
    {
        Description = "Where the endpoint is, with its path.",
        HelpName = "url",
        Required = true,
        CustomParser = static result =>
        {
            if (Uri.TryCreate(result.Tokens[0].Value, UriKind.Absolute, out var url)
                && (string.Equals(url.Scheme, Uri.UriSchemeHttp, StringComparison.Ordinal) || string.Equals(url.Scheme, Uri.UriSchemeHttps, StringComparison.Ordinal)))
            {
                return url;
            }

            result.AddError("--base-url must be an absolute http or https address, for example http://127.0.0.1:5199/upstage/v1.");
            return null!;
        },
    };

    private readonly Option<string?> _keyVariable = new("--key-env") { Description = "The environment variable that holds the key. Default: the binding's.", HelpName = "name" };
    private readonly Option<string[]> _headers = new("--header-env") { Description = "A further header, its value in an environment variable; may be given several times.", HelpName = "header=name" };
    private readonly Option<string?> _model = new("--model") { Description = "The chat model. Default: the binding's first, else the first that the endpoint lists.", HelpName = "id" };
    private readonly Option<string?> _embeddingModel = new("--embedding-model") { Description = "The embedding model. Default: the binding's first, else one that the endpoint lists.", HelpName = "id" };
    private readonly Option<int> _timeout = new("--timeout") { Description = $"Seconds that one call may take, 1 to {MostSeconds}.", HelpName = "seconds", DefaultValueFactory = static _ => DefaultSeconds };

    public void AddTo(Command command)
    {
        _timeout.Validators.Add(static result =>
        {
            if (result.Tokens.Count > 0 && (!int.TryParse(result.Tokens[0].Value, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var seconds) || seconds is < 1 or > MostSeconds))
            {
                result.AddError($"--timeout is a number of seconds from 1 to {MostSeconds}.");
            }
        });
        Option[] options = [_baseUrl, _keyVariable, _headers, _model, _embeddingModel, _timeout];
        foreach (var option in options)
        {
            command.Add(option);
        }
    }

    /// <exception cref="CliException">A variable that is named is not set, or there is no key.</exception>
    public EndpointSettings Read(ParseResult parsed, ProviderPlan provider)
    {
        var address = parsed.GetRequiredValue(_baseUrl);
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var header in parsed.GetValue(_headers) ?? [])
        {
            var parts = header.Split('=', 2);
            headers[parts[0].Trim()] = parts.Length == 2 && parts[0].Trim().Length > 0
                ? Variable(parts[1].Trim())
                : throw new CliException(ExitCodes.Usage, "--header-env is the header's name, '=' and the variable's name, for example x-client=MY_CLIENT.");
        }

        return new EndpointSettings(
            address,
            Key(parsed.GetValue(_keyVariable), provider, address),
            NullIfBlank(parsed.GetValue(_model)),
            NullIfBlank(parsed.GetValue(_embeddingModel)),
            TimeSpan.FromSeconds(parsed.GetValue(_timeout)))
        {
            Headers = headers,
        };
    }

    private static string? Key(string? named, ProviderPlan provider, Uri address)
    {
        if (named is not null)
        {
            return Variable(named);
        }

        var names = ApiKeyVariables.NamesOf(provider.Id, provider.KeyVariable);
        if (names.Select(Environment.GetEnvironmentVariable).FirstOrDefault(value => !string.IsNullOrWhiteSpace(value)) is { } key)
        {
            return key.Trim();
        }

        if (address.IsLoopback)
        {
            return EndpointSettings.LoopbackKey;
        }

        return provider.KeyRequired
            ? throw new CliException(ExitCodes.Usage, $"There is no key: set {names[0]}, or name another variable with --key-env.")
            : null;
    }

    private static string Variable(string name) => Environment.GetEnvironmentVariable(name) is { } value && !string.IsNullOrWhiteSpace(value)
        ? value.Trim()
        : throw new CliException(ExitCodes.Usage, $"The environment variable '{name}' is not set.");

    private static string? NullIfBlank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
