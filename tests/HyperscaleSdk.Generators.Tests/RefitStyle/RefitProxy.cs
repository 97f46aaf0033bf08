using System.Net.Http.Json;
using System.Reflection;
using Refit;

namespace HyperscaleSdk.Generators.Tests.RefitStyle;

/// <summary>Does in small what Refit's generated code does: makes a request of attributes and arguments, and a typed answer of the response.</summary>
internal class RefitProxy : DispatchProxy
{
    private static readonly MethodInfo Receive = typeof(RefitProxy).GetMethod(nameof(ReceiveAsync), BindingFlags.Static | BindingFlags.NonPublic)!;

    private HttpClient _client = null!;
    private RefitSettings _settings = null!;

    /// <summary>A client of an interface; throws where Refit would refuse one of its methods.</summary>
    public static object For(Type type, HttpClient client, RefitSettings? settings = null)
    {
        RefitMethod.Accept(type);
        var proxy = (RefitProxy)Create(type, typeof(RefitProxy));
        proxy._client = client;
        proxy._settings = settings ?? new RefitSettings();
        return proxy;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        ArgumentNullException.ThrowIfNull(targetMethod);
        var request = new RefitRequest(_settings).Make(new RefitMethod(targetMethod), [.. args!.Where(argument => argument is not CancellationToken)]);
        return targetMethod.ReturnType == typeof(Task)
            ? SendAsync(_client, request)
            : Receive.MakeGenericMethod(targetMethod.ReturnType.GetGenericArguments()).Invoke(null, [_client, request]);
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, HttpRequestMessage request)
    {
        var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return response.IsSuccessStatusCode ? response : throw new ApiException($"Response status code does not indicate success: {(int)response.StatusCode}.");
    }

    private static async Task<T?> ReceiveAsync<T>(HttpClient client, HttpRequestMessage request)
    {
        var response = await SendAsync(client, request);
        if (typeof(T) == typeof(string))
        {
            return (T)(object)await response.Content.ReadAsStringAsync();
        }

        return typeof(T) == typeof(Stream)
            ? (T)(object)await response.Content.ReadAsStreamAsync()
            : await response.Content.ReadFromJsonAsync<T>(RefitRequest.Json);
    }
}
