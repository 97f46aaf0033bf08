using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace HyperscaleSdk;

/// <summary>
/// The hash that chains the rows: SHA-256 over the canonical text of a row, which ends with the hash of the row before.
/// </summary>
/// <remarks>
/// The canonical text is UTF-8 without byte-order mark: the line <c>hyperscale-usage-row 1</c> (<c>2</c> when the row has
/// <see cref="UsageRow.PersonalData"/>; without it that field's line is left out), then one line per field in a
/// fixed order, each closed by LF. A field that is null is its name alone; any other is <c>name=value</c>, where backslash, CR and LF
/// are written <c>\\</c>, <c>\r</c>, <c>\n</c>. Numbers are plain decimal digits with a point and without trailing zeros, times are
/// UTC with seven decimals and <c>Z</c>, dates are <c>yyyy-MM-dd</c>. Nothing depends on the culture.
/// </remarks>
public static class UsageRowHash
{
    /// <summary>Stands for the hash before the first row: 64 zeros.</summary>
    public const string Genesis = "0000000000000000000000000000000000000000000000000000000000000000";

    private const string Header = "hyperscale-usage-row 1\n";
    private const string HeaderWithPersonalData = "hyperscale-usage-row 2\n";

    /// <summary>Computes the hash of a row from all its fields but <see cref="UsageRow.Hash"/>.</summary>
    /// <param name="row">The row, with its number and previous hash.</param>
    /// <returns>64 lower-case hexadecimal digits.</returns>
    public static string Compute(UsageRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Canonical(row))));
    }

    /// <summary>The text that is hashed.</summary>
    /// <param name="row">The row, with its number and previous hash.</param>
    public static string Canonical(UsageRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        var text = new StringBuilder(row.PersonalData is null ? Header : HeaderWithPersonalData, 1024);
        Append(text, "number", Format(row.Number));
        Append(text, "kind", row.Kind.ToString());
        Append(text, "callId", row.CallId.ToString("D"));
        Append(text, "reversesRow", Format(row.ReversesRow));
        Append(text, "provider", row.Provider);
        Append(text, "operation", row.Operation);
        Append(text, "requestedModel", row.RequestedModel);
        Append(text, "servedModel", row.ServedModel);
        Append(text, "requestId", row.RequestId);
        Append(text, "attempt", Format(row.Attempt));
        Append(text, "streaming", row.Streaming ? "true" : "false");
        Append(text, "startedAt", Format(row.StartedAt));
        Append(text, "endedAt", Format(row.EndedAt));
        Append(text, "inputTokens", Format(row.InputTokens));
        Append(text, "outputTokens", Format(row.OutputTokens));
        Append(text, "cachedInputTokens", Format(row.CachedInputTokens));
        Append(text, "reasoningTokens", Format(row.ReasoningTokens));
        Append(text, "unitSource", row.UnitSource.ToString());
        Append(text, "inputPriceKrwPerMillion", Format(row.Price?.InputPerMillion));
        Append(text, "outputPriceKrwPerMillion", Format(row.Price?.OutputPerMillion));
        Append(text, "cachedInputPriceKrwPerMillion", Format(row.Price?.CachedInputPerMillion));
        Append(text, "priceEffectiveFrom", row.Price?.EffectiveFrom.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Append(text, "priceSource", row.Price?.Source);
        Append(text, "costKrw", Format(row.CostKrw));
        Append(text, "purpose", row.Purpose);
        Append(text, "voucherId", row.VoucherId);
        Append(text, "outcome", row.Outcome.ToString());
        Append(text, "errorCode", row.ErrorCode);
        Append(text, "httpStatus", Format(row.HttpStatus));
        Append(text, "reason", row.Reason);
        if (row.PersonalData is { } counts)
        {
            // Rows without counts keep the text, and the hash, that they had before there was this field.
            Append(text, "personalData", counts.ToString());
        }

        Append(text, "previousHash", row.PreviousHash);
        return text.ToString();
    }

    /// <summary>Writes a number as the canonical text has it: no exponent, no trailing zeros, a point.</summary>
    /// <param name="value">The number; <see langword="null"/> stays null.</param>
    public static string? Format(decimal? value) => value?.ToString("0.############################", CultureInfo.InvariantCulture);

    /// <summary>Writes a moment as the canonical text has it: UTC with seven decimals.</summary>
    /// <param name="value">The moment.</param>
    public static string Format(DateTimeOffset value) =>
        value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture);

    private static string? Format(long? value) => value?.ToString(CultureInfo.InvariantCulture);

    private static void Append(StringBuilder text, string name, string? value)
    {
        text.Append(name);
        if (value is not null)
        {
            text.Append('=').Append(value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\r", "\\r", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal));
        }

        text.Append('\n');
    }
}
