// Stand-ins for Microsoft.Extensions.*, ASP.NET Core and Entity Framework Core.
namespace Microsoft.Extensions.AI
{
    public sealed class ChatClientBuilder(IChatClient inner)
    {
        public ChatClientBuilder Use(Func<IChatClient, IChatClient> factory) => new(factory(inner));

        public IChatClient Build(IServiceProvider? services = null) => inner;
    }

    public static class ChatClientBuilderExtensions
    {
        public static ChatClientBuilder AsBuilder(this IChatClient client) => new(client);

        public static ChatClientBuilder AddChatClient(this DependencyInjection.IServiceCollection services, Func<IServiceProvider, IChatClient> factory) => new(factory(null!));
    }
}

namespace Microsoft.Extensions.DependencyInjection
{
    public interface IServiceCollection;

    public static class ServiceExtensions
    {
        public static IServiceCollection AddSingleton<T>(this IServiceCollection services)
            where T : class => services;

        public static IServiceCollection AddSingleton<T>(this IServiceCollection services, Func<IServiceProvider, T> factory)
            where T : class => services;

        public static T GetRequiredService<T>(this IServiceProvider services)
            where T : notnull => (T)services.GetService(typeof(T))!;
    }
}

namespace Microsoft.Extensions.Logging
{
    public enum LogLevel
    {
        Debug,
        Information,
        Warning,
        Error,
    }

    public interface ILogger
    {
        void Log(LogLevel level, Exception? exception, string? message, params object?[] args);

        bool IsEnabled(LogLevel level);
    }

    public interface ILogger<out T> : ILogger;

    public static class LoggerExtensions
    {
        public static void LogDebug(this ILogger logger, string? message, params object?[] args) => logger.Log(LogLevel.Debug, null, message, args);

        public static void LogInformation(this ILogger logger, string? message, params object?[] args) => logger.Log(LogLevel.Information, null, message, args);

        public static void LogWarning(this ILogger logger, string? message, params object?[] args) => logger.Log(LogLevel.Warning, null, message, args);

        public static void LogError(this ILogger logger, Exception? exception, string? message, params object?[] args) => logger.Log(LogLevel.Error, exception, message, args);
    }
}

namespace Microsoft.Extensions.Compliance.Classification
{
    [AttributeUsage(AttributeTargets.All, AllowMultiple = true)]
    public abstract class DataClassificationAttribute(string taxonomy, string value) : Attribute
    {
        public string Classification { get; } = taxonomy + ":" + value;
    }
}

namespace Microsoft.Extensions.Compliance.Redaction
{
    public abstract class Redactor
    {
        public abstract string Redact(string? source);
    }
}

namespace Microsoft.Extensions.Configuration
{
    public interface IConfiguration
    {
        string? this[string key] { get; set; }
    }
}

namespace Microsoft.EntityFrameworkCore
{
    public abstract class DbContext : IDisposable
    {
        public DbSet<T> Set<T>()
            where T : class => throw new NotSupportedException();

        public void Dispose() => GC.SuppressFinalize(this);
    }

    public abstract class DbSet<T> : IQueryable<T>
        where T : class
    {
        public abstract Type ElementType { get; }

        public abstract System.Linq.Expressions.Expression Expression { get; }

        public abstract IQueryProvider Provider { get; }

        public abstract ValueTask<T?> FindAsync(params object?[]? keyValues);

        public abstract IEnumerator<T> GetEnumerator();

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }

    public static class EntityFrameworkQueryableExtensions
    {
        public static Task<List<T>> ToListAsync<T>(this IQueryable<T> source, CancellationToken cancellationToken = default) => Task.FromResult(source.ToList());

        public static Task<T> FirstAsync<T>(this IQueryable<T> source, System.Linq.Expressions.Expression<Func<T, bool>> predicate, CancellationToken cancellationToken = default) => Task.FromResult(source.First(predicate));

        public static Task<T?> FirstOrDefaultAsync<T>(this IQueryable<T> source, System.Linq.Expressions.Expression<Func<T, bool>> predicate, CancellationToken cancellationToken = default) => Task.FromResult(source.FirstOrDefault(predicate));

        public static Task<T> SingleAsync<T>(this IQueryable<T> source, System.Linq.Expressions.Expression<Func<T, bool>> predicate, CancellationToken cancellationToken = default) => Task.FromResult(source.Single(predicate));

        public static Task<int> CountAsync<T>(this IQueryable<T> source, CancellationToken cancellationToken = default) => Task.FromResult(source.Count());

        public static IQueryable<T> Include<T, TProperty>(this IQueryable<T> source, System.Linq.Expressions.Expression<Func<T, TProperty>> path)
            where T : class => source;

        public static IAsyncEnumerable<T> AsAsyncEnumerable<T>(this IQueryable<T> source) => source.ToAsyncEnumerable();

        public static IQueryable<T> AsNoTracking<T>(this IQueryable<T> source)
            where T : class => source;
    }
}

namespace Microsoft.AspNetCore.Mvc
{
    [AttributeUsage(AttributeTargets.Class)]
    public sealed class ApiControllerAttribute : Attribute;

    [AttributeUsage(AttributeTargets.Method)]
    public sealed class HttpPostAttribute(string template = "") : Attribute
    {
        public string Template { get; } = template;
    }

    [AttributeUsage(AttributeTargets.Parameter)]
    public sealed class FromBodyAttribute : Attribute;

    public interface IActionResult;

    public abstract class ControllerBase
    {
        public IActionResult Ok(object? value) => null!;

        public IActionResult NotFound() => null!;
    }
}

namespace Microsoft.AspNetCore.Builder
{
    public sealed class WebApplication
    {
        public void MapPost(string pattern, Delegate handler) => GC.KeepAlive((pattern, handler));
    }
}
