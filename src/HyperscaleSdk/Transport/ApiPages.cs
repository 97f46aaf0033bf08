using System.Runtime.CompilerServices;

namespace HyperscaleSdk.Runtime;

/// <summary>Walks through the pages of an operation. For generated code.</summary>
public static class ApiPages
{
    /// <summary>The items of all pages, each page asked for when its first item is needed.</summary>
    /// <typeparam name="TPage">A page.</typeparam>
    /// <typeparam name="TItem">An item.</typeparam>
    /// <param name="fetch">Asks for a page by its token; <see langword="null"/> is the first page.</param>
    /// <param name="items">The items of a page.</param>
    /// <param name="next">The token of the page behind; <see langword="null"/> or empty at the end.</param>
    /// <param name="cancellationToken">Cancels the walk.</param>
    /// <returns>The items in order.</returns>
    /// <exception cref="HyperscaleException">A page could not be read.</exception>
    /// <exception cref="InvalidOperationException">The provider gave the token of the page that was just read: it would never end.</exception>
    public static async IAsyncEnumerable<TItem> ItemsAsync<TPage, TItem>(
        Func<string?, CancellationToken, Task<TPage>> fetch,
        Func<TPage, IEnumerable<TItem>?> items,
        Func<TPage, string?> next,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(fetch);
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(next);
        string? token = null;
        do
        {
            var page = await fetch(token, cancellationToken).ConfigureAwait(false);
            foreach (var item in items(page) ?? [])
            {
                yield return item;
            }

            var following = next(page);
            if (!string.IsNullOrEmpty(following) && string.Equals(following, token, StringComparison.Ordinal))
            {
                throw new InvalidOperationException("The provider gave the token of the page that was just read as that of the next one.");
            }

            token = following;
        }
        while (!string.IsNullOrEmpty(token));
    }

    /// <summary>The last item of a page.</summary>
    /// <typeparam name="T">An item.</typeparam>
    /// <param name="items">The items; <see langword="null"/> when the page has none.</param>
    /// <returns>The last item, or <see langword="null"/>.</returns>
    public static T? Last<T>(IList<T>? items)
        where T : class
        => items is { Count: > 0 } ? items[^1] : null;
}
