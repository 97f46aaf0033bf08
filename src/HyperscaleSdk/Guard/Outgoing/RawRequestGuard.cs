using System.Buffers;
using System.Text.Json;
using HyperscaleSdk.Runtime;

namespace HyperscaleSdk;

/// <summary>
/// Reads what a <c>RawRepresentationFactory</c> makes, at the moment it is made. Nothing can be replaced in it: what is found blocks the
/// call, and a type that cannot be read is refused.
/// </summary>
internal static class RawRequestGuard
{
    private static readonly Place Where = Place.OfOptions("raw representation");

    public static Func<TClient, object?>? Guard<TClient>(GuardSession session, Func<TClient, object?>? factory) =>
        factory is null ? null : client =>
        {
            var raw = factory(client);
            if (raw is not null)
            {
                Check(session, raw);
            }

            return raw;
        };

    private static void Check(GuardSession session, object raw)
    {
        if (raw is not IJsonWritable writable)
        {
            session.Unreadable(Where, "a RawRepresentationFactory makes a request that is not of this SDK");
            return;
        }

        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writable.WriteJson(writer);
        }

        // Apart: the answer to whether anything is found must not depend on what the call had found before.
        var apart = session.Apart();
        ValueGuard.Element(apart, JsonElement.Parse(buffer.WrittenSpan), key: null, Where);
        if (apart.Report() is not null)
        {
            throw session.Refused(apart.FindingsAt(Where));
        }
    }
}
