using static HyperscaleSdk.PersonalDataConfidence;

namespace HyperscaleSdk.Recognition;

/// <summary>Numbers without a shape of their own. Only a label tells them: bank account, health insurance, student, employee, military serial.</summary>
internal static class LabelledNumber
{
    public static PersonalDataMatch? Find(ref NumberSite site)
    {
        var groups = site.Groups;
        var used = 1;
        var digits = groups.LengthOf(0);
        while (used < Math.Min(4, groups.Count) && groups.Separator(used - 1) == '-')
        {
            digits += groups.LengthOf(used++);
        }

        var end = groups.EndOf(used - 1);
        if (digits is < 4 or > 14 || TextFold.At(site.Text, end) is '원' or '년' or '월' || (TextFold.At(site.Text, end) is ',' or '.' && TextFold.IsDigit(site.Text, end + 1)))
        {
            return null;
        }

        if (digits >= 10 && !site.IsAttached && site.IsLabelled(LabelKind.Account, end))
        {
            return site.Match(PersonalDataKind.AccountNumber, end, Medium);
        }

        if (digits == 11 && site.IsLabelled(LabelKind.Insurance, end))
        {
            return site.Match(PersonalDataKind.Other, end, Medium);
        }

        return (digits is >= 5 and <= 10 && site.IsBehind(LabelKind.Student)) || (digits is >= 7 and <= 10 && site.IsBehind(LabelKind.Military))
            ? site.Match(PersonalDataKind.Other, end, Medium)
            : digits <= 10 && site.IsBehind(LabelKind.Employee) ? WithPrefix(ref site, end)
            : null;
    }

    // E12345, HR-0042
    private static PersonalDataMatch WithPrefix(ref NumberSite site, int end)
    {
        var start = site.Start;
        if (TextFold.At(site.Text, start - 1) == '-' && TextFold.IsAsciiLetter(site.Text, start - 2))
        {
            start--;
        }

        var letters = 0;
        while (letters < 3 && TextFold.IsAsciiLetter(site.Text, start - 1 - letters))
        {
            letters++;
        }

        start = TextFold.IsAsciiLetter(site.Text, start - 1 - letters) ? site.Start : start - letters;
        return new(PersonalDataKind.Other, start, end - start, Medium);
    }
}
