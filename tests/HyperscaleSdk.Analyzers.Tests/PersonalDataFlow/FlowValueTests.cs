using HyperscaleSdk.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace HyperscaleSdk.Analyzers.Tests.PersonalDataFlow;

/// <summary>Joining loses nothing and does not depend on the order.</summary>
public sealed class FlowValueTests
{
    [Fact]
    public void Join_StaticsOfTwoFilesWithOneName_KeepsBoth()
    {
        // A type that a file keeps to itself is written with the file's name: here even that is the same.
        var inputs = new[] { "shop/Store.cs", "clinic/Store.cs" }.Select(path => FlowValue.From(Input(path))).ToList();

        var joined = inputs[0].Join(inputs[1]);

        Assert.Equal(2, joined.Inputs.Length);
        Assert.Equal(joined, inputs[1].Join(inputs[0]));
    }

    [Fact]
    public void Join_SamePlaceOfDifferentKinds_LetsBothPass()
    {
        var member = Input("Store.cs");

        var joined = FlowValue.From(member with { Passing = 1 }).Join(FlowValue.From(member with { Passing = 2 }));

        Assert.Equal(3u, Assert.Single(joined.Inputs).Passing);
    }

    private static FlowInput Input(string path)
    {
        var tree = CSharpSyntaxTree.ParseText("file static class Store { public static string Text; }", path: path);
        var compilation = CSharpCompilation.Create("Test", [tree]);
        var type = (INamedTypeSymbol)compilation.GetSemanticModel(tree).GetDeclaredSymbol(tree.GetRoot().ChildNodes().Single())!;
        return new FlowInput(FlowInput.Static, type.GetMembers("Text").Single(), string.Empty, FlowForm.Value, uint.MaxValue);
    }
}
