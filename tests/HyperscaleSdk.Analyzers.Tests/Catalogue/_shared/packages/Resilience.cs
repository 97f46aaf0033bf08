// Stand-ins for Microsoft.Extensions.Http.Resilience.
namespace Microsoft.Extensions.Http.Resilience
{
    public sealed class HttpStandardResilienceOptions
    {
        public HttpRetryStrategyOptions Retry { get; } = new();
    }

    public sealed class HttpRetryStrategyOptions;

    public static class HttpRetryStrategyOptionsExtensions
    {
        public static void DisableForUnsafeHttpMethods(this HttpRetryStrategyOptions options) => GC.KeepAlive(options);
    }

    public interface IHttpStandardResiliencePipelineBuilder;
}

namespace Microsoft.Extensions.DependencyInjection
{
    public static class ResilienceHttpClientBuilderExtensions
    {
        public static Http.Resilience.IHttpStandardResiliencePipelineBuilder AddStandardResilienceHandler(this IHttpClientBuilder builder) => throw new NotSupportedException();

        public static Http.Resilience.IHttpStandardResiliencePipelineBuilder AddStandardResilienceHandler(this IHttpClientBuilder builder, Action<Http.Resilience.HttpStandardResilienceOptions> configure) => throw new NotSupportedException();
    }
}
