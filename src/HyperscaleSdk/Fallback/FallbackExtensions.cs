using Microsoft.Extensions.AI;

namespace HyperscaleSdk;

/// <summary>Gives a client other suppliers to go on to.</summary>
public static class FallbackExtensions
{
    /// <summary>Gives a client other suppliers to go on to when its own is down, over quota or over budget.</summary>
    /// <param name="client">The preferred supplier's client; the result owns it.</param>
    /// <param name="next">The other suppliers' clients in the order of preference; the result owns them. Where a model has to be named, make a <see cref="FallbackChatClient"/> of targets.</param>
    /// <returns>A <see cref="FallbackChatClient"/> with the default options.</returns>
    /// <exception cref="ArgumentException">A client does not say which provider it calls.</exception>
    public static IChatClient AddFallback(this IChatClient client, params IEnumerable<IChatClient> next) => client.AddFallback(options: null, next);

    /// <summary>Gives a client other suppliers to go on to.</summary>
    /// <param name="client">The preferred supplier's client; the result owns it.</param>
    /// <param name="options">When to go on; copied. <see langword="null"/> takes the defaults.</param>
    /// <param name="next">The other suppliers' clients in the order of preference; the result owns them.</param>
    /// <returns>A <see cref="FallbackChatClient"/>.</returns>
    /// <exception cref="ArgumentException">A client does not say which provider it calls, or the policy does not have the purpose.</exception>
    public static IChatClient AddFallback(this IChatClient client, FallbackOptions? options, params IEnumerable<IChatClient> next)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(next);
        return new FallbackChatClient([new FallbackTarget(client), .. next.Select(other => new FallbackTarget(other))], options);
    }
}
