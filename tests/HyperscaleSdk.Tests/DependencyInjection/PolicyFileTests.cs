using HyperscaleSdk.Policies;

namespace HyperscaleSdk.Tests.DependencyInjection;

public sealed class PolicyFileTests : IDisposable
{
    private readonly string _path = Path.Combine(Directory.CreateTempSubdirectory("hyperscale-policy-").FullName, "policy.json");

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_path)!, recursive: true);

    [Fact]
    public async Task Load_GoodFile_GivesThePolicy()
    {
        await File.WriteAllTextAsync(_path, """{ "version": 1, "guard": { "actions": { "phone": "block" } } }""");

        Assert.Equal(GuardAction.Block, PolicyFile.Load(_path).Guard.ActionFor(PersonalDataKind.Phone));
    }

    [Fact]
    public async Task Load_WrongPart_NamesIdAndLine()
    {
        await File.WriteAllTextAsync(_path, "{ \"version\": 1,\n \"guard\": { \"actions\": { \"phone\": \"blok\" } } }");

        var failure = Assert.Throws<InvalidOperationException>(() => PolicyFile.Load(_path));

        Assert.Matches("HSAI20[0-9]{2} at line 2: ", failure.Message);
    }

    [Fact]
    public void Load_MissingFile_SaysWhichOne() =>
        Assert.Contains("policy.json", Assert.Throws<InvalidOperationException>(() => PolicyFile.Load(_path)).Message, StringComparison.Ordinal);
}
