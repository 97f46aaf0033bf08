using HyperscaleSdk.Fuzzing.Checks;
using HyperscaleSdk.Fuzzing.Trees;

namespace HyperscaleSdk.Fuzzing.Running;

/// <summary>One case: the trees that were changed, how they are written, and what came out.</summary>
internal sealed record FuzzCase(int Index, string Origin, Tree Spec, Tree? Binding, TreeFormat Format, TreeFormat BindingFormat)
{
    /// <summary>What is checked: both trees written, or that with changes to its text.</summary>
    public FuzzInput Input { get; private init; } = Write(Spec, Binding, Format, BindingFormat);

    /// <summary>Whether the input is no longer what the trees write.</summary>
    public bool IsTextChanged { get; private init; }

    public FuzzCase WithText(FuzzInput input) => this with { Input = input, IsTextChanged = true };

    public FuzzCase WithTrees(Tree spec, Tree? binding)
        => this with { Spec = spec, Binding = binding, Input = Write(spec, binding, Format, BindingFormat), IsTextChanged = false };

    /// <summary>The same document in the other format.</summary>
    public FuzzInput InOtherFormat() => Write(Spec, Binding, Format.Other, BindingFormat);

    private static FuzzInput Write(Tree spec, Tree? binding, TreeFormat format, TreeFormat bindingFormat)
        => new("openapi" + format.Extension, format.Write(spec), binding is null ? null : "binding" + bindingFormat.Extension, binding is null ? null : bindingFormat.Write(binding));
}
