namespace HyperscaleSdk.Runtime;

/// <summary>The addresses of a transport's requests. A client asks for the same one again and again: the last is kept, because to take an address apart costs more than to compare it.</summary>
internal sealed class RequestAddresses(TransportSettings settings)
{
    private Known? _last;

    public Uri Of(ApiRequest request)
    {
        var server = settings.UsesOwnBase ? request.Server : null;
        var path = request.PathAndQuery;
        var last = Volatile.Read(ref _last);
        if (last is not null && string.Equals(last.Path, path, StringComparison.Ordinal) && string.Equals(last.Server, server, StringComparison.Ordinal))
        {
            return last.Address;
        }

        var made = new Known(server, path, Make(server, path));
        Volatile.Write(ref _last, made);
        return made.Address;
    }

    private Uri Make(string? server, string path)
    {
        var address = (server?.TrimEnd('/') ?? settings.Base) + path;
        return new Uri(settings.KeyQuery is null ? address : address + (address.Contains('?', StringComparison.Ordinal) ? '&' : '?') + settings.KeyQuery);
    }

    private sealed record Known(string? Server, string Path, Uri Address);
}
