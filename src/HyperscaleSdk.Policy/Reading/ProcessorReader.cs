using HyperscaleSdk.Specification.Text;

namespace HyperscaleSdk.Policies.Reading;

/// <summary>Reads the processor register.</summary>
internal static class ProcessorReader
{
    public static IReadOnlyList<Processor> Read(PolicyObject root)
    {
        var ids = new UniqueIds(StringComparer.OrdinalIgnoreCase);
        return root.Children("processors", PolicyShapes.Processor).Select(entry => Read(entry, ids)).Where(entry => entry is not null).ToArray()!;
    }

    private static Processor? Read(PolicyObject entry, UniqueIds ids)
    {
        var id = ids.Take(entry);
        var processor = new Processor
        {
            Id = id ?? string.Empty,
            Name = entry.Text("name"),
            Role = entry.Word("role", PolicyWords.ProcessorRoles),
            Contract = entry.Text("contract"),
            Task = entry.Text("task"),
            SubProcessors = entry.Texts("subProcessors"),
            PublishedUrl = entry.Address("publishedUrl"),
            TrainsOnInput = entry.FlagOrUnknown("trainsOnInput"),
            RetentionDays = entry.DaysOrUnknown("retentionDays"),
            Deletion = entry.TextOrUnknown("deletion"),
            HumanReview = entry.FlagOrUnknown("humanReview"),
            Countries = Countries(entry),
            AllowedGrades = entry.WordList("allowedGrades", PolicyWords.Grades),
            Approved = entry.Flag("approved"),
            Transfer = TransferReader.Read(entry.Child("transfer", PolicyShapes.Transfer)),
            Absent = PolicyShapes.Register.Where(name => !entry.Has(name)).ToArray(),
            UnknownTerms = PolicyShapes.Terms.Where(entry.IsUnstated).ToArray(),
            Place = entry.Place,
        };
        return id is null ? null : processor;
    }

    private static IReadOnlyList<string> Countries(PolicyObject entry)
    {
        var countries = new List<string>();
        foreach (var item in entry.Items("countries"))
        {
            if (entry.Scope.IsPlaceholder(item))
            {
                continue;
            }

            if (item.Kind == SpecNodeKind.String && item.Scalar is { Length: 2 } code && code[0] is >= 'A' and <= 'Z' && code[1] is >= 'A' and <= 'Z')
            {
                countries.Add(code);
            }
            else
            {
                entry.Scope.WrongType(item, "a country code of two capital letters, as \"KR\"", "\"KR\"과 같은 두 글자 대문자 국가 코드");
            }
        }

        return countries;
    }
}
