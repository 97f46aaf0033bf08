using HyperscaleSdk.Tests.Providers;
using HyperscaleSdk.TestKit;
using Microsoft.Extensions.AI;

namespace HyperscaleSdk.Tests.Guard;

/// <summary>The first example of docs/guard.md stands here as well, letter by letter, and runs.</summary>
public sealed class GuardDocumentTests(EmulatorFixture emulator)
{
    [Fact]
    public async Task Example_Runs_AndGivesTheNumberBack()
    {
        var folder = Directory.CreateTempSubdirectory("hyperscale-guard-");
        using (var client = new UpstageChatClient(emulator.Upstage()))
        await using (var ledger = await SqliteUsageLedger.OpenAsync(Path.Combine(folder.FullName, "usage.db")))
        {
            // <example>
            var options = new PersonalDataGuardOptions
            {
                Actions =
                {
                    [PersonalDataKind.ResidentRegistrationNumber] = PersonalDataAction.Block,
                    [PersonalDataKind.Address] = PersonalDataAction.Mask,
                },
                OnFindings = report => Console.Error.WriteLine($"{report.Operation}: {report.Total} replaced or blocked"),
            };

            IChatClient chat = client.UseUsageLedger(ledger).UsePersonalDataGuard(options);

            // The model sees "연락처 [[PHONE-KQXRTB]]"; the answer names the real number again.
            var answer = await chat.GetResponseAsync("연락처 010-1234-5678 로 보낼 안내문을 써 줘");
            // </example>
            Assert.Contains("010-1234-5678", answer.Text, StringComparison.Ordinal);
        }

        folder.Delete(recursive: true);
    }

    [Fact]
    public void Example_InTheDocument_IsTheOneThatRuns()
    {
        var source = Source();
        var page = File.ReadAllText(Path.Combine(RepositoryPaths.Root, "docs", "guard.md")).ReplaceLineEndings("\n");
        var example = source[(source.IndexOf("// <example>", StringComparison.Ordinal) + 13)..source.IndexOf("            // </example>", StringComparison.Ordinal)];

        Assert.Contains("```csharp\n" + example.Replace("\n            ", "\n", StringComparison.Ordinal).TrimStart(' ') + "```", page, StringComparison.Ordinal);
    }

    private static string Source() =>
        File.ReadAllText(Path.Combine(RepositoryPaths.Root, "tests", "HyperscaleSdk.Tests", "Guard", "GuardDocumentTests.cs")).ReplaceLineEndings("\n");
}
