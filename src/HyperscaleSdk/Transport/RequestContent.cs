using System.Net;

namespace HyperscaleSdk.Runtime;

/// <summary>The content of one attempt over the body that all attempts share.</summary>
internal sealed class RequestContent : HttpContent
{
    private readonly RequestBody _body;

    public RequestContent(RequestBody body)
    {
        _body = body;
        Headers.TryAddWithoutValidation("Content-Type", body.MediaType);
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => _body.CopyToAsync(stream, CancellationToken.None);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken) => _body.CopyToAsync(stream, cancellationToken);

    protected override bool TryComputeLength(out long length)
    {
        length = _body.Length;
        return true;
    }
}
