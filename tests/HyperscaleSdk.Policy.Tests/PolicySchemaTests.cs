using System.Text.Json;
using HyperscaleSdk.Policies.Reading;
using HyperscaleSdk.TestKit;

namespace HyperscaleSdk.Policies.Tests;

/// <summary>docs/policy.schema.json and the reader know the same members, required members and words.</summary>
public sealed class PolicySchemaTests
{
    private static readonly JsonElement Definitions = Read().GetProperty("$defs");

    public static TheoryData<string> Shapes() => [.. PolicyShapes.All.Select(shape => shape.Name)];

    [Fact]
    public void Schema_Definitions_AreTheObjectsOfTheReader() =>
        Assert.Equal(PolicyShapes.All.Select(shape => shape.Name).Order(StringComparer.Ordinal), Names(Definitions), StringComparer.Ordinal);

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Schema_Object_HasTheMembersOfTheReader(string name)
    {
        var shape = PolicyShapes.All.Single(candidate => candidate.Name == name);
        var definition = Definitions.GetProperty(name);

        Assert.Equal(shape.Members.Append(ObjectShape.Comment).Order(StringComparer.Ordinal), Names(definition.GetProperty("properties")), StringComparer.Ordinal);
        Assert.Equal(
            shape.Required.Order(StringComparer.Ordinal),
            definition.TryGetProperty("required", out var required) ? required.EnumerateArray().Select(item => item.GetString()!).Order(StringComparer.Ordinal) : [],
            StringComparer.Ordinal);
        Assert.False(definition.GetProperty("additionalProperties").GetBoolean());
    }

    [Theory]
    [InlineData("policy", "profile", "private public")]
    [InlineData("organisation", "role", "none internal service")]
    public void Schema_Words_AreThoseOfTheReader(string definition, string member, string words) => Assert.Equal(words.Split(' '), Words(definition, member));

    [Fact]
    public void Schema_AllOtherWords_AreThoseOfTheReader()
    {
        Assert.Equal(PolicyWords.Profiles.All, Words("policy", "profile"));
        Assert.Equal(PolicyWords.OrganisationRoles.All, Words("organisation", "role"));
        Assert.Equal(PolicyWords.ProcessorRoles.All, Words("processor", "role"));
        Assert.Equal(PolicyWords.TransferBases.All, Words("transfer", "basis"));
        Assert.Equal(PolicyWords.LawfulBases.All, Words("purpose", "basis"));
        Assert.Equal(PolicyWords.Grades.All, Words("purpose", "grade"));
        Assert.Equal(PolicyWords.Domains.All, Words("purpose", "domain"));
        Assert.Equal(PolicyWords.Domains.All, Words("highImpactReview", "domain"));
        Assert.Equal(PolicyWords.ReviewResults.All, Words("highImpactReview", "result"));
        Assert.Equal(PolicyWords.GuardActions.All, Words("guard", "default"));
        Assert.Equal(PolicyWords.Kinds.All, Definitions.GetProperty("purpose").GetProperty("properties").GetProperty("kinds").GetProperty("items").GetProperty("enum").EnumerateArray().Select(item => item.GetString()!));
        Assert.Equal(
            PolicyWords.Kinds.All.Append(ObjectShape.Comment).Order(StringComparer.Ordinal),
            Names(Definitions.GetProperty("guard").GetProperty("properties").GetProperty("actions").GetProperty("properties")));
    }

    [Fact]
    public void Reader_Kinds_AreAllThatThereAre() =>
        Assert.Equal(Enum.GetNames<PersonalDataKind>().Select(name => char.ToLowerInvariant(name[0]) + name[1..]), PolicyWords.Kinds.All);

    [Fact]
    public void Schema_Descriptions_AreInKoreanToo() => Assert.All(
        Definitions.EnumerateObject(),
        definition => Assert.Contains(definition.Value.GetProperty("description").GetString()!, letter => letter is >= '가' and <= '힣'));

    private static IEnumerable<string> Words(string definition, string member) =>
        Definitions.GetProperty(definition).GetProperty("properties").GetProperty(member).GetProperty("enum").EnumerateArray().Select(item => item.GetString()!);

    private static IEnumerable<string> Names(JsonElement element) => element.EnumerateObject().Select(member => member.Name).Order(StringComparer.Ordinal);

    private static JsonElement Read()
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(RepositoryPaths.Root, "docs", "policy.schema.json")));
        return document.RootElement.Clone();
    }
}
