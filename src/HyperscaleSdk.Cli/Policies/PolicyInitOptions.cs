using System.CommandLine;

namespace HyperscaleSdk.Cli.Policies;

/// <summary>The options of <c>policy init</c>, one for each thing that a first policy can say.</summary>
internal sealed class PolicyInitOptions
{
    private readonly Option<string?> _organisation = Text("--organisation", "Name of the organisation.", "name");
    private readonly Option<string?> _registrationNumber = Text("--registration-number", "Its business registration number.", "number");
    private readonly Option<string?> _role = Text("--role", "Its role under the AI Basic Act: none, internal (default) or service.", "role");
    private readonly Option<string?> _privacyPolicyUrl = Text("--privacy-policy-url", "Address of its privacy policy.", "url");
    private readonly Option<string?> _profile = Text("--profile", "Whose rules apply: private (default) or public.", "profile");
    private readonly Option<string?> _processor = Text("--processor", "Id of the provider that gets the data.", "id");
    private readonly Option<string?> _processorRole = Text("--processor-role", "processor (default), thirdParty or onPremises.", "role");
    private readonly Option<string?> _contract = Text("--contract", "Where the written contract is kept.", "place");
    private readonly Option<string?> _task = Text("--task", "The task that the provider is given.", "text");
    private readonly Option<string[]> _subProcessors = Texts("--sub-processor", "Whom the provider engages in turn, or none; may be given several times.", "name");
    private readonly Option<string?> _publishedUrl = Text("--published-url", "Where task and provider are published.", "url");
    private readonly Option<bool?> _trains = new("--trains-on-input") { Description = "Whether the provider may train on what it is sent: true or false.", HelpName = "true|false" };
    private readonly Option<int?> _retention = new("--retention-days") { Description = "For how many days it keeps what it is sent.", HelpName = "days" };
    private readonly Option<string?> _deletion = Text("--deletion", "How it deletes.", "text");
    private readonly Option<bool?> _humanReview = new("--human-review") { Description = "Whether its staff may read what it is sent: true or false.", HelpName = "true|false" };
    private readonly Option<string[]> _countries = Texts("--country", "Where it processes, such as KR; may be given several times.", "code");
    private readonly Option<string?> _purpose = Text("--purpose", "Id of a purpose.", "id");
    private readonly Option<string?> _basis = Text("--basis", "Basis of the purpose: contract (default), consent, statute, publicTask, vitalInterest, legitimateInterest or publicSafety.", "basis");
    private readonly Option<string?> _statute = Text("--statute", "The article, when the basis is a statute.", "article");
    private readonly Option<string[]> _kinds = Texts("--kind", "A kind of personal data that the purpose needs; may be given several times.", "kind");
    private readonly Option<bool> _separateConsent = new("--separate-consent") { Description = "Consent is asked for separately." };
    private readonly Option<string?> _evidence = Text("--evidence", "Where the proof of the basis is kept.", "place");
    private readonly Option<string?> _guard = Text("--guard", "What the runtime guard does by default: mask (default), block, placeholder or allow.", "action");
    private readonly Option<string?> _voucher = Text("--voucher", "Id of a voucher.", "id");
    private readonly Option<string?> _programme = Text("--programme", "The voucher's programme.", "name");
    private readonly Option<string?> _product = Text("--product", "The API product that was picked.", "name");
    private readonly Option<decimal?> _government = Amount("--government", "Government money of the voucher, in KRW.");
    private readonly Option<decimal?> _ownCash = Amount("--own-cash", "Own cash, in KRW.");
    private readonly Option<decimal?> _ownInKind = Amount("--own-in-kind", "Own contribution in kind, in KRW.");
    private readonly Option<string?> _validFrom = Text("--valid-from", "First day of the voucher.", "yyyy-MM-dd");
    private readonly Option<string?> _validUntil = Text("--valid-until", "Last day of the voucher.", "yyyy-MM-dd");
    private readonly Option<string?> _notice = Text("--notice", "The words that tell users that AI is at work.", "text");
    private readonly Option<string?> _noticeEvidence = Text("--notice-evidence", "Where that notice can be seen.", "place");

    public void AddTo(Command command)
    {
        Option[] options =
        [
            _organisation, _registrationNumber, _role, _privacyPolicyUrl, _profile, _processor, _processorRole, _contract, _task, _subProcessors, _publishedUrl,
            _trains, _retention, _deletion, _humanReview, _countries, _purpose, _basis, _statute, _kinds, _separateConsent, _evidence, _guard, _voucher, _programme,
            _product, _government, _ownCash, _ownInKind, _validFrom, _validUntil, _notice, _noticeEvidence,
        ];
        foreach (var option in options)
        {
            command.Options.Add(option);
        }
    }

    public PolicyDraft Read(ParseResult parsed) => new()
    {
        Organisation = parsed.GetValue(_organisation),
        RegistrationNumber = parsed.GetValue(_registrationNumber),
        Role = parsed.GetValue(_role),
        PrivacyPolicyUrl = parsed.GetValue(_privacyPolicyUrl),
        Profile = parsed.GetValue(_profile),
        Processor = parsed.GetValue(_processor),
        ProcessorRole = parsed.GetValue(_processorRole),
        Contract = parsed.GetValue(_contract),
        Task = parsed.GetValue(_task),
        SubProcessors = parsed.GetValue(_subProcessors) ?? [],
        PublishedUrl = parsed.GetValue(_publishedUrl),
        TrainsOnInput = parsed.GetValue(_trains),
        RetentionDays = parsed.GetValue(_retention),
        Deletion = parsed.GetValue(_deletion),
        HumanReview = parsed.GetValue(_humanReview),
        Countries = parsed.GetValue(_countries) ?? [],
        Purpose = parsed.GetValue(_purpose),
        Basis = parsed.GetValue(_basis),
        Statute = parsed.GetValue(_statute),
        Kinds = parsed.GetValue(_kinds) ?? [],
        SeparateConsent = parsed.GetValue(_separateConsent),
        Evidence = parsed.GetValue(_evidence),
        GuardDefault = parsed.GetValue(_guard),
        Voucher = parsed.GetValue(_voucher),
        Programme = parsed.GetValue(_programme),
        Product = parsed.GetValue(_product),
        Government = parsed.GetValue(_government),
        OwnCash = parsed.GetValue(_ownCash),
        OwnInKind = parsed.GetValue(_ownInKind),
        ValidFrom = parsed.GetValue(_validFrom),
        ValidUntil = parsed.GetValue(_validUntil),
        Notice = parsed.GetValue(_notice),
        NoticeEvidence = parsed.GetValue(_noticeEvidence),
    };

    private static Option<string?> Text(string name, string description, string value) => new(name) { Description = description, HelpName = value };

    private static Option<string[]> Texts(string name, string description, string value) => new(name) { Description = description, HelpName = value };

    private static Option<decimal?> Amount(string name, string description) => new(name) { Description = description, HelpName = "krw" };
}
