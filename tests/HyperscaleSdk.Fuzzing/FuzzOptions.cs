using System.Globalization;

namespace HyperscaleSdk.Fuzzing;

/// <summary>What the command line says.</summary>
internal sealed record FuzzOptions
{
    public const string Usage = """
        Changes documents at random and checks that the generator survives them. docs/fuzzing.md tells what is checked.

          --seed N             decides all cases; drawn and printed when absent
          --count N            number of cases (1000)
          --start N            index of the first case (0)
          --compile-every N    compiles the output of each N-th case (50); 0 for none
          --from-document F    starts from this document only
          --out DIR            where failures and the summary go (artifacts/fuzzing)
        """;

    public long Seed { get; init; }

    public int Count { get; init; } = 1000;

    public int Start { get; init; }

    public int CompileEvery { get; init; } = 50;

    public string? FromDocument { get; init; }

    public string Out { get; init; } = Path.Combine("artifacts", "fuzzing");

    /// <summary>Where a child process writes what it counted; null in the process that the user started.</summary>
    public string? WorkerTally { get; init; }

    /// <summary>Reads arguments.</summary>
    /// <returns>The options; null when the arguments are not understood.</returns>
    public static FuzzOptions? Parse(IReadOnlyList<string> arguments)
    {
        var options = new FuzzOptions { Seed = Random.Shared.Next() };
        for (var i = 0; i < arguments.Count; i += 2)
        {
            var value = i + 1 < arguments.Count ? arguments[i + 1] : "";
            var isNumber = long.TryParse(value, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) && number is >= 0 and <= int.MaxValue;
            var changed = arguments[i] switch
            {
                "--seed" when isNumber => options with { Seed = number },
                "--count" when isNumber => options with { Count = (int)number },
                "--start" when isNumber => options with { Start = (int)number },
                "--compile-every" when isNumber => options with { CompileEvery = (int)number },
                "--from-document" when File.Exists(value) => options with { FromDocument = value },
                "--out" when value.Length > 0 => options with { Out = value },
                "--worker" when value.Length > 0 => options with { WorkerTally = value },
                _ => null,
            };
            if (changed is null)
            {
                return null;
            }

            options = changed;
        }

        return options;
    }

    /// <summary>Arguments for a child process that runs a part of the cases.</summary>
    public IEnumerable<string> ForWorker(int start, int count, string tally)
    {
        string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
        string[] common = ["--seed", Text(Seed), "--start", Text(start), "--count", Text(count), "--compile-every", Text(CompileEvery), "--out", Out, "--worker", tally];
        return FromDocument is null ? common : [.. common, "--from-document", FromDocument];
    }
}
