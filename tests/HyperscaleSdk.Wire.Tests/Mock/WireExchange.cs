using System.Text.Json.Nodes;

namespace HyperscaleSdk.Wire.Tests.Mock;

/// <summary>A request and Prism's answer.</summary>
/// <param name="Target">Method, path and query as sent.</param>
/// <param name="Sent">The body of the request.</param>
/// <param name="Status">The status of the answer.</param>
/// <param name="Violations">What Prism found wrong, where the document has an answer for wrong requests.</param>
/// <param name="Answer">The body of the answer.</param>
internal sealed record WireExchange(string Target, string Sent, int Status, string Violations, string Answer)
{
    /// <summary>Prism takes the request for valid.</summary>
    public bool IsAccepted => Status < 400 && (Violations.Length == 0 || Violations.StartsWith('[')) && !Faults("request");

    /// <summary>The request is good, but the document's own example of an answer does not fit its schema.</summary>
    public bool IsFaultOfDocument => !IsAccepted && Faults("response") && !Faults("request");

    /// <summary>The request is good, but Prism has no way to make a stream up: it says so when it has found nothing against the request.</summary>
    public bool HasNoAnswer => Status == 500 && Violations.Length == 0 && Answer.Contains("errors#NO_COMPLEX_OBJECT_TEXT", StringComparison.Ordinal);

    // Prism names each fault by its place; what is only deprecated is a warning.
    private bool Faults(string place)
        => Violations.StartsWith('[') && JsonNode.Parse(Violations)!.AsArray().Any(fault => fault!["severity"]?.GetValue<string>() == "Error" && fault["location"]?[0]?.GetValue<string>() == place);

    public override string ToString() => $"{Target}\n    sent {Cut(Sent)}\n    got {Status} {Cut(Violations + " " + Answer)}";

    private static string Cut(string text) => text.Length <= 900 ? text : text[..900] + " …";
}
