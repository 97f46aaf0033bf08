namespace HyperscaleSdk;

/// <summary>
/// The way to a human being in an automated decision: people may refuse it, and may ask for an explanation or a review
/// (PIPA Art. 37-2; human oversight of high-impact AI, AI Basic Act Art. 34(1)). The application implements it, for example as a queue.
/// </summary>
public interface IHumanReview
{
    /// <summary>Puts a proposal before a person who may change it.</summary>
    /// <param name="caseId">The application's id of the case. No personal data.</param>
    /// <param name="proposal">What the model proposes, and why.</param>
    /// <param name="cancellationToken">Gives up waiting; the case stays with the reviewer.</param>
    /// <returns>What the person decided, or <see cref="HumanReviewOutcome.Pending"/>.</returns>
    Task<HumanReviewOutcome> ReviewAsync(string caseId, string proposal, CancellationToken cancellationToken = default);
}
