// Stand-ins for hosting, caching and options.
namespace Microsoft.Extensions.Caching.Memory
{
    public interface ICacheEntry
    {
        TimeSpan? AbsoluteExpirationRelativeToNow { get; set; }
    }

    public interface IMemoryCache
    {
        bool TryGetValue(object key, out object? value);
    }

    public static class CacheExtensions
    {
        public static T? Get<T>(this IMemoryCache cache, object key) => cache.TryGetValue(key, out var value) ? (T?)value : default;

        public static T Set<T>(this IMemoryCache cache, object key, T value) => value;

        public static Task<T?> GetOrCreateAsync<T>(this IMemoryCache cache, object key, Func<ICacheEntry, Task<T>> factory) => throw new NotSupportedException();
    }
}

namespace Microsoft.Extensions.Hosting
{
    public abstract class BackgroundService
    {
        protected abstract Task ExecuteAsync(CancellationToken stoppingToken);
    }
}

namespace Microsoft.Extensions.Options
{
    public interface IOptions<out T>
        where T : class
    {
        T Value { get; }
    }
}
