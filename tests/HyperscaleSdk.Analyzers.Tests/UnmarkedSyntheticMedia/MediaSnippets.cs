using HyperscaleSdk.Analyzers.Rules;
using HyperscaleSdk.CodeFixes;
using HyperscaleSdk.TestKit.Analyzers;

namespace HyperscaleSdk.Analyzers.Tests.UnmarkedSyntheticMedia;

internal static class MediaSnippets
{
    public const string Types = """
        using Microsoft.Extensions.AI;

        public static class Watermarks { public static byte[] Draw(DataContent image) => []; }

        public sealed class Bucket { public Task UploadAsync(BinaryData data) => Task.CompletedTask; }

        public sealed class ArtisticWorkAttribute : Attribute;

        namespace HyperscaleSdk
        {
            public static class SyntheticMediaExtensions
            {
                public static DataContent MarkSynthetic(this DataContent content, Func<DataContent, DataContent> addMark, string? model = null) => addMark(content);
            }
        }

        namespace System
        {
            public sealed class BinaryData
            {
                public static BinaryData FromString(string text) => new();
                public byte[] ToArray() => [];
            }
        }

        namespace OpenAI.Images
        {
            public sealed class GeneratedImage { public BinaryData ImageBytes { get; } = BinaryData.FromString(""); }
            public sealed class ImageClient { public Task<GeneratedImage> GenerateImageAsync(string prompt) => Task.FromResult(new GeneratedImage()); }
        }

        namespace OpenAI.Audio { public sealed class AudioClient { public BinaryData GenerateSpeech(string text) => BinaryData.FromString(text); } }
        """;

    public static string InMethod(string body, string attributes = "") => $$"""
        #pragma warning disable MEAI001
        using System.IO;
        using HyperscaleSdk;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Http;
        using Microsoft.Extensions.AI;

        public static class Studio
        {
            {{attributes}}
            public static async Task RunAsync(IImageGenerator painter, ITextToSpeechClient speaker, IChatClient chat, OpenAI.Images.ImageClient images, OpenAI.Audio.AudioClient voices,
                WebApplication app, HttpContext http, Bucket bucket, DataContent upload, string q)
            {
        {{body}}
                await Task.Yield();
            }
        }
        """;

    public static AnalyzerTest<UnmarkedSyntheticMediaAnalyzer> Test(string source) =>
        AnalyzerTest.For<UnmarkedSyntheticMediaAnalyzer>().WithSource(source).WithSource(Types).WithAspNetCore().WithProperty("HyperscaleRole", "Service");

    public static CodeFixTest<UnmarkedSyntheticMediaAnalyzer, UnmarkedSyntheticMediaCodeFixProvider> Fix(string source) =>
        CodeFixTest.For<UnmarkedSyntheticMediaAnalyzer, UnmarkedSyntheticMediaCodeFixProvider>().WithSource(source).WithSource(Types).WithAspNetCore().WithProperty("HyperscaleRole", "Service");
}
