using System.Globalization;
using System.Net.Http.Json;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Refit;

namespace HyperscaleSdk.Generators.Tests.RefitStyle;

/// <summary>Makes the request of a call as Refit does.</summary>
internal sealed class RefitRequest(RefitSettings settings)
{
    /// <summary>As Refit's serializer has them.</summary>
    public static readonly JsonSerializerOptions Json = new() { PropertyNameCaseInsensitive = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    public HttpRequestMessage Make(RefitMethod method, object?[] values)
    {
        var request = new HttpRequestMessage { Method = method.Http };
        var parts = method.Boundary is { } boundary ? new MultipartFormDataContent(boundary) : null;
        request.Content = parts;
        var headers = method.Headers.ToDictionary(header => header.Key, header => header.Value, StringComparer.Ordinal);
        var query = new List<(string Name, string? Value)>();
        var path = method.Path;
        for (var i = 0; i < values.Length; i++)
        {
            var parameter = method.Parameters[i];
            if (method.PlaceholderOf[i] is { } placeholder)
            {
                var text = Uri.EscapeDataString(settings.UrlParameterFormatter.Format(values[i], parameter, parameter.ParameterType) ?? "");
                path = Regex.Replace(path, "{" + placeholder + "}", text.Replace("$", "$$", StringComparison.Ordinal), RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
            }
            else if (i == method.BodyIndex)
            {
                request.Content = Body(values[i], parameter.GetCustomAttribute<BodyAttribute>()!.SerializationMethod);
            }
            else if (method.HeaderOf[i] is { } header)
            {
                headers[header] = Convert.ToString(values[i], CultureInfo.CurrentCulture);
                headers[header] = values[i] is null ? null : headers[header];
            }
            else if (values[i] is { } value)
            {
                if (parts is null || parameter.IsDefined(typeof(QueryAttribute)))
                {
                    query.AddRange(new RefitQuery(settings).Pairs(value, parameter, RefitMethod.UrlName(parameter)));
                }
                else
                {
                    AddParts(parts, RefitMethod.UrlName(parameter), value);
                }
            }
        }

        SetHeaders(request, headers);
        var pairs = query.Where(pair => pair.Value is not null).Select(pair => Uri.EscapeDataString(pair.Name) + "=" + Uri.EscapeDataString(pair.Value!));
        request.RequestUri = new Uri(path.TrimStart('/') + (query.Count > 0 ? "?" + string.Join('&', pairs) : ""), UriKind.Relative);
        return request;
    }

    private HttpContent Body(object? value, BodySerializationMethod method) => value switch
    {
        HttpContent content => content,
        Stream stream => new StreamContent(stream),
        string text when method == BodySerializationMethod.Default => new StringContent(text),
        _ when method == BodySerializationMethod.UrlEncoded => new FormUrlEncodedContent(new RefitQuery(settings).Form(value).Select(pair => KeyValuePair.Create(pair.Name, pair.Value ?? ""))),
        _ => JsonContent.Create(value, value?.GetType() ?? typeof(object), options: Json),
    };

    private static void AddParts(MultipartFormDataContent parts, string name, object value)
    {
        foreach (var item in value as IEnumerable<object> ?? [value])
        {
            switch (item)
            {
                case MultipartItem file:
                    parts.Add(file.ToContent(), file.Name ?? name, file.FileName);
                    break;
                case string text:
                    parts.Add(new StringContent(text), name);
                    break;
                case byte[] bytes:
                    parts.Add(new ByteArrayContent(bytes), name, name);
                    break;
                default:
                    parts.Add(JsonContent.Create(item, item.GetType(), options: Json), name);
                    break;
            }
        }
    }

    private static void SetHeaders(HttpRequestMessage request, Dictionary<string, string?> headers)
    {
        if (headers.Count > 0 && request.Content is null && request.Method != HttpMethod.Get && request.Method != HttpMethod.Head)
        {
            request.Content = new ByteArrayContent([]);
        }

        foreach (var (name, value) in headers)
        {
            if (request.Content?.Headers.NonValidated.Contains(name) == true)
            {
                request.Content.Headers.Remove(name);
            }

            if (value is not null && !request.Headers.TryAddWithoutValidation(name, value))
            {
                request.Content?.Headers.TryAddWithoutValidation(name, value);
            }
        }
    }
}
