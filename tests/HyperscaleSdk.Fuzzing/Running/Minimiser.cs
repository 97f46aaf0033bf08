using HyperscaleSdk.Fuzzing.Checks;
using HyperscaleSdk.Fuzzing.Trees;

namespace HyperscaleSdk.Fuzzing.Running;

/// <summary>Makes a failing case smaller while it fails in the same way.</summary>
internal sealed class Minimiser(CaseFailure failure)
{
    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(60);

    private readonly TimeSpan _startedAt = Environment.CpuUsage.TotalTime;
    private readonly bool _isCompiled = failure.Signature.StartsWith("compile", StringComparison.Ordinal);

    private bool IsSpent => Environment.CpuUsage.TotalTime - _startedAt > Budget;

    public FuzzCase Minimise(FuzzCase fuzzCase)
    {
        var fromTrees = fuzzCase.IsTextChanged ? fuzzCase.WithTrees(fuzzCase.Spec, fuzzCase.Binding) : fuzzCase;
        return StillFails(fromTrees) ? ShrinkTrees(fromTrees) : ShrinkText(fuzzCase);
    }

    private FuzzCase ShrinkTrees(FuzzCase fuzzCase)
    {
        for (var isSmaller = true; isSmaller && !IsSpent;)
        {
            isSmaller = false;
            if (fuzzCase.Binding is not null && fuzzCase.WithTrees(fuzzCase.Spec, binding: null) is var without && StillFails(without))
            {
                (fuzzCase, isSmaller) = (without, true);
            }

            if (Shrink(fuzzCase.Spec, spec => fuzzCase.WithTrees(spec, fuzzCase.Binding)) is { } smaller)
            {
                (fuzzCase, isSmaller) = (smaller, true);
            }

            if (fuzzCase.Binding is { } binding && Shrink(binding, changed => fuzzCase.WithTrees(fuzzCase.Spec, changed)) is { } smallerBinding)
            {
                (fuzzCase, isSmaller) = (smallerBinding, true);
            }
        }

        return fuzzCase;
    }

    // One pass over all places, outer ones first: what goes takes its children with it.
    private FuzzCase? Shrink(Tree root, Func<Tree, FuzzCase> with)
    {
        FuzzCase? best = null;
        var tree = root.Clone();
        for (var i = 0; !IsSpent; i++)
        {
            var places = Place.All(tree);
            if (i >= places.Count)
            {
                break;
            }

            var candidate = tree.Clone();
            var place = Place.All(candidate)[i];
            place.Parent.RemoveChild(place.Index);
            if (Try(candidate) || (TextOf(places[i].Node) is { Length: > 8 } text && (TryText(i, text[..(text.Length / 2)]) || TryText(i, text[(text.Length / 2)..]))))
            {
                i--;
            }
        }

        return best;

        bool Try(Tree candidate)
        {
            var changed = with(candidate);
            if (!StillFails(changed))
            {
                return false;
            }

            (tree, best) = (candidate, changed);
            return true;
        }

        bool TryText(int index, string text)
        {
            var candidate = tree.Clone();
            var place = Place.All(candidate)[index];
            place.Parent.SetChild(place.Index, Tree.String(text));
            return Try(candidate);
        }
    }

    private FuzzCase ShrinkText(FuzzCase fuzzCase)
    {
        fuzzCase = ShrinkText(fuzzCase, input => input.SpecText, (input, text) => input with { SpecText = text });
        return fuzzCase.Input.BindingText is null ? fuzzCase : ShrinkText(fuzzCase, input => input.BindingText!, (input, text) => input with { BindingText = text });
    }

    private FuzzCase ShrinkText(FuzzCase fuzzCase, Func<FuzzInput, string> textOf, Func<FuzzInput, string, FuzzInput> with)
    {
        for (var size = Math.Max(1, textOf(fuzzCase.Input).Length / 2); size > 0 && !IsSpent; size /= 2)
        {
            for (var at = 0; at < textOf(fuzzCase.Input).Length && !IsSpent;)
            {
                var text = textOf(fuzzCase.Input);
                var candidate = fuzzCase.WithText(with(fuzzCase.Input, text.Remove(at, Math.Min(size, text.Length - at))));
                if (StillFails(candidate))
                {
                    fuzzCase = candidate;
                }
                else
                {
                    at += size;
                }
            }
        }

        return fuzzCase;
    }

    private static string? TextOf(Tree node) => node.Kind == TreeKind.Text ? node.Text : null;

    private bool StillFails(FuzzCase candidate)
    {
        using var watchdog = new Watchdog(FuzzRun.CaseLimit, FuzzRun.CaseLimit * 10, _ => { });
        return CaseCheck.Run(candidate, _isCompiled, watchdog.Begin(candidate.Index)).Find(failure.Signature) is not null;
    }
}
