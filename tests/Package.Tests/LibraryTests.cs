namespace HyperscaleSdk.PackageTests;

/// <summary>A solution of two projects: what a library does with personal data is seen in the program that calls it.</summary>
public sealed class LibraryTests(LocalFeed feed)
{
    private const string Library = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <Nullable>enable</Nullable>
            <ImplicitUsings>enable</ImplicitUsings>
            <NuGetAudit>false</NuGetAudit>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="HyperscaleSdk" Version="{0}" />
          </ItemGroup>
        </Project>
        """;

    private const string Desk = """
        using HyperscaleSdk;
        using Microsoft.Extensions.AI;

        namespace Office;

        public interface IDesk { Task<string> AskAsync(string text); }

        public static class Desks
        {
            public static IDesk Over(IChatClient chat) => new Desk(chat);

            public static string Safe(string text) => PersonalDataRedactor.Redact(text);

            private sealed class Desk(IChatClient chat) : IDesk
            {
                public async Task<string> AskAsync(string text) => (await chat.GetResponseAsync(text)).Text;
            }
        }
        """;

    private const string Program = """
        using HyperscaleSdk;
        using Microsoft.Extensions.AI;
        using Office;

        using IChatClient chat = new UpstageChatClient(new UpstageOptions { ApiKey = Environment.GetEnvironmentVariable("UPSTAGE_API_KEY") });
        var desk = Desks.Over(chat);
        var juminNo = Console.ReadLine()!;
        Console.WriteLine(await desk.AskAsync(Desks.Safe(juminNo)));
        Console.WriteLine(await desk.AskAsync(juminNo));
        """;

    [Fact]
    public async Task Program_ThatHandsANumberToALibrarysAiCall_FailsTheBuildAtThatLine()
    {
        using var project = new ConsumerProject(feed, Program);
        Refer(project);

        var build = await project.BuildAsync();

        Assert.NotEqual(0, build.ExitCode);
        Assert.Contains("Program.cs(9,", build.Output, StringComparison.Ordinal);
        Assert.Contains("error HSAI0001", build.Output, StringComparison.Ordinal);
        Assert.Contains("IDesk.AskAsync → ", build.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Program.cs(8,", build.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("AD0001", build.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("CS8785", build.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Library_ThatKeepsItsSummariesBack_IsNotSeenThrough()
    {
        using var project = new ConsumerProject(feed, Program);
        Refer(project);

        var build = await project.BuildAsync("-p:HyperscaleFlowSummaries=false");

        Assert.DoesNotContain("Program.cs(9,", build.Output, StringComparison.Ordinal);
    }

    private void Refer(ConsumerProject project)
    {
        project.Write("office/Office.csproj", Library.Replace("{0}", feed.Version, StringComparison.Ordinal));
        project.Write("office/Desk.cs", Desk);
        var consumer = Path.Combine(project.Folder, "Consumer.csproj");
        File.WriteAllText(consumer, File.ReadAllText(consumer).Replace("</Project>", """
              <ItemGroup>
                <Compile Remove="office/**" />
                <ProjectReference Include="office/Office.csproj" />
              </ItemGroup>
            </Project>
            """, StringComparison.Ordinal));
    }
}
