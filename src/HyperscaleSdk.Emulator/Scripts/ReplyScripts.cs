using Microsoft.AspNetCore.Http;

namespace HyperscaleSdk.Emulator.Scripts;

/// <summary>Finds the script for a request: its own header first, then the host's queue.</summary>
internal static class ReplyScripts
{
    public const string Header = "X-Emulator-Reply";

    public const string Problem = "The emulator reply is neither text nor a JSON object with members that it knows; GET / on the emulator describes it.";

    public static ReplyScript? Take(HttpRequest request, ReplyQueue queue, out string? problem)
    {
        problem = null;
        var header = request.Headers[Header].ToString();
        if (header.Length == 0)
            return queue.Take();
        var script = ReplyScriptParser.Parse(header);
        if (script is null)
            problem = Problem;
        return script;
    }
}
