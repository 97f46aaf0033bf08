namespace HyperscaleSdk.Recognition;

/// <summary>What a word beside a number says about the number.</summary>
internal enum LabelKind
{
    /// <summary>No known word stands by.</summary>
    None,

    /// <summary>A word that says nothing about a number, and hides the words before it.</summary>
    Neutral,

    /// <summary>An order, a product, a time stamp: no person's number.</summary>
    Thing,

    /// <summary>Corporate registration number.</summary>
    Corporate,

    /// <summary>Business registration number.</summary>
    Business,

    /// <summary>Resident registration number.</summary>
    Resident,

    /// <summary>Its first six digits.</summary>
    ResidentFront,

    /// <summary>Its last seven digits.</summary>
    ResidentBack,

    /// <summary>Foreigner registration number.</summary>
    Foreigner,

    /// <summary>Passport.</summary>
    Passport,

    /// <summary>Driver's licence.</summary>
    License,

    /// <summary>Telephone.</summary>
    Phone,

    /// <summary>Payment card.</summary>
    Card,

    /// <summary>Bank account.</summary>
    Account,

    /// <summary>Date of birth.</summary>
    Birth,

    /// <summary>Health-insurance card.</summary>
    Insurance,

    /// <summary>Vehicle plate.</summary>
    Plate,

    /// <summary>Military serial number.</summary>
    Military,

    /// <summary>Student number.</summary>
    Student,

    /// <summary>Employee number.</summary>
    Employee,

    /// <summary>Latitude, longitude or both.</summary>
    Coordinate,

    /// <summary>IP address.</summary>
    Ip,
}
