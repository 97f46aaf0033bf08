using System;
using System.Collections.Generic;
using System.Linq;
using HyperscaleSdk.Analyzers.Ai;
using HyperscaleSdk.Policies;

namespace HyperscaleSdk.Analyzers.Usage;

/// <summary>Judges a model by the descriptors of the providers and by the policy's vouchers and prices, as of a day.</summary>
/// <param name="policy">Null without a policy.</param>
/// <param name="today">Null when the build does not say: then nothing has ended.</param>
internal sealed class ModelBook(Policy? policy, PolicyDate? today)
{
    private readonly Policy? _policy = policy;
    private readonly PolicyDate? _today = today;

    /// <param name="name">The model, as it is sent.</param>
    /// <param name="provider">Provider id; null when it is not known.</param>
    /// <param name="detail">The pinned name (null when none is known), or the day of the end.</param>
    public ModelFinding Judge(string name, string? provider, out string? detail)
    {
        detail = null;
        if (ModelNames.IsAlias(name))
        {
            return ModelFinding.Alias;
        }

        // A vendor's SDK that this SDK does not describe also calls the compatible addresses of providers that it does.
        var known = KnownModels.Find(name, KnownModels.Describes(provider) ? provider : null);
        if (known.Count == 0)
        {
            return provider is not null && !IsPriced([name], [provider]) ? ModelFinding.Unpriced : ModelFinding.None;
        }

        var ends = known.Select(model => Day(model.EndOfService)).ToList();
        if (ends.TrueForAll(end => end <= _today))
        {
            detail = ends.Max()!.Value.ToString();
            return ModelFinding.Ended;
        }

        if (known.Select(model => model.PinnedNameOf(name)).ToList() is var pinned && pinned.TrueForAll(other => other is not null))
        {
            detail = pinned.Distinct(StringComparer.Ordinal).Count() == 1 ? pinned[0] : null;
            return ModelFinding.Alias;
        }

        if (ends.TrueForAll(end => end is not null) && ends.Max() is { } last && known.Any(model => OutlivedBy(model.Provider, last)))
        {
            detail = last.ToString();
            return ModelFinding.EndsEarly;
        }

        return known.All(model => !HasPrice(model)) && !IsPriced(known.SelectMany(model => model.Names), known.Select(model => model.Provider)) ? ModelFinding.Unpriced : ModelFinding.None;
    }

    private bool HasPrice(KnownModel model) => Day(model.PricedFrom) is { } from && (_today is not { } today || from <= today);

    private bool IsPriced(IEnumerable<string> names, IEnumerable<string> providers) => _policy?.Prices.Any(price =>
        names.Contains(price.Model, StringComparer.Ordinal) && providers.Contains(price.Provider, StringComparer.OrdinalIgnoreCase) && (_today is not { } today || price.Date <= today)) == true;

    // A voucher that names no supplier may pay for any.
    private bool OutlivedBy(string provider, PolicyDate end) => _policy?.Vouchers.Any(voucher => voucher.ValidUntil > end
        && (voucher.Supplier is null || string.Equals(voucher.Supplier, provider, StringComparison.OrdinalIgnoreCase))) == true;

    private static PolicyDate? Day(string? text) => PolicyDate.TryParse(text, out var day) ? day : null;
}
