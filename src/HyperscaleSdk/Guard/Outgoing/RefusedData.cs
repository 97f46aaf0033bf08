using System.Buffers;
using System.Text.Json;
using HyperscaleSdk.Runtime;

namespace HyperscaleSdk;

/// <summary>
/// Keeps personal data from a provider that refuses it, for every call of its clients, with or without a guard. Nothing is replaced: what is
/// found ends the call. Bodies that are no JSON (files, audio) are not read.
/// </summary>
internal sealed class RefusedData
{
    private readonly PlaceholderCodes _codes = new();
    private readonly GuardPolicy _policy;
    private readonly ProviderDescriptor _provider;

    private RefusedData(ProviderDescriptor provider)
    {
        _provider = provider;
        _policy = GuardPolicy.Of(options: null).For(provider);
    }

    /// <summary>The check of a provider; null for one that takes personal data.</summary>
    public static RefusedData? Of(ProviderDescriptor provider) => provider.Data.RefusesPersonalData ? new RefusedData(provider) : null;

    /// <exception cref="PersonalDataBlockedException">The request holds personal data, or did before a guard took it out.</exception>
    public void Check(ApiRequest request)
    {
        // A guard around several providers does not know that this one will be asked. Where it found something, more may stand that it does not know.
        // Only for the unified call itself: a tool that runs within it sends a request of its own.
        if (request.WireOperation is "chat" or "embeddings" && GuardScope.Report is { } report)
        {
            throw new PersonalDataBlockedException([.. report.Counts.Select(static count => new PersonalDataFinding(count.Kind, count.Count, null, null, "request"))], _provider) { Provider = _provider.Id };
        }

        new GuardSession(_policy, _codes, _provider.Id, request.WireOperation, isReversible: false).Guard(request, Read);
    }

    private static ApiRequest Read(GuardSession session, ApiRequest request)
    {
        AddressGuard.Guard(session, new Uri(request.PathAndQuery, UriKind.Relative), Place.OfOptions("address"));
        foreach (var (name, value) in request.Headers)
        {
            session.Text(value, Place.OfOptions("header"), name);
        }

        if ((request.Body is { } model ? model.WriteJson : request.BodyWriter) is { } write)
        {
            var buffer = new ArrayBufferWriter<byte>();
            using (var writer = new Utf8JsonWriter(buffer))
            {
                write(writer);
            }

            ValueGuard.Element(session, JsonElement.Parse(buffer.WrittenSpan), key: null, Place.OfOptions("body"));
        }

        return request;
    }
}
