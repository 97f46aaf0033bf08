namespace HyperscaleSdk.Recognition;

/// <summary>
/// Tells from an identifier whether the value behind it is personal data. Compares whole words, never parts of words:
/// <c>coauthor</c> holds no <c>auth</c>.
/// </summary>
public static class PersonalDataNames
{
    /// <summary>Classifies an identifier.</summary>
    /// <param name="identifier">A name from code, in any casing, in Latin or Hangul letters.</param>
    /// <returns>What the name says, or null when it says nothing about personal data.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="identifier"/> is null.</exception>
    public static PersonalDataName? Classify(string identifier)
    {
        if (identifier is null)
        {
            throw new ArgumentNullException(nameof(identifier));
        }

        var tokens = IdentifierTokens.Split(identifier);
        foreach (var token in tokens)
        {
            if (PersonalDataAliases.Derived.Contains(token))
            {
                return null;
            }
        }

        return Aliased(tokens, PersonalDataAliases.Strong, weak: false)
            ?? InHangul(tokens)
            ?? Aliased(tokens, PersonalDataAliases.Weak, weak: true);
    }

    /// <summary>Says whether a type's name stands for a person: <c>Patient</c>, <c>CustomerRecord</c>, <c>회원</c>.</summary>
    /// <param name="typeName">The simple name of a type.</param>
    /// <returns>True when one of its words names a person.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="typeName"/> is null.</exception>
    public static bool IsPerson(string typeName)
    {
        if (typeName is null)
        {
            throw new ArgumentNullException(nameof(typeName));
        }

        foreach (var token in IdentifierTokens.Split(typeName))
        {
            if (token is "person" or "patient" or "customer" or "user" or "member" or "employee" or "citizen" or "applicant"
                or "client" or "student" or "resident" or "guardian" or "환자" or "고객" or "회원" or "사용자" or "직원" or "학생")
            {
                return true;
            }
        }

        return false;
    }

    private static PersonalDataName? Aliased(List<string> tokens, Dictionary<string, PersonalDataKind> aliases, bool weak)
    {
        for (var length = Math.Min(tokens.Count, PersonalDataAliases.LongestAlias); length > 0; length--)
        {
            for (var start = 0; start + length <= tokens.Count; start++)
            {
                var words = length == 1 ? tokens[start] : string.Concat(tokens.GetRange(start, length));
                if (!aliases.TryGetValue(words, out var kind) || (start > 0 && PersonalDataAliases.NotPersons.Contains(tokens[start - 1])))
                {
                    continue;
                }

                var confidence = weak ? PersonalDataConfidence.Weak
                    : length == tokens.Count ? PersonalDataConfidence.Strong
                    : PersonalDataConfidence.Medium;
                return new PersonalDataName(kind, confidence, NeedsPerson: weak);
            }
        }

        return null;
    }

    private static PersonalDataName? InHangul(List<string> tokens)
    {
        foreach (var token in tokens)
        {
            foreach (var alias in PersonalDataAliases.Hangul)
            {
                if (token.EndsWith(alias.Key, StringComparison.Ordinal))
                {
                    var whole = tokens.Count == 1 && token.Length == alias.Key.Length;
                    return new PersonalDataName(alias.Value, whole ? PersonalDataConfidence.Strong : PersonalDataConfidence.Medium, NeedsPerson: false);
                }
            }
        }

        return null;
    }
}
