using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using HyperscaleSdk.Generators.Infrastructure;
using HyperscaleSdk.Generators.Planning;
using HyperscaleSdk.Specification.Diagnostics;
using HyperscaleSdk.Specification.OpenApi;
using HyperscaleSdk.Specification.Text;

namespace HyperscaleSdk.Generators.Binding;

/// <summary>Reads the facts about the provider: names, hosts, key, data handling, models, prices, errors.</summary>
internal sealed class ProviderCompiler
{
    private static readonly string[] Confidences = { "unknown", "inferred", "secondary", "documented" };
    private static readonly string[] Abilities = { "tools", "jsonSchema", "reasoning", "images" };

    private readonly ApiDocument _document;
    private readonly BindingContext _context;

    public ProviderCompiler(ApiDocument document, BindingContext context)
    {
        _document = document;
        _context = context;
    }

    /// <summary>What a document without a binding says.</summary>
    public static ProviderPlan FromDocument(ApiDocument document, string clientName)
    {
        var scheme = document.SecuritySchemes.FirstOrDefault(IsUsable);
        var id = Kebab(clientName);
        var key = Placement(scheme);
        return new ProviderPlan(
            id,
            document.Title ?? clientName,
            document.Title ?? clientName,
            id,
            document.ServerUrl,
            key.IsUsed ? Variable(id) : null,
            key.IsUsed,
            key,
            new EquatableArray<string>(HostOf(document)),
            new DataPlan(default, TrainsOnInput: null, RetentionDays: null, "not stated", "2000-01-01", "unknown"),
            default,
            Errors(null));
    }

    public ProviderPlan Compile(SpecNode binding, string clientName)
    {
        _context.AllowOnly(binding, "x-hyperscale", "version", "provider", "key", "data", "models", "errors", "chat", "embeddings");
        if (binding["version"] is not { } version || !version.TryGetInt64(out var number) || number != 1)
        {
            _context.Report(
                SpecIds.BindingShape,
                binding["version"] ?? binding,
                "'x-hyperscale' needs 'version: 1'.",
                "'x-hyperscale'에 'version: 1'이 필요합니다.");
        }

        var fallback = FromDocument(_document, clientName);
        var provider = binding["provider"];
        if (provider is null)
        {
            _context.Report(
                SpecIds.BindingShape,
                binding,
                "'x-hyperscale' lacks the key 'provider'.",
                "'x-hyperscale'에 'provider' 키가 없습니다.");
            return fallback;
        }

        _context.AllowOnly(provider, "provider", "id", "name", "telemetry", "hosts", "baseUrl", "addressHint", "noPublicApiAsOf", "experimental", "deprecated", "insecureHttp");
        var id = _context.Text(provider, "id", "provider", required: true) ?? fallback.Id;
        if (!IsId(id))
        {
            _context.Report(
                SpecIds.BindingShape,
                provider["id"]!,
                "A provider id has lower-case letters, digits and '-' only, for example 'naver-clovastudio'.",
                "공급기업 id에는 영문 소문자, 숫자, '-'만 쓸 수 있습니다. 예: 'naver-clovastudio'.");
        }

        var name = provider["name"];
        var english = name?.AsString() ?? name?["en"]?.AsString() ?? fallback.EnglishName;
        var (place, variable, required) = Key(binding["key"], id, fallback);
        var hosts = BindingContext.Texts(provider["hosts"]);
        var hint = provider["addressHint"];

        // 'baseUrl: null' says that there is none, whatever example the document has.
        var hasNoAddress = provider["baseUrl"] is { Kind: SpecNodeKind.Null };
        return new ProviderPlan(
            id,
            english,
            name?["ko"]?.AsString() ?? english,
            _context.Text(provider, "telemetry", "provider") ?? id,
            _context.Text(provider, "baseUrl", "provider") ?? (hasNoAddress ? null : _document.ServerUrl),
            variable,
            required,
            place,
            new EquatableArray<string>(hosts.Count > 0 ? hosts : hasNoAddress ? Array.Empty<string>() : HostOf(_document)),
            Data(binding["data"]),
            new EquatableArray<AiModelPlan>(Models(binding["models"])),
            binding["errors"] is { } errors ? CompileErrors(errors) : Errors(null))
        {
            IsExperimental = Flag(provider, "experimental"),
            IsDeprecated = Flag(provider, "deprecated"),
            AllowsInsecureHttp = Flag(provider, "insecureHttp"),
            NoPublicApiAsOf = provider["noPublicApiAsOf"] is null ? null : Date(provider, "noPublicApiAsOf", "provider"),
            AddressHint = hint?["en"] is null ? _context.Text(provider, "addressHint", "provider") : _context.Text(hint, "en", "provider.addressHint"),
            KoreanAddressHint = hint?["en"] is null ? null : _context.Text(hint, "ko", "provider.addressHint"),
        };
    }

    private static bool IsId(string id) => id.Length is > 0 and <= 64 && id.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-');

    private static string Variable(string id) => id.ToUpperInvariant().Replace('-', '_') + "_API_KEY";

    private static string Kebab(string name)
    {
        var letters = new List<char>();
        foreach (var c in name)
        {
            if (c is >= 'A' and <= 'Z')
            {
                if (letters.Count > 0 && letters[letters.Count - 1] != '-')
                {
                    letters.Add('-');
                }

                letters.Add((char)(c + 32));
            }
            else if (c is (>= 'a' and <= 'z') or (>= '0' and <= '9'))
            {
                letters.Add(c);
            }
        }

        return letters.Count == 0 ? "client" : new string(letters.ToArray());
    }

    private static IEnumerable<string> HostOf(ApiDocument document)
        => new[] { document.ServerUrl }.Concat(document.Operations.Select(operation => operation.ServerUrl))
            .Select(url => url is not null && Uri.TryCreate(url, UriKind.Absolute, out var uri) ? uri.Host : "")
            .Where(host => host.Length > 0)
            .Distinct(StringComparer.OrdinalIgnoreCase);

    private static bool IsUsable(ApiSecurityScheme scheme) => Placement(scheme).IsUsed;

    private static KeyPlan Placement(ApiSecurityScheme? scheme) => scheme switch
    {
        { Type: "http", Scheme: { } name } when name.Equals("bearer", StringComparison.OrdinalIgnoreCase) => new("Authorization", "Bearer "),
        { Type: "http", Scheme: { } name } when name.Equals("basic", StringComparison.OrdinalIgnoreCase) => new("Authorization", "Basic ", IsBasic: true),
        { Type: "apiKey", Location: "header", ParameterName: { Length: > 0 } header } => new(header, ""),
        { Type: "apiKey", Location: "cookie", ParameterName: { Length: > 0 } cookie } => new("Cookie", cookie + "="),
        { Type: "apiKey", Location: "query", ParameterName: { Length: > 0 } query } => new(Header: null, "", query),
        { Type: "oauth2" or "openIdConnect" } => new("Authorization", "Bearer "),
        _ => KeyPlan.None,
    };

    private (KeyPlan Place, string? Variable, bool Required) Key(SpecNode? key, string id, ProviderPlan fallback)
    {
        if (key is null)
        {
            return (fallback.Key, fallback.Key.IsUsed ? Variable(id) : null, fallback.KeyRequired);
        }

        _context.AllowOnly(key, "key", "scheme", "env", "required", "prefix");
        var place = fallback.Key;
        if (_context.Text(key, "scheme", "key") is { } schemeName)
        {
            var scheme = _document.SecuritySchemes.Find(candidate => candidate.Name == schemeName);
            if (scheme is null)
            {
                _context.Report(
                    SpecIds.BindingName,
                    key["scheme"]!,
                    $"The document has no security scheme '{schemeName}'. It has {string.Join(", ", _document.SecuritySchemes.Select(candidate => candidate.Name))}.",
                    $"문서에 '{schemeName}' 보안 방식이 없습니다. 문서에 있는 보안 방식: {string.Join(", ", _document.SecuritySchemes.Select(candidate => candidate.Name))}.");
            }

            place = Placement(scheme);
        }

        place = place with { Prefix = _context.Text(key, "prefix", "key") ?? place.Prefix };
        var required = key["required"] is not { } flag || !flag.TryGetBoolean(out var isRequired) || isRequired;
        return (place, _context.Text(key, "env", "key") ?? Variable(id), required && place.IsUsed);
    }

    private DataPlan Data(SpecNode? data)
    {
        if (data is null)
        {
            return new DataPlan(default, TrainsOnInput: null, RetentionDays: null, "not stated", "2000-01-01", "unknown");
        }

        _context.AllowOnly(data, "data", "countries", "trainsOnInput", "retentionDays", "personalData", "source", "asOf", "confidence");
        if (_context.Text(data, "personalData", "data") is { } personal && personal is not ("refused" or "allowed"))
        {
            _context.Report(
                SpecIds.BindingShape,
                data["personalData"]!,
                $"'{personal}' does not say whether personal data may be sent: it is 'allowed' or 'refused'.",
                $"'{personal}' 값은 개인정보를 보내도 되는지 알려 주지 않습니다. 'allowed' 또는 'refused'여야 합니다.");
        }

        return new DataPlan(
            new EquatableArray<string>(BindingContext.Texts(data["countries"]).Where(country => country != "unknown")),
            data["trainsOnInput"] is { } trains && trains.TryGetBoolean(out var isTrained) ? isTrained : null,
            WholeNumber(data, "retentionDays"),
            _context.Text(data, "source", "data", required: true) ?? "not stated",
            Date(data, "asOf", "data") ?? "2000-01-01",
            Confidence(data))
        {
            RefusesPersonalData = data["personalData"]?.Scalar == "refused",
        };
    }

    private IEnumerable<AiModelPlan> Models(SpecNode? models)
    {
        foreach (var model in BindingContext.Items(models))
        {
            _context.AllowOnly(model, "models", "id", "kind", "aliases", "context", "maxOutput", "dimensions", "can", "endOfService", "prices", "limits");
            var kind = _context.Text(model, "kind", "models") ?? "chat";
            if (kind is not ("chat" or "embedding"))
            {
                _context.Report(
                    SpecIds.BindingShape,
                    model["kind"]!,
                    $"'{kind}' is no kind of model: it is 'chat' or 'embedding'.",
                    $"'{kind}' 값은 모델의 종류가 아닙니다. 'chat' 또는 'embedding'이어야 합니다.");
            }

            var abilities = BindingContext.Texts(model["can"]);
            foreach (var ability in abilities.Where(ability => Array.IndexOf(Abilities, ability) < 0))
            {
                _context.Report(
                    SpecIds.BindingShape,
                    model["can"]!,
                    $"'{ability}' is no ability: known are {string.Join(", ", Abilities)}.",
                    $"'{ability}' 값은 모델의 기능이 아닙니다. 쓸 수 있는 값: {string.Join(", ", Abilities)}.");
            }

            yield return new AiModelPlan(
                _context.Text(model, "id", "models", required: true) ?? "",
                kind,
                new EquatableArray<string>(BindingContext.Texts(model["aliases"])),
                WholeNumber(model, "context"),
                WholeNumber(model, "maxOutput"),
                WholeNumber(model, "dimensions"),
                new EquatableArray<string>(abilities.Where(ability => Array.IndexOf(Abilities, ability) >= 0)),
                model["endOfService"] is null ? null : Date(model, "endOfService", "models"),
                new EquatableArray<PricePlan>(Prices(model["prices"]).OrderByDescending(price => price.From, StringComparer.Ordinal)))
            {
                Limits = model["limits"] is { } limits ? Limits(limits) : null,
            };
        }
    }

    private LimitsPlan Limits(SpecNode limits)
    {
        _context.AllowOnly(limits, "limits", "requestsPerMinute", "tokensPerMinute", "source", "asOf", "confidence");
        return new LimitsPlan(
            WholeNumber(limits, "requestsPerMinute"),
            WholeNumber(limits, "tokensPerMinute"),
            _context.Text(limits, "source", "limits", required: true) ?? "not stated",
            Date(limits, "asOf", "limits") ?? "2000-01-01",
            Confidence(limits));
    }

    private IEnumerable<PricePlan> Prices(SpecNode? prices)
    {
        foreach (var price in BindingContext.Items(prices))
        {
            _context.AllowOnly(price, "prices", "from", "currency", "input", "output", "cachedInput", "source", "confidence");
            yield return new PricePlan(
                Date(price, "from", "prices") ?? "2000-01-01",
                _context.Text(price, "currency", "prices", required: true) ?? "KRW",
                Money(price, "input"),
                Money(price, "output"),
                Money(price, "cachedInput"),
                _context.Text(price, "source", "prices", required: true) ?? "not stated",
                Confidence(price));
        }
    }

    private string? Money(SpecNode node, string key)
    {
        if (node[key] is not { Kind: not SpecNodeKind.Null } value)
        {
            return null;
        }

        if (value.TryGetDecimal(out var money) && money >= 0)
        {
            return money.ToString(CultureInfo.InvariantCulture);
        }

        _context.Report(
            SpecIds.BindingShape,
            value,
            $"'{key}' has to be an amount of money for a million tokens.",
            $"'{key}' 값은 토큰 백만 개당 금액이어야 합니다.");
        return null;
    }

    private bool Flag(SpecNode node, string key)
    {
        if (node[key] is not { Kind: not SpecNodeKind.Null } value)
        {
            return false;
        }

        if (value.TryGetBoolean(out var flag))
        {
            return flag;
        }

        _context.Report(
            SpecIds.BindingShape,
            value,
            $"'{key}' has to be true or false.",
            $"'{key}' 값은 true 또는 false여야 합니다.");
        return false;
    }

    private int? WholeNumber(SpecNode node, string key)
    {
        if (node[key] is not { } value || value.Kind == SpecNodeKind.Null || value.Scalar == "unknown")
        {
            return null;
        }

        if (value.TryGetInt64(out var number) && number is >= 0 and <= int.MaxValue)
        {
            return (int)number;
        }

        _context.Report(
            SpecIds.BindingShape,
            value,
            $"'{key}' has to be a whole number, or 'unknown'.",
            $"'{key}' 값은 정수 또는 'unknown'이어야 합니다.");
        return null;
    }

    private string? Date(SpecNode node, string key, string what)
    {
        if (_context.Text(node, key, what, required: true) is not { } text)
        {
            return null;
        }

        if (DateTime.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
        {
            return text;
        }

        _context.Report(
            SpecIds.BindingShape,
            node[key]!,
            $"'{text}' is no date: write it as 2026-01-31.",
            $"'{text}' 값은 날짜가 아닙니다. 2026-01-31처럼 쓰십시오.");
        return null;
    }

    private string Confidence(SpecNode node)
    {
        var text = _context.Text(node, "confidence", "confidence") ?? "unknown";
        if (Array.IndexOf(Confidences, text) < 0)
        {
            _context.Report(
                SpecIds.BindingShape,
                node["confidence"]!,
                $"'{text}' is no confidence: known are {string.Join(", ", Confidences)}.",
                $"'{text}' 값은 신뢰도가 아닙니다. 쓸 수 있는 값: {string.Join(", ", Confidences)}.");
            return "unknown";
        }

        return text;
    }

    private ErrorsPlan CompileErrors(SpecNode errors)
    {
        _context.AllowOnly(errors, "errors", "code", "message", "transient", "permanent", "advice", "requestId", "retryAfterEpoch", "statusFromCode");
        return Errors(errors);
    }

    private static ErrorsPlan Errors(SpecNode? errors) => new(
        new EquatableArray<string>(BindingContext.Texts(errors?["code"])),
        new EquatableArray<string>(BindingContext.Texts(errors?["message"])),
        new EquatableArray<string>(BindingContext.Texts(errors?["transient"])),
        new EquatableArray<string>(BindingContext.Texts(errors?["permanent"])),
        new EquatableArray<AdvicePlan>((errors?["advice"]?.Members ?? Array.Empty<SpecMember>()).Select(member => new AdvicePlan(member.Name, member.Value.Scalar ?? ""))),
        new EquatableArray<string>(BindingContext.Texts(errors?["requestId"])),
        new EquatableArray<string>(BindingContext.Texts(errors?["retryAfterEpoch"])),
        errors?["statusFromCode"] is { } flag && flag.TryGetBoolean(out var fromCode) && fromCode);
}
