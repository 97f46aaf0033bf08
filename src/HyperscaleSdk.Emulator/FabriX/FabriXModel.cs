using HyperscaleSdk.Emulator.Hosting;
using HyperscaleSdk.Emulator.Http;

namespace HyperscaleSdk.Emulator.FabriX;

/// <summary>A model of the tenant: a request names it by its GUID. These two are the emulator's own.</summary>
internal sealed record FabriXModel(int Id, string Guid, string Name)
{
    /// <summary>A tenant's own; not documented.</summary>
    public const int ContextTokens = 32_768;

    public static IReadOnlyList<FabriXModel> All { get; } =
    [
        new(1, "0196f1fc-3b4e-7a55-9c1d-5b1f7c2a0001", "fabrix-chat"),
        new(2, "0196f1fc-3b4e-7a55-9c1d-5b1f7c2a0002", "fabrix-reasoning"),
    ];

    public bool Thinks => Id == 2;

    /// <summary>No id and any other id is served as the first model, but <c>no-such-model</c>.</summary>
    public static FabriXModel? Find(string? id)
        => All.FirstOrDefault(model => string.Equals(model.Guid, id, StringComparison.OrdinalIgnoreCase) || string.Equals(model.Name, id, StringComparison.Ordinal))
            ?? (id is "no-such-model" ? null : All[0]);

    public static Task WriteListAsync(EmulatedCall call) => JsonReply.WriteAsync(call, writer =>
    {
        writer.WriteStartObject();
        writer.WriteStartArray("data");
        foreach (var model in All)
        {
            writer.WriteStartObject();
            writer.WriteNumber("modelId", model.Id);
            writer.WriteString("modelGuid", model.Guid);
            writer.WriteString("modelServingId", model.Guid);
            writer.WriteStartArray("name");
            foreach (var language in (string[])["ko", "en"])
            {
                writer.WriteStartObject();
                writer.WriteString("languageCode", language);
                writer.WriteString("content", model.Name);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    });
}
