namespace HyperscaleSdk.Policies;

/// <summary>The ids of what can be wrong with a policy. Each has a page in <c>docs/rules</c>.</summary>
public static class PolicyProblemIds
{
    /// <summary>The text is not JSON.</summary>
    public const string Unreadable = "HSAI2001";

    /// <summary>A member stands twice in one object.</summary>
    public const string DuplicateKey = "HSAI2002";

    /// <summary>The text is larger or deeper than a policy needs to be.</summary>
    public const string LimitExceeded = "HSAI2003";

    /// <summary>A member that a policy does not have.</summary>
    public const string UnknownMember = "HSAI2004";

    /// <summary>A value of the wrong type or form.</summary>
    public const string WrongValue = "HSAI2005";

    /// <summary>A word that is none of those that may stand there.</summary>
    public const string UnknownWord = "HSAI2006";

    /// <summary>A member that has to be there is missing.</summary>
    public const string MissingMember = "HSAI2007";

    /// <summary>An id stands twice.</summary>
    public const string DuplicateId = "HSAI2008";

    /// <summary>An id that is nowhere defined.</summary>
    public const string UnknownId = "HSAI2009";

    /// <summary>A resident registration number without a statute, or let through by the guard.</summary>
    public const string ResidentNumberBasis = "HSAI2010";

    /// <summary>A unique identifier or sensitive information without separate consent or a statute.</summary>
    public const string SpecialDataBasis = "HSAI2011";

    /// <summary>A transfer out of Korea lacks an item that the law asks for.</summary>
    public const string IncompleteTransfer = "HSAI2012";

    /// <summary>A suppression or voucher has expired.</summary>
    public const string Expired = "HSAI2013";

    /// <summary>A suppression lacks its justification or its end.</summary>
    public const string UnjustifiedSuppression = "HSAI2014";

    /// <summary>Dates or amounts that contradict each other.</summary>
    public const string Contradiction = "HSAI2015";

    /// <summary>The project has several policy files.</summary>
    public const string SeveralPolicies = "HSAI2016";

    /// <summary>A text that starts with TODO: somebody still has to fill it in.</summary>
    public const string Placeholder = "HSAI2017";
}
