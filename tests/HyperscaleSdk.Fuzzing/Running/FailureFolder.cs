using System.Globalization;
using System.Text;
using HyperscaleSdk.Fuzzing.Checks;

namespace HyperscaleSdk.Fuzzing.Running;

/// <summary>Writes failing cases to disk, made smaller: the first few of each kind.</summary>
internal sealed class FailureFolder(FuzzOptions options)
{
    private const int KeptOfEach = 3;

    private readonly string _root = Path.Combine(options.Out, "failures");

    /// <summary>Writes a failing case.</summary>
    public void Write(FuzzCase fuzzCase, CaseFailure failure)
    {
        if (Reserve(failure.Signature, fuzzCase.Index) is not { } folder)
        {
            return;
        }

        Save(folder, fuzzCase, failure);
        var smallest = new Minimiser(failure).Minimise(fuzzCase);
        var result = CaseCheck.Run(smallest, failure.Signature.StartsWith("compile", StringComparison.Ordinal), CancellationToken.None);
        Save(folder, smallest, result.Find(failure.Signature) ?? failure);
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"case {fuzzCase.Index}: {failure.Signature} -> {folder}"));
    }

    /// <summary>Writes a case that never ends, as it is.</summary>
    public void WriteHang(FuzzCase fuzzCase) => WriteLost(fuzzCase, "never ends");

    /// <summary>Writes a case that takes its process down, as it is.</summary>
    public void WriteLost(FuzzCase fuzzCase, string signature)
    {
        if (Reserve(signature, fuzzCase.Index) is { } folder)
        {
            Save(folder, fuzzCase, new CaseFailure(signature, "The process ended with this case."));
        }
    }

    private string? Reserve(string signature, int index)
    {
        var slug = Slug(signature);
        var folder = Path.Combine(_root, string.Create(CultureInfo.InvariantCulture, $"{slug}-case{index}"));
        Directory.CreateDirectory(_root);
        if (Directory.Exists(folder) || Directory.GetDirectories(_root, slug + "-*").Length >= KeptOfEach)
        {
            return null;
        }

        Directory.CreateDirectory(folder);
        return folder;
    }

    private void Save(string folder, FuzzCase fuzzCase, CaseFailure failure)
    {
        Put(folder, fuzzCase.Input.SpecPath, fuzzCase.Input.SpecText);
        if (fuzzCase.Input is { BindingPath: { } path, BindingText: { } binding })
        {
            Put(folder, path, binding);
        }

        Put(folder, "failure.txt", string.Create(
            CultureInfo.InvariantCulture,
            $"{failure.Signature}\nseed {options.Seed}, case {fuzzCase.Index}, from {fuzzCase.Origin}\n--seed {options.Seed} --start {fuzzCase.Index} --count 1 --compile-every 1\n\n{failure.Detail}\n"));
    }

    // A lone surrogate has no UTF-8 form; those cases are run again by their seed.
    private static void Put(string folder, string name, string text) => File.WriteAllText(Path.Combine(folder, name), text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));

    private static string Slug(string signature)
    {
        var builder = new StringBuilder();
        foreach (var c in signature)
        {
            builder.Append(char.IsAsciiLetterOrDigit(c) ? c : '-');
        }

        var hash = 17;
        foreach (var c in signature)
        {
            hash = unchecked((hash * 31) + c);
        }

        return builder.ToString(0, Math.Min(60, builder.Length)) + "-" + hash.ToString("x8", CultureInfo.InvariantCulture);
    }
}
