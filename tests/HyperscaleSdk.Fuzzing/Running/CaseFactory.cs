using HyperscaleSdk.Fuzzing.Checks;
using HyperscaleSdk.Fuzzing.Documents;
using HyperscaleSdk.Fuzzing.Mutations;
using HyperscaleSdk.Fuzzing.Trees;

namespace HyperscaleSdk.Fuzzing.Running;

/// <summary>Makes the cases of a seed. A case depends on seed, index and documents only.</summary>
internal sealed class CaseFactory(DocumentPool pool, long seed)
{
    public FuzzCase Create(int index)
    {
        var rng = Rng.ForCase(seed, index);
        var document = pool.Draw(rng);
        var spec = DocumentSlice.Of(document, rng);
        var binding = document.Binding is not null && rng.Chance(90) ? document.CopyBinding() : null;
        if (binding is null && rng.Chance(3))
        {
            binding = pool.All.FirstOrDefault(candidate => candidate.Binding is not null)?.CopyBinding();
        }

        for (var i = Count(rng); i > 0; i--)
        {
            if (binding is not null && rng.Chance(60))
            {
                Mutator.ChangeBinding(binding, pool, rng);
            }
            else
            {
                Mutator.ChangeDocument(spec, pool, rng);
            }
        }

        var made = new FuzzCase(index, document.Name, spec, binding, Format(rng), Format(rng));
        return rng.Chance(12) ? made.WithText(ChangeText(made.Input, rng)) : made;
    }

    // Mostly a few, so that most of a document still makes sense; now and then many.
    private static int Count(Rng rng) => rng.Next(10) switch
    {
        < 6 => rng.Between(1, 3),
        < 9 => rng.Between(4, 9),
        _ => rng.Between(10, 40),
    };

    private static TreeFormat Format(Rng rng) => new(rng.Chance(40), rng.Chance(50), rng.Chance(30), rng.Next(1000));

    private static FuzzInput ChangeText(FuzzInput input, Rng rng)
    {
        var (spec, binding) = (input.SpecText, input.BindingText);
        for (var i = rng.Between(1, 4); i > 0; i--)
        {
            if (binding is not null && rng.Chance(40))
            {
                binding = TextMutations.Apply(binding, rng);
            }
            else
            {
                spec = TextMutations.Apply(spec, rng);
            }
        }

        var path = rng.Chance(15) ? rng.Pick(["openapi.json", "openapi.yaml", "openapi", "openapi.yml"]) : input.SpecPath;
        return input with { SpecPath = path, SpecText = spec, BindingText = binding };
    }
}
