using System.Buffers;

namespace HyperscaleSdk;

/// <content>What can be wrong with options.</content>
public abstract partial class HyperscaleClientOptions
{
    private const int MostRetries = 10;

    private static readonly TimeSpan LongestTimeout = TimeSpan.FromDays(1);

    private static readonly TimeSpan LongestRetryDelay = TimeSpan.FromSeconds(30);

    // RFC 9110, "token".
    private static readonly SearchValues<char> NameCharacters =
        SearchValues.Create("!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    internal static string? AddressProblem(Uri address, bool allowInsecureHttp)
    {
        if (!address.IsAbsoluteUri || !(IsScheme(address, Uri.UriSchemeHttps) || IsScheme(address, Uri.UriSchemeHttp)))
        {
            return "BaseAddress must be an absolute http or https address.";
        }

        if (address.UserInfo.Length > 0 || address.Query.Length > 0 || address.Fragment.Length > 0)
        {
            return "BaseAddress must have no user, query or fragment.";
        }

        return IsScheme(address, Uri.UriSchemeHttp) && !address.IsLoopback && !allowInsecureHttp
            ? $"BaseAddress is plain http on '{address.Host}': the key and the text could be read on the way. Use https, or set AllowInsecureHttp."
            : null;
    }

    private static bool IsScheme(Uri address, string scheme) => string.Equals(address.Scheme, scheme, StringComparison.OrdinalIgnoreCase);

    private static bool IsPlainHeaderValue(string? value)
    {
        if (value is null)
        {
            return false;
        }

        foreach (var character in value)
        {
            if (character is < ' ' or > '~')
            {
                return false;
            }
        }

        return true;
    }

    private void CollectProblems(List<string> problems)
    {
        problems.AddRange(_unreadable);
        if (BaseAddress is not null && AddressProblem(BaseAddress, AllowInsecureHttp) is { } address)
        {
            problems.Add(address);
        }

        if (ApiKey is not null && !IsPlainHeaderValue(ApiKey))
        {
            problems.Add("ApiKey holds characters that a header cannot carry (line breaks, or characters that are not ASCII).");
        }

        if (Timeout != System.Threading.Timeout.InfiniteTimeSpan && (Timeout <= TimeSpan.Zero || Timeout > LongestTimeout))
        {
            problems.Add("Timeout must be more than zero and at most a day, or infinite.");
        }

        if (MaxRetries is < 0 or > MostRetries)
        {
            problems.Add("MaxRetries must be 0 to 10.");
        }

        if (RetryDelay < TimeSpan.Zero || RetryDelay > LongestRetryDelay)
        {
            problems.Add("RetryDelay must be 0 to 30 seconds.");
        }

        if (MaxResponseBytes is < 1 or > int.MaxValue)
        {
            problems.Add("MaxResponseBytes must be 1 to 2147483647.");
        }

        if (AttemptTimeout <= TimeSpan.Zero || AttemptTimeout > LongestTimeout)
        {
            problems.Add("AttemptTimeout must be more than zero and at most a day.");
        }

        RateLimits?.CollectProblems(problems, _section);
        CircuitBreaker?.CollectProblems(problems, _section);
        Hedging?.CollectProblems(problems, _section);
        if (TimeProvider is null)
        {
            problems.Add("TimeProvider must not be null.");
        }

        CollectHeaderProblems(problems);
    }

    private void CollectHeaderProblems(List<string> problems)
    {
        foreach (var (name, value) in Headers)
        {
            if (name.Length == 0 || name.AsSpan().ContainsAnyExcept(NameCharacters))
            {
                problems.Add("Headers holds a name that is not a header name.");
            }
            else if (string.Equals(name, "Authorization", StringComparison.OrdinalIgnoreCase)
                || name.StartsWith("Content-", StringComparison.OrdinalIgnoreCase)
                || string.Equals(name, "Host", StringComparison.OrdinalIgnoreCase)
                || string.Equals(name, "Transfer-Encoding", StringComparison.OrdinalIgnoreCase))
            {
                problems.Add($"Headers must not hold '{name}': the client sets it.");
            }
            else if (!IsPlainHeaderValue(value))
            {
                problems.Add($"The value of the header '{name}' holds characters that a header cannot carry.");
            }
        }
    }
}
