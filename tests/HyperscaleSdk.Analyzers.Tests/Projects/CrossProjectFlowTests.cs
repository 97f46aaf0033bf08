namespace HyperscaleSdk.Analyzers.Tests.Projects;

/// <summary>Data that flows between a library and a project that refers to it.</summary>
public sealed class CrossProjectFlowTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Source_InTheLibrary_IsReportedWhereItIsSent()
    {
        var projects = new TwoProjects(
            """
            namespace Library;
            public sealed class Directory
            {
                private readonly Dictionary<int, Person> _people = [];
                public string Describe(int id) => $"customer {_people[id].JuminNo}";
                private sealed record Person(string JuminNo);
            }
            """,
            """
            public sealed class Asker(IChatClient chat, Library.Directory directory)
            {
                public Task<ChatResponse> Ask(int id)
                {
                    var text = directory.Describe(id);
                    return chat.GetResponseAsync(text);
                }
            }
            """);

        await EachAsync(projects, ["6 HSAI0001 'Directory.Describe' carries"]);
    }

    [Fact]
    public async Task Sink_InTheLibrary_IsReportedAtTheCallAndNamed()
    {
        var projects = new TwoProjects(
            """
            namespace Library;
            public sealed class Prompts(IChatClient chat)
            {
                public async Task<string> AskAsync(string topic, string text) => (await Send($"about {topic}: {text}")).Text;
                private Task<ChatResponse> Send(string prompt) => chat.GetResponseAsync(prompt);
            }
            """,
            """
            public sealed class Desk(Library.Prompts prompts)
            {
                public Task<string> Good(string topic) => prompts.AskAsync(topic, "hours");
                public Task<string> Bad(string juminNo) =>
                    prompts.AskAsync("desk", juminNo);
            }
            """);

        var reported = await EachAsync(projects, ["5 HSAI0001 'juminNo' carries"]);
        Assert.Contains("'Prompts.AskAsync → ChatClientExtensions.GetResponseAsync'", reported[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sanitizer_WrittenInTheLibrary_Cleans()
    {
        var projects = new TwoProjects(
            """
            namespace Library;
            public static class Privacy
            {
                public static string Safe(string text) => PersonalDataRedactor.Redact(text);
                public static string Mask(string text) => new string('*', text.Length);
                public static string WithoutPhone(string text) => Cut(text);
                [PersonalDataSanitizer(PersonalDataKind.Phone)] private static string Cut(string text) => text.Replace("0", "", StringComparison.Ordinal);
            }
            """,
            """
            public sealed class Desk(IChatClient chat)
            {
                public Task<ChatResponse> Redacted(string juminNo) => chat.GetResponseAsync(Library.Privacy.Safe(juminNo));
                public Task<ChatResponse> Masked(string juminNo) => chat.GetResponseAsync(Library.Privacy.Mask(juminNo));
                public Task<ChatResponse> WithoutPhone(string phoneNumber) => chat.GetResponseAsync(Library.Privacy.WithoutPhone(phoneNumber));
                public Task<ChatResponse> Wrong(string juminNo) => chat.GetResponseAsync(Library.Privacy.WithoutPhone(juminNo));
            }
            """);

        await EachAsync(projects, ["6 HSAI0001"]);
    }

    [Fact]
    public async Task Interface_ImplementedInTheLibrary_IsFollowed()
    {
        var projects = new TwoProjects(
            """
            namespace Library;
            public interface IAssistant { Task<string> AskAsync(string text); }
            internal sealed class Assistant(IChatClient chat) : IAssistant
            {
                public async Task<string> AskAsync(string text) => (await chat.GetResponseAsync(text)).Text;
            }
            """,
            """
            public sealed class Desk(Library.IAssistant assistant)
            {
                public Task<string> Ask(string passportNumber) => assistant.AskAsync(passportNumber);
            }
            """);

        await EachAsync(projects, ["3 HSAI0002 'passportNumber' carries"]);
    }

    [Fact]
    public async Task Entity_OfTheLibrary_KeepsItsMembersApart()
    {
        var projects = new TwoProjects(
            """
            namespace Library;
            public sealed class Member(string code, string juminNo)
            {
                public string Code { get; } = code;
                public string JuminNo { get; } = juminNo;
                public string Note { get; set; } = "";
            }
            public sealed record Row(string Code, string Secret);
            """,
            """
            using System.Text.Json;
            public sealed class Desk(IChatClient chat)
            {
                public Task<ChatResponse> Whole(Library.Member member) =>
                    chat.GetResponseAsync(JsonSerializer.Serialize(member));
                public Task<ChatResponse> Part(string juminNo) => chat.GetResponseAsync(new Library.Member("A-1", juminNo).Code);
                public Task<ChatResponse> Noted(string juminNo) => chat.GetResponseAsync(new Library.Member("A-1", juminNo) { Note = "open" }.Note);
                public Task<ChatResponse> OfRow(string juminNo) => chat.GetResponseAsync(new Library.Row("A-1", juminNo).Code);
                public Task<ChatResponse> Secret(string juminNo) => chat.GetResponseAsync(new Library.Row("A-1", juminNo).Secret);
            }
            """);

        await EachAsync(projects, ["5 HSAI0001", "5 HSAI0008", "9 HSAI0001"]);
    }

    [Fact]
    public async Task State_KeptInTheLibrarysObject_ComesBack()
    {
        var projects = new TwoProjects(
            """
            namespace Library;
            public sealed class Draft
            {
                private string _text = "";
                private string _title = "";
                public Draft With(string text) { _text = text + "."; return this; }
                public Draft Titled(string title) { _title = title; return this; }
                public string MaskedTitle => _title;
                public override string ToString() => "draft: " + _text;
            }
            public static class Masks { public static void Fill(Draft draft, string juminNo) => draft.With(juminNo); }
            """,
            """
            public sealed class Desk(IChatClient chat)
            {
                public Task<ChatResponse> Bad(string juminNo)
                {
                    var draft = new Library.Draft();
                    Library.Masks.Fill(draft, juminNo);
                    return chat.GetResponseAsync(draft.ToString());
                }
            }
            """);

        await EachAsync(projects, ["7 HSAI0001"]);
    }

    [Fact]
    public async Task GuardedClient_GivenToTheLibrarysSink_IsSilent()
    {
        var projects = new TwoProjects(
            """
            namespace Library;
            public static class Sender
            {
                public static Task<ChatResponse> Send(IChatClient client, string text) => client.GetResponseAsync(text);
            }
            """,
            """
            public static class Guards { public static IChatClient UsePersonalDataGuard(this IChatClient client) => client; }
            public sealed class Desk(IChatClient chat)
            {
                public Task<ChatResponse> Guarded(string juminNo) => Library.Sender.Send(chat.UsePersonalDataGuard(), juminNo);
                public Task<ChatResponse> Bare(string juminNo) => Library.Sender.Send(chat, juminNo);
            }
            """);

        await EachAsync(projects, ["5 HSAI0001"]);
    }

    [Fact]
    public async Task ProviderHost_OfTheConsumer_MakesTheLibrarysHttpCallAnAiCall()
    {
        var projects = new TwoProjects(
            """
            namespace Library;
            public static class Http
            {
                public static Task Post(System.Net.Http.HttpClient client, string url, string body) =>
                    client.PostAsync(new Uri(url), new System.Net.Http.StringContent(body));
            }
            """,
            """
            public sealed class Desk(System.Net.Http.HttpClient client)
            {
                public Task Bad(string juminNo) => Library.Http.Post(client, "https://api.openai.com/v1/chat/completions", juminNo);
                public Task Other(string juminNo) => Library.Http.Post(client, "https://erp.example.kr/people", juminNo);
            }
            """);

        await EachAsync(projects, ["3 HSAI0001", "3 HSAI0005"]);
    }

    [Fact]
    public async Task SwitchedOff_NothingIsWrittenAndTheDefaultHolds()
    {
        var projects = new TwoProjects(
            "namespace Library; public static class Privacy { public static string Mask(string text) => new string('*', text.Length); }",
            """
            public sealed class Desk(IChatClient chat)
            {
                public Task<ChatResponse> Masked(string juminNo) => chat.GetResponseAsync(Library.Privacy.Mask(juminNo));
            }
            """);

        Assert.Empty(await projects.BuiltAsync(Token));
        Assert.Single(await projects.BuiltAsync(Token, ("HyperscaleFlowSummaries", "false")));
    }

    [Fact]
    public void Library_WithoutAnythingOfInterest_GetsNoFile()
    {
        Assert.Null(TwoProjects.Generated("namespace Library; public static class Sums { public static int Add(int left, int right) => left + right; public static string Join(string a, string b) => a + b; }"));
        Assert.Null(TwoProjects.Generated("namespace Library; internal static class Inside { public static string Mask(string text) => new string('*', text.Length); }"));
    }

    [Fact]
    public void Library_Twice_SaysTheSame()
    {
        const string Source = """
            namespace Library;
            public sealed class Prompts(IChatClient chat)
            {
                public Task<ChatResponse> A(string text) => chat.GetResponseAsync(text);
                public Task<ChatResponse> B(Dictionary<string, string> map) => chat.GetResponseAsync(map["a;b=c|d,e~f%"]);
            }
            """;

        var first = TwoProjects.Generated(Source);

        Assert.NotNull(first);
        Assert.Equal(first, TwoProjects.Generated(Source), StringComparer.Ordinal);
    }

    /// <summary>Built and open in an IDE, the same is reported.</summary>
    private static async Task<IReadOnlyList<string>> EachAsync(TwoProjects projects, string[] expected)
    {
        var built = await projects.BuiltAsync(Token);
        Assert.True(
            built.Count == expected.Length && built.Zip(expected).All(pair => pair.First.StartsWith(pair.Second, StringComparison.Ordinal)),
            "built:" + Environment.NewLine + string.Join(Environment.NewLine, built));
        var open = await projects.OpenAsync(Token);
        Assert.Equal(built, open);
        return built;
    }
}
