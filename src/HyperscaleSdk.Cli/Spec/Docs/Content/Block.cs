#pragma warning disable MA0048 // the kinds of blocks stand together
namespace HyperscaleSdk.Cli.Spec.Docs.Content;

/// <summary>Something that takes lines of its own.</summary>
internal abstract record Block;

internal sealed record Paragraph(IReadOnlyList<Inline> Text) : Block;

/// <summary>A small heading that no link leads to.</summary>
internal sealed record Caption(string Text) : Block;

/// <summary>Labels with values.</summary>
internal sealed record FactList(IReadOnlyList<Fact> Facts) : Block;

internal sealed record Fact(string Label, IReadOnlyList<Inline> Value);

/// <summary>A table; every row has a cell for every column.</summary>
internal sealed record DataTable(IReadOnlyList<Column> Columns, IReadOnlyList<IReadOnlyList<Inline>[]> Rows) : Block
{
    /// <summary>The same without the columns in which no cell says anything.</summary>
    public DataTable WithoutEmptyColumns()
    {
        int[] kept = [.. Enumerable.Range(0, Columns.Count).Where(column => Rows.Any(row => row[column].Count > 0))];
        return kept.Length == Columns.Count ? this : new([.. kept.Select(column => Columns[column])], [.. Rows.Select(IReadOnlyList<Inline>[] (row) => [.. kept.Select(column => row[column])])]);
    }
}

internal sealed record Column(string Title, ColumnKind Kind = ColumnKind.Text);

/// <summary>The declaration of a method.</summary>
internal sealed record Signature(string Code) : Block;

/// <summary>C# to copy. It compiles as it stands.</summary>
internal sealed record Snippet(string Code) : Block;

/// <summary>Prices of several models next to each other, in won for a million tokens.</summary>
internal sealed record PriceChart(IReadOnlyList<PriceBar> Bars) : Block;

/// <summary>The prices of one model; null means unknown.</summary>
internal sealed record PriceBar(string Model, decimal? Input, decimal? Output);
