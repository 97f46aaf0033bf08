using HyperscaleSdk.Runtime;

namespace HyperscaleSdk.Tests;

internal sealed class StandInChatClient(HyperscaleTransport transport, string? model = "model-1", Action<ChatCall>? inspect = null) : HyperscaleChatClient(transport, model)
{
    private readonly StandInChatRoute _route = new(inspect);

    public static StandInChatClient Over(StubHandler handler, StandInOptions? options = null, Action<ChatCall>? inspect = null)
        => new(StandIn.Transport(handler, options), inspect: inspect);

    protected override ChatRoute SelectRoute(string model) => _route;
}
