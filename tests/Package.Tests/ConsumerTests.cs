using System.Runtime.InteropServices;
using HyperscaleSdk.Emulator;
using HyperscaleSdk.TestKit;

namespace HyperscaleSdk.PackageTests;

public sealed class ConsumerTests(LocalFeed feed)
{
    [Fact]
    public async Task Consumer_WithItsOwnDocument_BuildsWithoutAWarningAndTalksToAServer()
    {
        await using var emulator = await EmulatorHost.StartAsync();
        using var project = new ConsumerProject(feed, """
            using Clinic;
            using HyperscaleSdk;
            using Microsoft.Extensions.AI;

            await using var ledger = await SqliteUsageLedger.OpenAsync("usage.db");
            var options = new ClinicOptions { ApiKey = "any", BaseAddress = new Uri(Environment.GetEnvironmentVariable("CLINIC_URL")!) };
            using IChatClient chat = new ClinicChatClient(options).UseUsageLedger(ledger);
            var reply = await chat.GetResponseAsync("안녕하세요, 진료 시간을 알려 주세요.");
            Console.WriteLine($"answer: {reply.Text}");
            await foreach (var update in chat.GetStreamingResponseAsync("한 문장으로 다시 말해 주세요."))
            {
                Console.Write(update.Text);
            }

            using var embeddings = new ClinicEmbeddingGenerator(options).UseUsageLedger(ledger);
            var vectors = await embeddings.GenerateAsync(["두통", "발열"]);
            Console.WriteLine($"\nvectors: {vectors.Count} of {vectors[0].Vector.Length}");
            using var client = new ClinicClient(options);
            Console.WriteLine($"models: {(await client.ListModelsAsync()).Data!.Count > 0}");
            var rows = 0;
            var cost = 0m;
            await foreach (var row in ledger.ReadAsync())
            {
                rows++;
                cost += row.CostKrw ?? 0;
            }

            Console.WriteLine($"rows: {rows}, cost known: {cost > 0}");
            Console.WriteLine($"place: {new Place { City = "서울" }.City}");
            """);

        var build = await project.BuildAsync("-warnaserror");
        Assert.True(build.ExitCode == 0, build.Output);

        var run = await project.RunAsync(new Dictionary<string, string>(StringComparer.Ordinal) { ["CLINIC_URL"] = emulator.GetBaseUrl("upstage").ToString() });
        Assert.True(run.ExitCode == 0, run.Output);
        Assert.Contains("answer: ", run.Output, StringComparison.Ordinal);
        Assert.Contains("vectors: 2 of 1024", run.Output, StringComparison.Ordinal);
        Assert.Contains("models: True", run.Output, StringComparison.Ordinal);
        Assert.Contains("rows: 3, cost known: True", run.Output, StringComparison.Ordinal);
        Assert.Contains("place: 서울", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Consumer_ThatSendsAResidentRegistrationNumber_FailsTheBuildAtThatLine()
    {
        using var project = new ConsumerProject(feed, """
            using HyperscaleSdk;
            using Microsoft.Extensions.AI;

            IChatClient chat = new ClovaStudioChatClient(new ClovaStudioOptions { ApiKey = Environment.GetEnvironmentVariable("CLOVASTUDIO_API_KEY") });
            var patient = new Patient { JuminNo = Console.ReadLine()! };
            var reply = await chat.GetResponseAsync($"환자 정보를 요약해 주세요: {patient.JuminNo}");
            Console.WriteLine(reply.Text);

            internal sealed class Patient
            {
                [PersonalData(PersonalDataKind.ResidentRegistrationNumber)]
                public required string JuminNo { get; init; }
            }
            """);

        var build = await project.BuildAsync("-warnaserror");

        Assert.NotEqual(0, build.ExitCode);
        Assert.Contains("Program.cs(6,", build.Output, StringComparison.Ordinal);
        Assert.Contains("HSAI0001", build.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("AD0001", build.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("CS9057", build.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("CS8032", build.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("true")]
    [InlineData("false")]
    public async Task Consumer_WithOrWithoutNativeImages_LoadsEachExtensionOnceAndIsToldTheSame(string precompiled)
    {
        using var project = new ConsumerProject(feed, """
            using HyperscaleSdk;
            using Microsoft.Extensions.AI;

            IChatClient chat = new UpstageChatClient(new UpstageOptions { ApiKey = Environment.GetEnvironmentVariable("UPSTAGE_API_KEY") });
            Console.WriteLine((await chat.GetResponseAsync("전화번호: " + new Patient { PhoneNumber = Console.ReadLine()! }.PhoneNumber)).Text);

            internal sealed class Patient
            {
                public required string PhoneNumber { get; init; }
            }
            """);

        var build = await project.BuildAsync("-v:d", "-p:HyperscalePrecompiled=" + precompiled);

        Assert.Contains("warning HSAI0007", build.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("AD0001", build.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("CS8032", build.Output, StringComparison.Ordinal);
        var folder = precompiled == "true" && RuntimeInformation.RuntimeIdentifier == "linux-x64" ? "tools/precompiled/linux-x64" : "analyzers/dotnet/cs";
        var loaded = build.Output.Split().Where(word => word.StartsWith("/analyzer:", StringComparison.Ordinal) && word.Contains(feed.Version, StringComparison.Ordinal)).ToHashSet(StringComparer.Ordinal);
        foreach (var extension in new[] { "Analyzers", "Generators", "Specification", "PersonalData", "Policy" })
        {
            var path = Assert.Single(loaded, word => word.EndsWith($"/HyperscaleSdk.{extension}.dll", StringComparison.Ordinal));
            Assert.EndsWith($"/{feed.Version}/{folder}/HyperscaleSdk.{extension}.dll", path, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    public async Task NativeImages_PackageFolderWithOrWithoutASlash_FindTheirCompiler(string end)
    {
        Assert.SkipUnless(RuntimeInformation.RuntimeIdentifier == "linux-x64", "Native images are made on linux-x64 only.");
        var packages = Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

        var found = await DotNet.RunAsync(RepositoryPaths.Root, ["msbuild", "src/HyperscaleSdk", "-getProperty:_Crossgen", "-p:NuGetPackageRoot=" + packages.TrimEnd('/') + end]);

        Assert.True(File.Exists(found.Output.Trim()), found.Output);
    }

    [Fact]
    public async Task Consumer_OfAVoucherWhoseCallEscapesTheLedger_FailsTheBuild()
    {
        using var project = new ConsumerProject(
            feed,
            """
            using HyperscaleSdk;
            using Microsoft.Extensions.AI;

            IChatClient chat = new UpstageChatClient(new UpstageOptions { ApiKey = Environment.GetEnvironmentVariable("UPSTAGE_API_KEY") });
            Console.WriteLine((await chat.GetResponseAsync("안녕하세요")).Text);
            """,
            "<HyperscaleVoucher>true</HyperscaleVoucher>");

        var build = await project.BuildAsync();

        Assert.NotEqual(0, build.ExitCode);
        Assert.Contains("error HSAI0003", build.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Consumer_WithAMistakeInItsPolicy_SeesItAtItsLine()
    {
        using var project = new ConsumerProject(feed, """
            using HyperscaleSdk;

            using var chat = new UpstageChatClient(new UpstageOptions { ApiKey = Environment.GetEnvironmentVariable("UPSTAGE_API_KEY") });
            Console.WriteLine(new Patient { JuminNo = "?" }.JuminNo.Length);

            internal sealed class Patient
            {
                public required string JuminNo { get; init; }
            }
            """);
        project.Write("hyperscale.policy.json", """
            {
              "version": 1,
              "purposes": [ { "id": "sign-up", "basis": "consent", "kinds": ["residentRegistrationNumber"] } ],
              "vouchers": [ { "id": "v1", "validUntil": "2020-12-31" } ]
            }
            """);

        var build = await project.BuildAsync();

        Assert.NotEqual(0, build.ExitCode);
        Assert.Matches(@"hyperscale\.policy\.json\(3,66\): error HSAI2010: ", build.Output);
        Assert.Matches(@"hyperscale\.policy\.json\(4,45\): warning HSAI2013: ", build.Output);
        Assert.Matches(@"Program\.cs\(3,22\): warning HSAI0009: ", build.Output);
        Assert.DoesNotContain("AD0001", build.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Consumer_WithAMistakeInItsBinding_SeesItAtItsLine()
    {
        using var project = new ConsumerProject(feed, "return 0;");
        var binding = Path.Combine(project.Folder, "specs", "clinic.binding.yaml");
        project.Write("specs/clinic.binding.yaml", (await File.ReadAllTextAsync(binding)).Replace("operation: ask", "operation: asks", StringComparison.Ordinal));

        var build = await project.BuildAsync();

        Assert.NotEqual(0, build.ExitCode);
        Assert.Matches(@"clinic\.binding\.yaml\(7,\d+\): error HSAI1103: .*'asks'", build.Output);
    }
}
