namespace HyperscaleSdk.Policies.Reading;

/// <summary>Every object of the policy, once.</summary>
internal static class PolicyShapes
{
    public static readonly ObjectShape Root = new(
        "policy",
        ["version"],
        ["$schema", "organisation", "profile", "processors", "purposes", "guard", "vouchers", "transparency", "highImpactReviews", "prices", "suppressions", "rulePack"]);

    public static readonly ObjectShape Organisation = new("organisation", ["name"], ["registrationNumber", "role", "privacyPolicyUrl"]);

    public static readonly ObjectShape Processor = new(
        "processor",
        ["id"],
        [
            "name", "role", "contract", "task", "subProcessors", "publishedUrl", "trainsOnInput", "retentionDays", "deletion", "humanReview",
            "countries", "allowedGrades", "approved", "transfer",
        ]);

    /// <summary>What PIPA art. 26 wants in the register.</summary>
    public static readonly string[] Register = ["role", "contract", "task", "subProcessors", "publishedUrl"];

    /// <summary>What one has to know of a provider's terms.</summary>
    public static readonly string[] Terms = ["trainsOnInput", "retentionDays", "deletion", "humanReview"];

    // What the law asks for is not "required" here: it is told by a message that names the article.
    public static readonly ObjectShape Transfer = new("transfer", [], ["basis", "items", "method", "recipient", "purpose", "period", "refusal"]);

    public static readonly ObjectShape Purpose = new(
        "purpose", ["id", "basis"], ["description", "statute", "kinds", "separateConsent", "evidence", "processors", "grade", "domain"]);

    public static readonly ObjectShape Guard = new("guard", [], ["default", "actions"]);

    public static readonly ObjectShape Voucher = new(
        "voucher", ["id"], ["programme", "agency", "agreement", "supplier", "product", "budget", "validFrom", "validUntil"]);

    public static readonly ObjectShape Budget = new("budget", [], ["government", "ownCash", "ownInKind"]);

    public static readonly ObjectShape Transparency = new("transparency", [], ["notice", "label"]);

    public static readonly ObjectShape Measure = new("measure", ["evidence"], ["text"]);

    public static readonly ObjectShape HighImpactReview = new("highImpactReview", ["domain", "result", "date"], ["reviewer", "evidence"]);

    public static readonly ObjectShape Price = new("price", ["provider", "model", "date"], ["inputPerMillion", "outputPerMillion", "source"]);

    public static readonly ObjectShape Suppression = new("suppression", ["rule", "place"], ["justification", "approver", "expiry"]);

    public static IReadOnlyList<ObjectShape> All { get; } =
        [Root, Organisation, Processor, Transfer, Purpose, Guard, Voucher, Budget, Transparency, Measure, HighImpactReview, Price, Suppression];
}
