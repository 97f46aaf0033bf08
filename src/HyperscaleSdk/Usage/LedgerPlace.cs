namespace HyperscaleSdk;

/// <summary>What a client under a ledger answers to <c>GetService</c>: where its calls are written, and how.</summary>
internal sealed record LedgerPlace(IUsageLedger Ledger, UsageLedgerOptions Options);
