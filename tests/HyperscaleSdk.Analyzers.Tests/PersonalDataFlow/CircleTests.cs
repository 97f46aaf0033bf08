using System.Text;
using HyperscaleSdk.Analyzers.Flow;

namespace HyperscaleSdk.Analyzers.Tests.PersonalDataFlow;

/// <summary>Methods that lead back to themselves: by calls that stand in the code, and by those that only happen.</summary>
public sealed class CircleTests
{
    [Fact]
    public async Task Recursion_ThroughInterfaceEventAndText_CarriesTheValueAround()
    {
        await FlowSnippets.RunSourceAsync("""
            using Microsoft.Extensions.AI;

            public interface INode { string Tell(int depth); }

            public sealed class Leaf(string text) : INode { public string Tell(int depth) => text; }

            public sealed class Branch : INode
            {
                public event Action<string>? Told;
                private readonly List<INode> _nodes = [];
                public void Add(INode node) => _nodes.Add(node);
                public string Tell(int depth) { var all = ""; foreach (var node in _nodes) { all += depth > 9 ? "" : node.Tell(depth + 1); } Told?.Invoke(all); return all; }
                public override string ToString() => Tell(0);
            }

            public sealed class Screen
            {
                private readonly Branch _root = new();
                private string _shown = "";
                public Screen() => _root.Told += Show;
                private void Show(string text) { _shown = text; if (text.Length > 3) { _root.Tell(8); } }
                public string Ask(string said, int rounds) => rounds == 0 ? said : Answer(said, rounds - 1);
                private string Answer(string said, int rounds) => rounds > 5 ? $"{_root}" : Ask(said + _shown, rounds);
            }

            public sealed class Use(IChatClient chat)
            {
                public async Task RunAsync(Patient patient) => await chat.GetResponseAsync([|new Screen().Ask(patient.Number, 3)|]);
            }
            """);
    }

    [Fact]
    public async Task Loop_OverCollectionsOfAnyKind_SeesMoreThanTheProjectsOwn()
    {
        await FlowSnippets.RunSourceAsync("""
            using System.Collections;
            using Microsoft.Extensions.AI;

            public sealed class Empty : IEnumerable<string> { public IEnumerator<string> GetEnumerator() { yield break; } IEnumerator IEnumerable.GetEnumerator() => GetEnumerator(); }

            public sealed class Three : IEnumerable<string> { public IEnumerator<string> GetEnumerator() { yield return "three"; } IEnumerator IEnumerable.GetEnumerator() => GetEnumerator(); }

            public sealed class Use(IChatClient chat)
            {
                private static string Joined(IEnumerable<string> lines) { var text = ""; foreach (var line in lines) { text += line; } return text; }

                public async Task RunAsync(Patient patient) => await chat.GetResponseAsync([|Joined(new List<string> { patient.Number })|]);
            }
            """);
    }

    [Fact]
    public async Task Circle_OfManyMethodsAndObjects_EndsAndStillCarriesTheValue()
    {
        const int Count = 12;
        var source = new StringBuilder("using Microsoft.Extensions.AI;\npublic sealed class Machine\n{\n    public event Action<string>? Changed;\n");
        for (var i = 0; i < Count; i++)
        {
            var (next, far) = ((i + 1) % Count, ((i * 7) + 3) % Count);
            source.Append("    public Machine? M").Append(i).Append("; private string _s").Append(i).Append(" = \"\";\n");
            source.Append("    public string F").Append(i).Append("(string text, Machine other, int n) { _s").Append(i).Append(" = text; other.M").Append(i).Append(" = M").Append(far)
                .Append("; if (n > 3) { Changed?.Invoke(text); } if (n < 0) { throw new InvalidOperationException(_s").Append(far).Append("); } return n == 0 ? text : n % 2 == 0 ? F").Append(next)
                .Append("(text + _s").Append(far).Append(", other.M").Append(next).Append(" ?? other, n - 1) : other.F").Append(far).Append("(text, this, n - 1); }\n");
        }

        source.Append("    public Machine() { Changed += text => F1(text, this, 1); }\n}\n");
        source.Append("public sealed class Use(IChatClient chat) { public async Task RunAsync(Patient patient) => await chat.GetResponseAsync([|new Machine().F0(patient.Number, new Machine(), 9)|]); }");

        await FlowSnippets.RunSourceAsync(source.ToString());
    }

    [Theory]
    [InlineData("a>b b>c c>a", "a b c")]
    [InlineData("a>b b>c", "c | b | a")]
    [InlineData("a>a", "a")]
    [InlineData("a>b a>c b>d c>d d>b", "b d | c | a")]
    [InlineData("a>b b>a b>c c>d d>c", "c d | a b")]
    [InlineData("a>x x>a a>b", "b | a")]
    public void Circles_OfAGraph_ComeThoseFirstThatOthersLeadTo(string edges, string circles)
    {
        var graph = edges.Split(' ').Select(edge => edge.Split('>')).ToLookup(edge => edge[0], edge => edge[1], StringComparer.Ordinal);

        var found = Circles.From("a", node => [.. graph[node]], node => node == "x", StringComparer.Ordinal);

        Assert.Equal(circles, string.Join(" | ", found.Select(circle => string.Join(' ', circle.Order(StringComparer.Ordinal)))));
    }

    [Fact]
    public void Circles_OfALongChain_NeedNoStack()
    {
        var circles = Circles.From(0, node => node < 200_000 ? [node + 1] : [], node => false, EqualityComparer<int>.Default);

        Assert.Equal(200_001, circles.Count());
    }
}
