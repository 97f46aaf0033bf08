// Stand-ins for Entity Framework Core and Dapper.
namespace Microsoft.EntityFrameworkCore
{
    public abstract class DbContext : IDisposable
    {
        public Infrastructure.DatabaseFacade Database { get; } = new();

        public DbSet<T> Set<T>()
            where T : class => throw new NotSupportedException();

        public Task<int> SaveChangesAsync(CancellationToken cancellationToken = default) => Task.FromResult(0);

        public void Dispose() => GC.SuppressFinalize(this);
    }

    public abstract class DbSet<T> : IQueryable<T>
        where T : class
    {
        public abstract Type ElementType { get; }

        public abstract System.Linq.Expressions.Expression Expression { get; }

        public abstract IQueryProvider Provider { get; }

        public abstract ValueTask<T?> FindAsync(params object?[]? keyValues);

        public abstract void Add(T entity);

        public abstract IEnumerator<T> GetEnumerator();

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }

    public static class EntityFrameworkQueryableExtensions
    {
        public static Task<List<T>> ToListAsync<T>(this IQueryable<T> source, CancellationToken cancellationToken = default) => Task.FromResult(source.ToList());
    }

    public static class RelationalQueryableExtensions
    {
        public static IQueryable<T> FromSqlRaw<T>(this DbSet<T> source, string sql, params object[] parameters)
            where T : class => source;

        public static IQueryable<T> FromSqlInterpolated<T>(this DbSet<T> source, FormattableString sql)
            where T : class => source;
    }

    public static class RelationalDatabaseFacadeExtensions
    {
        public static Task<int> ExecuteSqlRawAsync(this Infrastructure.DatabaseFacade database, string sql, params object[] parameters) => Task.FromResult(0);

        public static Task<int> ExecuteSqlInterpolatedAsync(this Infrastructure.DatabaseFacade database, FormattableString sql) => Task.FromResult(0);
    }
}

namespace Microsoft.EntityFrameworkCore.Infrastructure
{
    public sealed class DatabaseFacade;
}

namespace Dapper
{
    public static class SqlMapper
    {
        public static Task<IEnumerable<T>> QueryAsync<T>(this System.Data.IDbConnection cnn, string sql, object? param = null) => Task.FromResult(Enumerable.Empty<T>());
    }
}
