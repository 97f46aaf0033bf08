namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>What is followed besides personal data. The numbers lie above those of <see cref="PersonalDataKind"/>.</summary>
internal static class FlowLabel
{
    /// <summary>Text that a model wrote.</summary>
    public const PersonalDataKind ModelOutput = (PersonalDataKind)24;

    /// <summary>The address of an AI supplier: an HTTP call that it reaches is an AI call.</summary>
    public const PersonalDataKind ProviderHost = (PersonalDataKind)25;

    /// <summary>The table that leads back from pseudonyms to people (PIPA art. 28-4).</summary>
    public const PersonalDataKind PseudonymMap = (PersonalDataKind)26;

    /// <summary>Data of a child under 14 (PIPA art. 22-2).</summary>
    public const PersonalDataKind Child = (PersonalDataKind)27;

    /// <summary>The text of a whole object that has classified members.</summary>
    public const PersonalDataKind Entity = (PersonalDataKind)28;

    /// <summary>A pseudonym of such a table's entry. With the person of an entry in one text it is the table.</summary>
    public const PersonalDataKind PseudonymKey = (PersonalDataKind)29;

    /// <summary>The person of such a table's entry.</summary>
    public const PersonalDataKind PseudonymValue = (PersonalDataKind)30;

    /// <summary>Bits of all kinds of personal data.</summary>
    public const uint AllPersonalData = (1u << ((int)PersonalDataKind.Other + 1)) - 1;

    public static bool IsPersonalData(PersonalDataKind kind) => kind <= PersonalDataKind.Other;

    /// <summary>A table of pseudonyms, or a part of one.</summary>
    public static bool IsOfPseudonyms(PersonalDataKind kind) => kind is PseudonymMap or PseudonymKey or PseudonymValue;

    public static uint Bit(PersonalDataKind kind) => 1u << (int)kind;
}
