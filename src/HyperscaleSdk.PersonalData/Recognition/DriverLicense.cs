using static HyperscaleSdk.PersonalDataConfidence;

namespace HyperscaleSdk.Recognition;

/// <summary>Driver's licence numbers: region or its code, year, six digits, two digits.</summary>
internal static class DriverLicense
{
    private const int Digits = 12;

    private static readonly string[] Regions =
        ["서울", "부산", "경기", "강원", "충북", "충남", "전북", "전남", "경북", "경남", "제주", "대구", "인천", "광주", "대전", "울산", "경기남부", "경기북부"];

    public static PersonalDataMatch? Find(ref NumberSite site)
    {
        var groups = site.Groups;
        return groups.LengthOf(0) == Digits ? Plain(ref site)
            : groups.Lengths(2, 2, 6, 2) ? Split(ref site)
            : groups.Lengths(2, 6, 2) ? Named(ref site)
            : Scattered(ref site);
    }

    private static PersonalDataMatch? Split(ref NumberSite site)
    {
        var groups = site.Groups;
        if (!IsRegion(groups.Number(0)) || groups.Separator(3) == '-')
        {
            return null;
        }

        var end = groups.EndOf(3);
        if (site.IsLabelled(LabelKind.License, end))
        {
            return site.Match(PersonalDataKind.DriverLicenseNumber, end, Strong);
        }

        return groups.AreJoinedBy('-', 4) && !site.IsAttached && !site.IsThingBeside ? site.Match(PersonalDataKind.DriverLicenseNumber, end, Medium) : null;
    }

    // 11-12-12345663, under its label.
    private static PersonalDataMatch? Scattered(ref NumberSite site)
    {
        var groups = site.Groups;
        var digits = groups.LengthOf(0);
        var used = 1;
        while (digits < Digits && used < groups.Count)
        {
            digits += groups.LengthOf(used++);
        }

        return digits == Digits && used > 1 && groups.LengthOf(0) >= 2 && IsRegion(groups.Number(0, 0, 2)) && groups.Separator(used - 1) != '-' && site.Before == LabelKind.License
            ? site.Match(PersonalDataKind.DriverLicenseNumber, groups.EndOf(used - 1), Strong)
            : null;
    }

    private static PersonalDataMatch? Plain(ref NumberSite site)
    {
        var end = site.Groups.EndOf(0);
        if (!IsRegion(site.Groups.Number(0, 0, 2)) || site.Groups.Separator(0) == '-')
        {
            return null;
        }

        return site.IsLabelled(LabelKind.License, end) ? site.Match(PersonalDataKind.DriverLicenseNumber, end, Strong)
            : site.Alone ? site.Match(PersonalDataKind.DriverLicenseNumber, end, Weak)
            : null;
    }

    // 서울 12-345678-90: the form before the codes.
    private static PersonalDataMatch? Named(ref NumberSite site)
    {
        var groups = site.Groups;
        if (!groups.AreJoinedBy('-', 3) || groups.Separator(2) == '-' || site.IsAttached)
        {
            return null;
        }

        var end = groups.EndOf(2);
        return site.IsLabelled(LabelKind.License, end) ? site.Match(PersonalDataKind.DriverLicenseNumber, end, Strong)
            : FollowsRegion(site.Text, site.Start) && !site.IsThing ? site.Match(PersonalDataKind.DriverLicenseNumber, end, Medium)
            : null;
    }

    private static bool FollowsRegion(ReadOnlySpan<char> text, int start)
    {
        var before = text.Slice(0, start);
        before = before.Slice(0, TextFold.At(text, start - 1) is ' ' or '-' ? start - 1 : start);
        foreach (var region in Regions)
        {
            if (before.EndsWith(region.AsSpan(), StringComparison.Ordinal)
                && (before.Length == region.Length || !TextFold.IsHangul(before[before.Length - region.Length - 1])))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsRegion(int code) => code is (>= 11 and <= 26) or 28;
}
