namespace HyperscaleSdk.Policies;

/// <summary>Paths with <c>*</c> (within a name) and <c>**</c> (across folders). A pattern without a star covers a file or all of a folder.</summary>
internal static class PathPattern
{
    public static bool Matches(string pattern, string path)
    {
        pattern = Normalise(pattern);
        path = Normalise(path);
        if (pattern.IndexOf('*') < 0)
        {
            return path.StartsWith(pattern, StringComparison.Ordinal) && (path.Length == pattern.Length || pattern.Length == 0 || path[pattern.Length] == '/');
        }

        return MatchesFolders(pattern.Split('/'), path.Split('/'));
    }

    private static string Normalise(string path)
    {
        path = path.Replace('\\', '/');
        while (path.StartsWith("./", StringComparison.Ordinal))
        {
            path = path.Substring(2);
        }

        return path.Trim('/');
    }

    // Greedy with one way back: what a later ** can take, an earlier one need not try. So the work is bounded by the product.
    private static bool MatchesFolders(string[] pattern, string[] path)
    {
        var (p, n, back, from) = (0, 0, -1, 0);
        while (n < path.Length)
        {
            if (p < pattern.Length && pattern[p] == "**")
            {
                (back, from) = (p++, n);
            }
            else if (p < pattern.Length && MatchesName(pattern[p], path[n]))
            {
                p++;
                n++;
            }
            else if (back >= 0)
            {
                (p, n) = (back + 1, ++from);
            }
            else
            {
                return false;
            }
        }

        while (p < pattern.Length && pattern[p] == "**")
        {
            p++;
        }

        return p == pattern.Length;
    }

    private static bool MatchesName(string pattern, string name)
    {
        var (p, n, back, from) = (0, 0, -1, 0);
        while (n < name.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                (back, from) = (p++, n);
            }
            else if (p < pattern.Length && pattern[p] == name[n])
            {
                p++;
                n++;
            }
            else if (back >= 0)
            {
                (p, n) = (back + 1, ++from);
            }
            else
            {
                return false;
            }
        }

        while (p < pattern.Length && pattern[p] == '*')
        {
            p++;
        }

        return p == pattern.Length;
    }
}
