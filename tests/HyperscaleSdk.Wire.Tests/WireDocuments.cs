using HyperscaleSdk.TestKit;

namespace HyperscaleSdk.Wire.Tests;

/// <summary>The documents whose clients are tried, and the operations among them that cannot be judged.</summary>
internal static class WireDocuments
{
    private const string FormLists = "Prism keeps only the last of a form's members of one name (stoplightio/prism#2473)";
    private const string FloatRange = "Prism answers with a number beyond the range of 'float'";
    private const string Recursion = "Prism ends a schema that contains itself with an object that lacks its required members";
    private const string NestedList = "a list of lists in a query has no form that 2.0 defines";

    private static readonly string[] Usual =
    [
        "specs/upstage/openapi.yaml",
        "specs/naver-clovastudio/openapi.yaml",
        "specs/naver-clovastudio-openai/openapi.yaml",
        "specs/clovastudio-gov/openapi.yaml",
        "specs/friendli/openapi.yaml",
        "specs/openai-compatible/openapi.yaml",
        "specs/saltlux-luxia/openapi.yaml",
        "specs/samsung-fabrix/openapi.yaml",
        "specs/kakao-kogpt/openapi.yaml",
        "specs/etri/openapi.yaml",
        "dev/d037.yaml", // 2.0, ZoomConnect: JSON bodies, a form, paths
        "dev/d041.yaml", // 3.1, Museum: paths, a picture as answer
        "dev/d045.json", // 3.0, Qdrant: unions, maps, uploads
        "dev/d046.yaml", // 3.0, Spotify: queries, a picture as body
        "dev/d056.json", // 2.0, Amazon: lists in queries, headers
        "dev/d059.json", // 3.0, Twilio: urlencoded forms, patterns, headers, lists in queries
    ];

    // More of the same, and one that takes long: part of a full run.
    private static readonly string[] More =
    [
        "dev/d009.yaml", "dev/d013.yaml", "dev/d023.yaml", "dev/d025.yaml", "dev/d026.yaml", "dev/d032.yaml", "dev/d033.yaml", "dev/d036.yaml", "dev/d043.yaml", "dev/d048.yaml", "dev/d049.yaml",
        "dev/d058.json",
    ];

    private static readonly Dictionary<(string Document, string Operation), string> Faults = new()
    {
        [("dev/d023.yaml", "get_route_origin_destination")] = NestedList,
        [("dev/d045.json", "get_optimizations")] = Recursion,
        [("dev/d045.json", "search_matrix_offsets")] = FloatRange,
        [("dev/d045.json", "search_matrix_pairs")] = FloatRange,
        [("dev/d045.json", "telemetry")] = FloatRange,
        [("dev/d059.json", "CreateChannelWebhook")] = FormLists,
        [("dev/d059.json", "CreateRole")] = FormLists,
        [("dev/d059.json", "UpdateChannelWebhook")] = FormLists,
        [("dev/d059.json", "UpdateRole")] = FormLists,
        [("dev/d059.json", "UpdateService")] = FormLists,
    };

    public static IReadOnlyList<string> Names { get; } = Environment.GetEnvironmentVariable("HYPERSCALE_FULL_CORPUS") == "1" ? [.. Usual, .. More] : Usual;

    /// <summary>Where a document lies; null when it is absent.</summary>
    public static string? Find(string name)
    {
        var folder = name.StartsWith("specs/", StringComparison.Ordinal) ? RepositoryPaths.Root : RepositoryPaths.Corpus;
        return folder is not null && File.Exists(Path.Combine(folder, name)) ? Path.Combine(folder, name) : null;
    }

    /// <summary>Why the outcome of an operation is not ours to answer for; null when it is.</summary>
    public static string? FaultOf(string document, string operation) => Faults.GetValueOrDefault((document, operation));
}
