namespace HyperscaleSdk.Policies;

/// <summary>How far data of a public institution may go (N2SF), from the widest to the narrowest.</summary>
public enum DataGrade
{
    /// <summary>O, 공개.</summary>
    Open,

    /// <summary>S, 민감.</summary>
    Sensitive,

    /// <summary>C, 기밀.</summary>
    Classified,
}
