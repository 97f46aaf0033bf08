using HyperscaleSdk.Analyzers.Rules;
using HyperscaleSdk.TestKit.Analyzers;

namespace HyperscaleSdk.Analyzers.Tests.PersonalDataFlow;

/// <summary>Puts a method body among types that every flow test can use.</summary>
internal static class FlowSnippets
{
    public const string Types = """
        using HyperscaleSdk;
        using Microsoft.Extensions.AI;

        public class Patient
        {
            [PersonalData(PersonalDataKind.ResidentRegistrationNumber)] public string Number { get; set; } = "";
            [PersonalData(PersonalDataKind.Health)] public string Diagnosis { get; set; } = "";
            public string Note { get; set; } = "";
            public int Age { get; set; }
            public Patient? Guardian { get; set; }
        }

        public record Person([property: PersonalData(PersonalDataKind.ResidentRegistrationNumber)] string Number, string Note);

        public record Visitor([PersonalData(PersonalDataKind.ResidentRegistrationNumber)] string Number, string Note);

        public sealed class Memo { public string Text { get; set; } = ""; public string Title { get; set; } = ""; public Memo? Next { get; set; } }

        public static class Clean
        {
            [PersonalDataSanitizer] public static string Mask(string text) => text.Length > 0 ? "***" : "";
            public static string Shout(string text) => text.ToUpperInvariant();
            public static string FindNoteBy(string key) => key.Length.ToString();
        }

        namespace HyperscaleSdk
        {
            [System.AttributeUsage(System.AttributeTargets.Class)] public sealed class GeneratedClientAttribute : System.Attribute;
            public static class GuardExtensions { public static IChatClient UsePersonalDataGuard(this IChatClient client) => client; }
        }

        [GeneratedClient] public sealed class TypedClient
        {
            public Task<string> CreateAsync(Request request, CancellationToken cancellationToken = default) => Task.FromResult("");
        }

        public sealed class Request { public string Prompt { get; set; } = ""; public Patient? Patient { get; set; } }
        """;

    public static string InMethod(string body) => $$"""
        using System.Text;
        using System.Text.Json;
        using HyperscaleSdk;
        using Microsoft.Extensions.AI;

        public sealed class Desk(IChatClient chat, IEmbeddingGenerator<string, Embedding<float>> embeddings, TypedClient typed)
        {
            public async Task RunAsync(Patient patient, Person person, Visitor visitor, List<Patient> patients, string note, bool flag)
            {
        {{body}}
                await Task.Yield();
            }

            private object[] Used => [chat, embeddings, typed];
        }
        """;

    public static Task<IReadOnlyList<ReportedDiagnostic>> RunAsync(string body) => RunSourceAsync(InMethod(body));

    public static Task<IReadOnlyList<ReportedDiagnostic>> RunSourceAsync(string source) =>
        AnalyzerTest.For<PersonalDataFlowAnalyzer>().WithOnly("HSAI0001").WithSource(source).WithSource(Types).RunAsync(TestContext.Current.CancellationToken);
}
