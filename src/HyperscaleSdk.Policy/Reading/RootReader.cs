using HyperscaleSdk.Specification.Text;

namespace HyperscaleSdk.Policies.Reading;

/// <summary>Reads the outermost object, then asks whether its parts fit together.</summary>
internal static class RootReader
{
    private const int Version = 1;

    public static Policy? Read(PolicyScope scope, SpecNode node)
    {
        if (PolicyObject.Open(scope, node, PolicyShapes.Root) is not { } root)
        {
            return null;
        }

        CheckVersion(root, node);
        if (root.Has("$schema"))
        {
            root.Text("$schema");
        }

        var policy = new Policy
        {
            Organisation = ReadOrganisation(root.Child("organisation", PolicyShapes.Organisation)),
            Profile = root.Word("profile", PolicyWords.Profiles),
            Processors = ProcessorReader.Read(root),
            Purposes = PurposeReader.Read(root),
            Guard = GuardReader.Read(root.Child("guard", PolicyShapes.Guard)),
            Vouchers = VoucherReader.Read(root),
            Transparency = ReadTransparency(root.Child("transparency", PolicyShapes.Transparency)),
            HighImpactReviews = root.Children("highImpactReviews", PolicyShapes.HighImpactReview).Select(ReadReview).Where(review => review is not null).ToArray()!,
            Prices = root.Children("prices", PolicyShapes.Price).Select(ReadPrice).Where(price => price is not null).ToArray()!,
            Suppressions = SuppressionReader.Read(root),
            RulePack = root.Date("rulePack"),
            RulePackPlace = root.Has("rulePack") ? scope.Place(root.SpanOf("rulePack")) : default,
        };
        References.Check(root, policy);
        return policy;
    }

    private static void CheckVersion(PolicyObject root, SpecNode node)
    {
        if (node["version"] is { } version && (!version.TryGetDecimal(out var value) || value != Version))
        {
            root.Scope.WrongType(version, "the version 1", "버전 1");
        }
    }

    private static Organisation? ReadOrganisation(PolicyObject? organisation)
    {
        if (organisation is null)
        {
            return null;
        }

        var number = organisation.Text("registrationNumber");
        if (number is not null && !IsRegistrationNumber(number))
        {
            organisation.Scope.Error(
                PolicyProblemIds.WrongValue,
                organisation.SpanOf("registrationNumber"),
                "Expected a business registration number: ten digits, as \"123-45-67890\". The value has no effect.",
                "사업자등록번호는 \"123-45-67890\"과 같은 열 자리 숫자입니다. 이 값은 쓰이지 않습니다.");
            number = null;
        }

        var role = organisation.Word("role", PolicyWords.OrganisationRoles);
        var address = organisation.Address("privacyPolicyUrl");
        return organisation.Text("name") is { } name
            ? new Organisation { Name = name, RegistrationNumber = number, Role = role, PrivacyPolicyUrl = address }
            : null;
    }

    private static bool IsRegistrationNumber(string text)
    {
        var digits = text.Replace("-", string.Empty);
        return digits.Length == 10 && digits.All(digit => digit is >= '0' and <= '9');
    }

    private static Transparency? ReadTransparency(PolicyObject? transparency) => transparency is null
        ? null
        : new Transparency
        {
            Notice = ReadMeasure(transparency.Child("notice", PolicyShapes.Measure)),
            Label = ReadMeasure(transparency.Child("label", PolicyShapes.Measure)),
        };

    private static TransparencyMeasure? ReadMeasure(PolicyObject? measure)
    {
        var text = measure?.Text("text");
        return measure is null ? null : new TransparencyMeasure { Text = text, Evidence = measure.Text("evidence"), Place = measure.Place };
    }

    private static HighImpactReview? ReadReview(PolicyObject review)
    {
        var domain = review.Word("domain", PolicyWords.Domains);
        var result = review.Word("result", PolicyWords.ReviewResults);
        var date = review.Date("date");
        var reviewer = review.Text("reviewer");
        var evidence = review.Text("evidence");
        return domain is { } area
            ? new HighImpactReview { Domain = area, Result = result, Date = date, Reviewer = reviewer, Evidence = evidence, Place = review.Place }
            : null;
    }

    private static PolicyPrice? ReadPrice(PolicyObject price)
    {
        var provider = price.Text("provider");
        var model = price.Text("model");
        var date = price.Date("date");
        var input = price.Amount("inputPerMillion");
        var output = price.Amount("outputPerMillion");
        var source = price.Text("source");
        return provider is not null && model is not null && date is { } day
            ? new PolicyPrice { Provider = provider, Model = model, Date = day, InputPerMillion = input, OutputPerMillion = output, Source = source }
            : null;
    }
}
