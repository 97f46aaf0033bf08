using System.Text.Json.Nodes;

namespace HyperscaleSdk.Emulator.Tests.Support;

/// <summary>One frame of an event stream, read by the rules of the HTML standard.</summary>
internal sealed record WireFrame(string? Id, string? Event, string Data)
{
    public JsonNode Json => JsonNode.Parse(Data)!;

    public static IReadOnlyList<WireFrame> Parse(string body)
    {
        List<WireFrame> frames = [];
        string? id = null, name = null, data = null;
        foreach (var line in body.ReplaceLineEndings("\n").Split('\n'))
        {
            if (line.Length == 0)
            {
                if (data is not null)
                    frames.Add(new WireFrame(id, name, data));
                (id, name, data) = (null, null, null);
                continue;
            }

            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon == 0)
                continue;
            var value = line[(colon + 1)..];
            value = value.StartsWith(' ') ? value[1..] : value;
            switch (line[..colon])
            {
                case "id":
                    id = value;
                    break;
                case "event":
                    name = value;
                    break;
                case "data":
                    data = data is null ? value : $"{data}\n{value}";
                    break;
            }
        }

        return frames;
    }
}
