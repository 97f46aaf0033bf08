using System.Reflection;
using System.Runtime.Loader;
using HyperscaleSdk.Analyzers.Ai;
using HyperscaleSdk.Analyzers.Flow;
using HyperscaleSdk.TestKit.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace HyperscaleSdk.Analyzers.Tests.PersonalDataFlow;

/// <summary>A method that is tried gives what it gives when it runs, or nothing is known of it.</summary>
public sealed class TextTrialTests
{
    private static readonly string[] Texts =
    [
        "", " ", "a", "홍길동", "900101-1234567", "010-1234-5678", "01012345678", "gildong.hong@example.com", "1234-5678-9012-3456", "서울특별시 종로구\r\n세종대로 209", "--", "*", "가나다라마바사아자차카타파하", "😀 010", new string('9', 200),
    ];

    [Theory]
    [InlineData("var c = s.ToCharArray(); for (var i = 3; i < c.Length - 4; i++) { c[i] = '*'; } return new string(c);")]
    [InlineData("return s.Length <= 4 ? s : s[..3] + new string('*', s.Length - 4) + s[^1..];")]
    [InlineData("var b = new System.Text.StringBuilder(); foreach (var c in s) { b.Append(char.IsDigit(c) ? '#' : c); } return b.ToString();")]
    [InlineData("return string.Concat(s.Select((c, i) => i < s.Length - 2 ? '*' : c));")]
    [InlineData("return string.Create(s.Length, s, (span, t) => { t.AsSpan().CopyTo(span); span[..(span.Length / 2)].Fill('*'); });")]
    [InlineData("var at = s.IndexOf('@'); return at < 0 ? s : s[..Math.Min(2, at)] + \"***\" + s[at..];")]
    [InlineData("var p = s.Split('-'); return p.Length == 3 ? $\"{p[0]}-****-{p[2]}\" : \"알 수 없음\";")]
    [InlineData("return s.PadLeft(20, '*').Replace(\"-\", \"\").Trim().ToUpperInvariant();")]
    [InlineData("var r = \"\"; var i = 0; while (i < s.Length) { if (i % 2 == 0) { r += s[i]; } else { r += '*'; } i++; } return r;")]
    [InlineData("switch (s.Length) { case 0: return \"없음\"; case 3: return s.Substring(0, 1) + \"**\"; default: return s.Remove(0, 1).Insert(0, \"*\"); }")]
    [InlineData("return s switch { \"\" => \"-\", { Length: < 5 } => \"****\", _ when s.Contains('@') => \"@\", _ => s.Substring(s.Length - 4) };")]
    [InlineData("for (var i = 0; i < 10; i++) { if (i == 3) { continue; } if (i == 6) { break; } s = s.Length > i ? s.Remove(i) + \"*\" : s; } return s;")]
    [InlineData("return Twice(s, 2); static string Unused() => \"*\";")]
    [InlineData("var c = s.ToCharArray(); Array.Reverse(c); return string.Join('-', c.Take(3).ToArray()) + \"*\";")]
    [InlineData("var n = 0; for (var i = 0; i < s.Length; i++) { n += s[i] - '0'; n %= 97; } return n.ToString() + \"*\";")]
    [InlineData("return s.Substring(2, 3) + \"*\";")]
    [InlineData("return s.LastIndexOf('-') is > 0 and var i ? s[..i] + \"-*\" : s.TrimStart();")]
    public void Run_TextMethod_GivesWhatItGivesWhenItRuns(string body)
    {
        var (compilation, run) = Compiled(body);
        var method = (IMethodSymbol)compilation.GetTypeByMetadataName("Tried")!.GetMembers("Run").Single();
        var trial = new TextTrial(new FlowEngine(compilation, AiTypes.ResolveOrEmpty(compilation)), TestContext.Current.CancellationToken);
        var known = 0;
        foreach (var text in Texts)
        {
            var tried = trial.Run(method, receiver: null, [text]);
            if (tried is not null)
            {
                known++;
                Assert.Equal(run(text), tried);
            }
        }

        Assert.True(known > 0, "nothing was tried");
    }

    [Theory]
    [InlineData("while (true) { s += \"*\"; }")]
    [InlineData("return Run(s + \"*\");")]
    [InlineData("for (;;) { }")]
    [InlineData("return s.PadLeft(int.MaxValue, '*');")]
    [InlineData("return new string('*', 1_000_000_000);")]
    [InlineData("var c = new char[2_000_000_000]; return new string(c);")]
    [InlineData("throw new InvalidOperationException(s);")]
    [InlineData("return System.IO.File.ReadAllText(s);")]
    [InlineData("return Environment.GetEnvironmentVariable(s) + \"*\";")]
    [InlineData("string? n = null; return n!.Substring(1) + \"*\";")]
    public void Run_EndlessHugeOrForeign_KnowsNothing(string body)
    {
        var (compilation, _) = Compiled(body);
        var method = (IMethodSymbol)compilation.GetTypeByMetadataName("Tried")!.GetMembers("Run").Single();
        var trial = new TextTrial(new FlowEngine(compilation, AiTypes.ResolveOrEmpty(compilation)), TestContext.Current.CancellationToken);

        Assert.All(Texts, text => Assert.Null(trial.Run(method, receiver: null, [text])));
    }

    [Fact]
    public void Run_Cancelled_Stops()
    {
        var (compilation, _) = Compiled("return s + \"*\";");
        var method = (IMethodSymbol)compilation.GetTypeByMetadataName("Tried")!.GetMembers("Run").Single();
        using var stopped = new CancellationTokenSource();
        stopped.Cancel();

        Assert.ThrowsAny<OperationCanceledException>(() => new TextTrial(new FlowEngine(compilation, AiTypes.ResolveOrEmpty(compilation)), stopped.Token).Run(method, receiver: null, ["010"]));
    }

    private static (CSharpCompilation Compilation, Func<string, string?> Run) Compiled(string body)
    {
        var source = $$"""
            using System;
            using System.Linq;

            public static class Tried
            {
                public static string Run(string s)
                {
                    {{body}}
                }

                public static string Twice(string s, int n) => n == 0 ? s : Twice("*" + s, n - 1);
            }
            """;
        var compilation = TestReferences.EmptyCompilation.WithAssemblyName("Tried").AddSyntaxTrees(CSharpSyntaxTree.ParseText(source, path: "Tried.cs"));
        using var stream = new MemoryStream();
        var emitted = compilation.Emit(stream);
        Assert.True(emitted.Success, string.Join(Environment.NewLine, emitted.Diagnostics));
        stream.Position = 0;
        var method = new AssemblyLoadContext("Tried", isCollectible: true).LoadFromStream(stream).GetType("Tried")!.GetMethod("Run")!;
        return (compilation, text =>
        {
            try
            {
                return (string?)method.Invoke(null, [text]);
            }
            catch (TargetInvocationException)
            {
                return null;
            }
        });
    }
}
