using HyperscaleSdk.Analyzers.Rules;
using HyperscaleSdk.TestKit.Analyzers;

namespace HyperscaleSdk.Analyzers.Tests.OutputExecuted;

internal static class ExecutionSnippets
{
    public const string Types = """
        using System.Data.Common;
        using Microsoft.Extensions.AI;

        public sealed class Plan { public string Command { get; set; } = ""; public int Count { get; set; } }

        public static class Database
        {
            public static int ExecuteSqlRaw(this object database, string sql, params object[] values) => 0;
            public static int ExecuteSql(this object database, FormattableString sql) => 0;
        }

        public static class Guards
        {
            public static void EnsureAllowed(string text) { }
            public static string SanitizeHtml(string text) => "";
            public static string Lookup(string text) => "notepad";
        }

        namespace Microsoft.Extensions.AI
        {
            public sealed class ChatResponse<T> : ChatResponse { public T Result => default!; public bool TryGetResult(out T result) { result = default!; return true; } }
            public static class StructuredOutput { public static Task<ChatResponse<T>> GetResponseAsync<T>(this IChatClient client, string text) => Task.FromResult(new ChatResponse<T>()); }
        }

        public sealed class SqliteCommand(string text) { public string Text { get; } = text; }

        namespace Microsoft.AspNetCore.Html { public class HtmlString(string? value) { public string? Value { get; } = value; } }

        namespace Microsoft.AspNetCore.Components
        {
            public readonly struct MarkupString(string value)
            {
                public string Value { get; } = value;
                public static explicit operator MarkupString(string value) => new(value);
            }
        }

        namespace Microsoft.CodeAnalysis.CSharp.Scripting { public static class CSharpScript { public static Task<object> EvaluateAsync(string code) => Task.FromResult(new object()); } }

        namespace OpenAI.Chat
        {
            public sealed class ChatCompletion { public List<string> Content { get; } = []; }
            public sealed class ChatClient { public Task<ChatCompletion> CompleteChatAsync(string text) => Task.FromResult(new ChatCompletion()); }
        }

        public interface ITool { Task RunAsync(); }
        """;

    public static string InMethod(string body) => $$"""
        using System.Data.Common;
        using System.Diagnostics;
        using System.IO;
        using System.Text;
        using System.Text.Json;
        using Microsoft.AspNetCore.Components;
        using Microsoft.AspNetCore.Html;
        using Microsoft.CodeAnalysis.CSharp.Scripting;
        using Microsoft.Extensions.AI;

        public sealed class Desk(IChatClient chat, Dictionary<string, ITool> tools)
        {
            private static readonly HashSet<string> Allowed = ["ls", "date"];

            private async Task<string> AskAsync(string question) => (await chat.GetResponseAsync(question)).Text;

            private static string Echo(string text) => text.Trim();

            public async Task RunAsync(DbCommand command, object database, OpenAI.Chat.ChatClient typed, FunctionCallContent call, string note, bool flag)
            {
                var response = await chat.GetResponseAsync(note);
        {{body}}
            }
        }
        """;

    public static AnalyzerTest<OutputExecutedAnalyzer> Test(string body) =>
        AnalyzerTest.For<OutputExecutedAnalyzer>().WithSource(InMethod(body)).WithSource(Types);
}
