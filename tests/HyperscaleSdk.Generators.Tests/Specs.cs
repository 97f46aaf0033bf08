using HyperscaleSdk.TestKit;

namespace HyperscaleSdk.Generators.Tests;

/// <summary>Documents that the tests generate from.</summary>
internal static class Specs
{
    public static SpecText[] Upstage() => Provider("upstage", "Upstage");

    public static SpecText[] ClovaStudio() => Provider("naver-clovastudio", "ClovaStudio");

    public static SpecText Edit(SpecText file, string before, string after)
    {
        var text = file.GetText().ToString();
        Assert.Contains(before, text, StringComparison.Ordinal);
        return new SpecText(file.Path, text.Replace(before, after, StringComparison.Ordinal)).With(file);
    }

    public static SpecText With(this SpecText file, SpecText metadata)
    {
        foreach (var entry in metadata.Metadata)
        {
            file.Metadata[entry.Key] = entry.Value;
        }

        return file;
    }

    /// <summary>A document with one operation that posts and gets a schema <c>Thing</c>.</summary>
    public static SpecText WithSchemas(string schemas, string path = "thing.yaml") => SpecText.Spec(path, $$"""
        openapi: 3.1.0
        info: { title: Things, version: "1" }
        servers: [{ url: https://things.example/v1 }]
        paths:
          /things:
            post:
              operationId: makeThing
              requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } }
              responses: { "200": { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } } }
        components:
          schemas:
        {{Indent(schemas, 4)}}
        """);

    public static string Indent(string text, int spaces) => string.Join('\n', text.Split('\n').Select(line => new string(' ', spaces) + line));

    private static SpecText[] Provider(string folder, string clientName)
    {
        var path = Path.Combine(RepositoryPaths.Root, "specs", folder);
        var binding = Path.Combine(path, "binding.yaml");
        var spec = Path.Combine(path, "openapi.yaml");
        return
        [
            SpecText.Spec(spec, File.ReadAllText(spec), clientName, "Generated." + clientName, binding),
            SpecText.Binding(binding, File.ReadAllText(binding)),
        ];
    }
}
