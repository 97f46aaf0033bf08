namespace HyperscaleSdk.Cli.Spec.Testing;

/// <summary>Something that holds for a good endpoint.</summary>
/// <param name="Id">Its name, for example <c>chat.usage</c>. Part of the command line's contract.</param>
/// <param name="Kind">What it needs.</param>
/// <param name="Title">What holds.</param>
/// <param name="CheckAsync">Throws a <see cref="FactException"/> when it does not hold or cannot be had.</param>
internal sealed record EndpointFact(string Id, ModelKind Kind, Phrase Title, Func<FactCall, CancellationToken, Task> CheckAsync);
