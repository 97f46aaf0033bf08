namespace HyperscaleSdk.Cli;

/// <summary>What the process returns. Part of the command line's contract: the table in docs/cli.md says the same.</summary>
internal static class ExitCodes
{
    /// <summary>Done.</summary>
    public const int Ok = 0;

    /// <summary>Done, and something was found: a document or a policy has errors.</summary>
    public const int Findings = 1;

    /// <summary>The command line or the configuration is wrong: an unknown option or provider, a missing key, a request that the provider's client refuses to send.</summary>
    public const int Usage = 2;

    /// <summary>An input cannot be read, an output cannot be written, or a port cannot be opened.</summary>
    public const int Input = 3;

    /// <summary>The provider refused or failed, or cannot be reached.</summary>
    public const int Provider = 4;

    /// <summary>The usage ledger cannot be used, or its hash chain is broken.</summary>
    public const int Ledger = 5;

    /// <summary>A defect of this program.</summary>
    public const int Defect = 70;

    /// <summary>Cancelled by Ctrl+C or SIGTERM.</summary>
    public const int Cancelled = 130;
}
