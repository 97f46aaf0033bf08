using System.Collections.Concurrent;
using HyperscaleSdk.TestKit;

namespace HyperscaleSdk.Wire.Tests;

/// <summary>The rows of all documents, written to <c>artifacts/wire.md</c> when the last is done.</summary>
public sealed class WireTable : IDisposable
{
    private readonly ConcurrentDictionary<string, WireRow> _rows = new(StringComparer.Ordinal);

    internal void Add(WireRow row) => _rows[row.Document] = row;

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_rows.IsEmpty)
        {
            var folder = Directory.CreateDirectory(Path.Combine(RepositoryPaths.Root, "artifacts"));
            File.WriteAllText(Path.Combine(folder.FullName, "wire.md"), WireRow.Head + string.Join('\n', _rows.Values.OrderBy(row => row.Document, StringComparer.Ordinal)) + "\n");
        }
    }
}
