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

        var words = new IdentifierWords(identifier);
        return words.FindStrong() ?? words.FindHangul(HangulAliases.Strong, weak: false) ?? words.FindWeak() ?? words.FindHangul(HangulAliases.Weak, weak: true);
    }

    /// <summary>Says whether a type's name stands for a person: <c>Patient</c>, <c>CustomerRecord</c>, <c>회원</c>; not <c>UserService</c>.</summary>
    /// <param name="typeName">The simple name of a type.</param>
    /// <returns>True when one of its words names a person and its last word names nothing else.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="typeName"/> is null.</exception>
    public static bool IsPerson(string typeName)
    {
        if (typeName is null)
        {
            throw new ArgumentNullException(nameof(typeName));
        }

        var tokens = IdentifierTokens.Split(typeName);
        if (tokens.Count > 1 && NameWords.NotPersonTypes.Contains(tokens[tokens.Count - 1]))
        {
            return false;
        }

        for (var i = 0; i < tokens.Count; i++)
        {
            // HttpClient and ChatClient are no people; Client and ClientInfo are.
            if (IsPersonWord(tokens[i]) && !(i > 0 && tokens[i] is "client" or "agent" or "owner" or "holder" or "driver"))
            {
                return true;
            }
        }

        return tokens.Count > 1 && tokens[0] is "account" && tokens[1] is "holder" or "owner";
    }

    /// <summary>Says whether a type's name stands for a thing, a firm or a place: <c>Product</c>, <c>BranchOffice</c>.</summary>
    /// <param name="typeName">The simple name of a type.</param>
    /// <returns>True when its last word names one.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="typeName"/> is null.</exception>
    public static bool IsThing(string typeName) => EndsIn(typeName, NameWords.Things) || IsPlace(typeName) || IsMachine(typeName);

    /// <summary>A firm or a place: <c>BranchOffice</c>.</summary>
    internal static bool IsPlace(string typeName) => EndsIn(typeName, NameWords.Places);

    /// <summary>A machine: <c>FeedPump</c>.</summary>
    internal static bool IsMachine(string typeName) => EndsIn(typeName, NameWords.Machines);

    /// <summary>One of the words names no person: <c>FileEntry</c>, <c>MethodRow</c>. Of all others a full name is a person's.</summary>
    internal static bool SpeaksOfThings(string typeName) => IsThing(typeName) || IdentifierTokens.Split(typeName).Exists(NameWords.NotPersons.Contains);

    /// <summary>A word for a person and an alias, and nothing else: <c>memberPhoneNumber</c>, <c>userEmail</c>, <c>회원주소</c>.</summary>
    internal static bool IsOfPerson(string identifier)
    {
        for (var cut = 1; cut < identifier.Length; cut++)
        {
            var person = identifier.Substring(0, cut).Trim('_').ToLowerInvariant();
            if (person.Length > 0 && IsPersonWord(person) && IsAlias(identifier.Substring(cut)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsAlias(string identifier) => Classify(identifier) switch
    {
        { Confidence: PersonalDataConfidence.Strong } => true,
        { Kind: PersonalDataKind.Phone or PersonalDataKind.Email or PersonalDataKind.Address or PersonalDataKind.BirthDate or PersonalDataKind.CardNumber or PersonalDataKind.AccountNumber } =>
            TextFold.IsHangul(identifier[identifier.Length - 1]) || WeakAliases.Latin.ContainsKey(string.Concat(IdentifierTokens.Split(identifier))),
        _ => false,
    };

    // In Hangul also as the end of a compound: 주민센터.
    private static bool EndsIn(string typeName, HashSet<string> words)
    {
        if (typeName is null)
        {
            throw new ArgumentNullException(nameof(typeName));
        }

        var tokens = IdentifierTokens.Split(typeName);
        var token = tokens.Count > 0 ? tokens[tokens.Count - 1] : string.Empty;
        for (var start = 0; start < token.Length - 1 && (start == 0 || TextFold.IsHangul(token[0])); start++)
        {
            if (words.Contains(token.Substring(start)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A word for a person; in Hangul also as the end or the beginning of a compound, 진료환자, 고객정보.</summary>
    internal static bool IsPersonWord(string token)
    {
        if (NameWords.Persons.Contains(token))
        {
            return true;
        }

        if (!TextFold.IsHangul(token[0]))
        {
            return token.Length > 3 && token[token.Length - 1] == 's' && NameWords.Persons.Contains(token.Substring(0, token.Length - 1));
        }

        foreach (var ending in new[] { "정보", "기록", "데이터", "상세", "목록" })
        {
            if (token.Length > ending.Length && token.EndsWith(ending, StringComparison.Ordinal))
            {
                token = token.Substring(0, token.Length - ending.Length);
                break;
            }
        }

        for (var start = 0; start < token.Length - 1; start++)
        {
            if (NameWords.Persons.Contains(token.Substring(start)))
            {
                return true;
            }
        }

        return false;
    }
}
