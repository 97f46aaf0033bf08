namespace HyperscaleSdk.Cli.Spec.Testing;

/// <summary>Ends a check: the fact does not hold, or it is not for this provider.</summary>
internal sealed class FactException : Exception
{
    private FactException(FactOutcome outcome, string? place, Phrase text, Phrase? fix)
        : base(text.English)
    {
        Outcome = outcome;
        Place = place;
        Text = text;
        Fix = fix;
    }

    public FactOutcome Outcome { get; }

    public string? Place { get; }

    public Phrase Text { get; }

    public Phrase? Fix { get; }

    public static FactException Failed(string place, Phrase text, Phrase fix) => new(FactOutcome.Failed, place, text, fix);

    public static FactException NotSupported(Phrase reason) => new(FactOutcome.NotSupported, place: null, reason, fix: null);
}
