using static HyperscaleSdk.PersonalDataConfidence;

namespace HyperscaleSdk.Recognition;

/// <summary>Coordinates and IPv4 addresses that a label calls so.</summary>
internal static class PersonLocation
{
    private const int FewestDecimals = 3;

    public static PersonalDataMatch? Find(ref NumberSite site)
    {
        var groups = site.Groups;
        if (groups.LengthOf(0) > 3 || groups.Separator(0) != '.')
        {
            return null;
        }

        return groups.Count >= 4 && groups.AreJoinedBy('.', 4) ? Address(ref site) : Coordinate(ref site);
    }

    private static PersonalDataMatch? Address(ref NumberSite site)
    {
        var groups = site.Groups;
        for (var group = 0; group < 4; group++)
        {
            if (groups.LengthOf(group) > 3 || groups.Number(group) > 255)
            {
                return null;
            }
        }

        var first = groups.Number(0);
        // A network, a longer version number, and addresses that no other machine has.
        if (groups.Separator(3) is '.' or '/' or '-' || first is 0 or 127 or 255 || site.Before != LabelKind.Ip)
        {
            return null;
        }

        var inside = first == 10 || (first == 192 && groups.Number(1) == 168) || (first == 172 && groups.Number(1) is >= 16 and <= 31);
        return site.Match(PersonalDataKind.Location, groups.EndOf(3), inside ? Weak : Medium);
    }

    private static PersonalDataMatch? Coordinate(ref NumberSite site)
    {
        var end = DecimalEnd(site.Text, site.Start);
        if (end < 0 || site.Groups.Number(0) > 180 || !site.IsBehind(LabelKind.Coordinate))
        {
            return null;
        }

        var next = end;
        while (next - end < 2 && TextFold.At(site.Text, next) is ',' or ' ' or '/')
        {
            next++;
        }

        next += TextFold.At(site.Text, next) == '-' ? 1 : 0;
        var second = next > end ? DecimalEnd(site.Text, next) : -1;
        return site.Match(PersonalDataKind.Location, Math.Max(end, second), Medium);
    }

    private static int DecimalEnd(ReadOnlySpan<char> text, int start)
    {
        var position = start;
        while (position - start < 3 && TextFold.IsDigit(text, position))
        {
            position++;
        }

        if (position == start || TextFold.At(text, position) != '.')
        {
            return -1;
        }

        var decimals = ++position;
        while (position - decimals < 15 && TextFold.IsDigit(text, position))
        {
            position++;
        }

        return position - decimals >= FewestDecimals && !TextFold.IsAsciiLetter(text, position) && !TextFold.IsDigit(text, position) ? position : -1;
    }
}
