namespace HyperscaleSdk.Wire.Tests.Mock;

/// <summary>Prism, serving one document.</summary>
internal static class PrismServer
{
    public static Task<NodeServer> StartAsync(string document, CancellationToken cancellationToken)
        => NodeServer.StartAsync(port => [PrismInstall.Script, "mock", document, "-h", "127.0.0.1", "-p", port, "--errors"], "Prism is listening", cancellationToken);
}
