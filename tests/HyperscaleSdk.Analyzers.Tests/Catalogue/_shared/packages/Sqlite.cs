// Stand-in for HyperscaleSdk.Usage.Sqlite.
namespace HyperscaleSdk
{
    public static class SqliteUsageLedger
    {
        public static Task<IUsageLedger> OpenAsync(string path, CancellationToken cancellationToken = default) => throw new NotSupportedException();
    }
}
