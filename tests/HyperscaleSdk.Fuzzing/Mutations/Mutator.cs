using HyperscaleSdk.Fuzzing.Documents;
using HyperscaleSdk.Fuzzing.Trees;

namespace HyperscaleSdk.Fuzzing.Mutations;

/// <summary>Draws mutations.</summary>
internal static class Mutator
{
    private const int LargestTree = 12_000;

    private static readonly (int Weight, Action<MutationContext> Apply)[] OfDocuments =
    [
        (8, TreeMutations.Delete), (5, TreeMutations.Duplicate), (4, TreeMutations.Move), (4, TreeMutations.Swap), (7, TreeMutations.ChangeKind), (8, TreeMutations.ChangeScalar), (9, TreeMutations.Rename),
        (2, TreeMutations.Shuffle), (5, TreeMutations.Splice), (3, TreeMutations.NestDeeply), (3, TreeMutations.Multiply), (4, TreeMutations.Poison),
        (5, ReferenceMutations.Retarget), (2, ReferenceMutations.ReplaceBySelfReference), (2, ReferenceMutations.ReplaceByReference), (4, ReferenceMutations.Ring),
        (18, SchemaMutations.Apply), (10, OperationMutations.Apply), (4, OperationMutations.ChangePath),
        (2, YamlMutations.Alias), (2, YamlMutations.Merge), (1, YamlMutations.Bomb),
    ];

    private static readonly (int Weight, Action<MutationContext> Apply)[] OfBindings =
    [
        (6, TreeMutations.Delete), (3, TreeMutations.Duplicate), (3, TreeMutations.Move), (3, TreeMutations.Swap), (6, TreeMutations.ChangeKind), (8, TreeMutations.ChangeScalar), (6, TreeMutations.Rename),
        (3, TreeMutations.NestDeeply), (1, TreeMutations.Multiply), (3, TreeMutations.Poison), (1, YamlMutations.Alias), (1, YamlMutations.Merge), (20, BindingMutations.Apply),
    ];

    public static void ChangeDocument(Tree root, DocumentPool pool, Rng rng) => Change(root, pool, rng, OfDocuments);

    public static void ChangeBinding(Tree root, DocumentPool pool, Rng rng) => Change(root, pool, rng, OfBindings);

    private static void Change(Tree root, DocumentPool pool, Rng rng, (int Weight, Action<MutationContext> Apply)[] mutations)
    {
        var context = new MutationContext(root, pool, rng);
        if (context.Places.Count > LargestTree)
        {
            return;
        }

        var draw = rng.Next(mutations.Sum(mutation => mutation.Weight));
        foreach (var (weight, apply) in mutations)
        {
            draw -= weight;
            if (draw < 0)
            {
                apply(context);
                return;
            }
        }
    }
}
