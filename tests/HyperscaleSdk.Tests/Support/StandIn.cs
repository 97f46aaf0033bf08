using HyperscaleSdk.Runtime;

namespace HyperscaleSdk.Tests;

/// <summary>A provider that stands in for a generated one.</summary>
internal static class StandIn
{
    public const string Key = "sk-test-secret-0123456789";

    public const string Address = "http://127.0.0.1:9/v1";

    public static readonly ProviderProtocol Protocol = new()
    {
        Errors = new ProviderErrors
        {
            TransientCodes = ["busy"],
            PermanentCodes = ["quota_gone"],
            Advice = new Dictionary<string, string>(StringComparer.Ordinal) { ["bad_key"] = "Make a new key in the console." },
            RetryAfterEpochHeaders = ["x-retry-at"],
        },
    };

    public static ProviderDescriptor Provider(string id = "stand-in", string? address = Address) => new()
    {
        Id = id,
        EnglishName = "Stand-in",
        KoreanName = "대역",
        TelemetryName = "stand_in",
        DefaultBaseAddress = address is null ? null : new Uri(address),
        KeyVariable = "HSAI_TEST_NO_SUCH_VARIABLE",
        Hosts = ["127.0.0.1"],
        Data = new DataHandling { Countries = ["KR"], Source = "test", AsOf = new DateOnly(2026, 11, 22), Confidence = FactConfidence.Documented },
        Models = [],
    };

    public static StandInOptions Options(int maxRetries = 2) => new()
    {
        ApiKey = Key,
        MaxRetries = maxRetries,
        RetryDelay = TimeSpan.Zero,
    };

    public static HyperscaleTransport Transport(StubHandler handler, StandInOptions? options = null, ProviderProtocol? protocol = null)
        => new(Provider(), protocol ?? Protocol, options ?? Options(), new HttpClient(handler));

    public static ApiRequest Request(string path = "/things", string body = "{}") => new(HttpMethod.Post, path)
    {
        Operation = "makeThing",
        BodyWriter = writer => writer.WriteRawValue(body),
    };
}
