using System.Globalization;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;
using HyperscaleSdk.Specification.OpenApi;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Emit;

namespace HyperscaleSdk.Benchmarks;

/// <summary>Counts what is generated: lines and bytes of C# for each operation and each schema, and the size of the assembly it becomes.</summary>
internal static class SizeReport
{
    public static int Write(TextWriter output)
    {
        output.WriteLine("| document | operations | schemas | files | lines | bytes | lines/operation | bytes/operation | lines/type | bytes/type | IL bytes | assembly bytes |");
        output.WriteLine("|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
        foreach (var document in BenchmarkDocument.ToCount)
        {
            output.WriteLine(Row(document));
        }

        return 0;
    }

    private static string Row(BenchmarkDocument document)
    {
        var host = new GeneratorHost(document);
        host.CreateDriver().RunGeneratorsAndUpdateCompilation(host.Compilation, out var compilation, out _);
        var files = compilation.SyntaxTrees.Where(tree => tree.FilePath.EndsWith(".g.cs", StringComparison.Ordinal))
            .Select(tree => (Name: Path.GetFileName(tree.FilePath), Text: tree.GetText())).ToList();
        var operations = files.Where(file => file.Name.StartsWith("Test.TestClient.", StringComparison.Ordinal) && file.Name is not "Test.TestClient.g.cs").ToList();
        var entryTypes = files.Where(file => file.Name.StartsWith("Test.Test", StringComparison.Ordinal)).Except(operations).ToList();
        var types = files.Except(operations).Except(entryTypes).ToList();
        var nodes = document.Nodes();
        var model = OpenApiReader.Read(nodes, nodes.Root, out _, CancellationToken.None)!;
        using var assembly = Compile(compilation);

        return string.Join(
            " | ",
            "| " + document.Name,
            Number(model.Operations.Count),
            Number(model.Schemas.Count),
            Number(files.Count),
            Number(files.Sum(file => LinesOf(file.Text))),
            Number(files.Sum(file => Bytes(file.Text))),
            Average(operations.Sum(file => LinesOf(file.Text)), operations.Count),
            Average(operations.Sum(file => Bytes(file.Text)), operations.Count),
            Average(types.Sum(file => LinesOf(file.Text)), types.Count),
            Average(types.Sum(file => Bytes(file.Text)), types.Count),
            Number(CodeBytes(assembly)),
            Number(assembly.Length) + " |");
    }

    private static MemoryStream Compile(Compilation compilation)
    {
        var stream = new MemoryStream();
        var result = compilation.Emit(stream, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb));
        return result.Success ? stream : throw new InvalidOperationException("The generated code does not compile: " + result.Diagnostics.First(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
    }

    // The bodies of the methods, without names, signatures and other metadata.
    private static long CodeBytes(MemoryStream assembly)
    {
        assembly.Position = 0;
        using var image = new PEReader(assembly, PEStreamOptions.LeaveOpen);
        var metadata = image.GetMetadataReader();
        return metadata.MethodDefinitions.Select(handle => metadata.GetMethodDefinition(handle).RelativeVirtualAddress)
            .Where(address => address != 0)
            .Sum(address => (long)image.GetMethodBody(address).Size);
    }

    // Behind the last line end there is no line.
    private static int LinesOf(Microsoft.CodeAnalysis.Text.SourceText text) => text.Lines.Count - 1;

    private static long Bytes(Microsoft.CodeAnalysis.Text.SourceText text) => Encoding.UTF8.GetByteCount(text.ToString());

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Average(long sum, int count) => count == 0 ? "—" : Number(sum / count);
}
