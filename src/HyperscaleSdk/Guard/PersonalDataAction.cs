namespace HyperscaleSdk;

/// <summary>What the guard does with personal data of a kind before a request is sent.</summary>
public enum PersonalDataAction
{
    /// <summary>Nothing is sent; the call throws <see cref="PersonalDataBlockedException"/>.</summary>
    Block,

    /// <summary>Replaced by a mark such as <c>[주민등록번호]</c>; cannot be undone.</summary>
    Mask,

    /// <summary>Replaced by a placeholder such as <c>[[PHONE-KQXRTB]]</c>, and put back in the answer.</summary>
    Placeholder,

    /// <summary>Sent as it is.</summary>
    Allow,
}
