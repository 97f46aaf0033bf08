using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace HyperscaleSdk;

/// <summary>Reads single values of a configuration section without reflection, and remembers which ones cannot be read.</summary>
internal sealed class ConfigurationValues(IConfiguration section)
{
    private readonly List<string> _problems = [];

    public IReadOnlyList<string> Problems => _problems;

    /// <summary>The path of the section; null when it is the root.</summary>
    public string? Section => section is IConfigurationSection { Path: { Length: > 0 } own } ? own : null;

    public string? Text(string name) => section[name] is { Length: > 0 } text ? text : null;

    public Uri? Address(string name) => Read(name, "an absolute address", static text => Uri.TryCreate(text, UriKind.Absolute, out var value) ? value : null);

    public int? Number(string name)
        => ReadValue<int>(name, "a whole number", static text => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null);

    public TimeSpan? Span(string name)
        => ReadValue<TimeSpan>(name, "a time span such as 00:01:40", static text => TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var value) ? value : null);

    public bool? Flag(string name)
        => ReadValue<bool>(name, "true or false", static text => bool.TryParse(text, out var value) ? value : null);

    public ClientRateLimits? RateLimits(string name)
    {
        var (requests, tokens, documented) = (
            Number($"{name}:{nameof(ClientRateLimits.RequestsPerMinute)}"),
            Number($"{name}:{nameof(ClientRateLimits.TokensPerMinute)}"),
            Flag($"{name}:{nameof(ClientRateLimits.UseDocumented)}") ?? Flag(name));
        return (requests ?? tokens) is null && documented != true
            ? null
            : new ClientRateLimits { RequestsPerMinute = requests, TokensPerMinute = tokens, UseDocumented = documented ?? false };
    }

    public CircuitBreaker? CircuitBreaker(string name)
    {
        var (ratio, throughput, sampling, pause) = (
            Fraction($"{name}:{nameof(HyperscaleSdk.CircuitBreaker.FailureRatio)}"),
            Number($"{name}:{nameof(HyperscaleSdk.CircuitBreaker.MinimumThroughput)}"),
            Span($"{name}:{nameof(HyperscaleSdk.CircuitBreaker.SamplingDuration)}"),
            Span($"{name}:{nameof(HyperscaleSdk.CircuitBreaker.BreakDuration)}"));
        if (Flag(name) != true && ratio is null && throughput is null && (sampling ?? pause) is null)
        {
            return null;
        }

        var standard = new CircuitBreaker();
        return new CircuitBreaker
        {
            FailureRatio = ratio ?? standard.FailureRatio,
            MinimumThroughput = throughput ?? standard.MinimumThroughput,
            SamplingDuration = sampling ?? standard.SamplingDuration,
            BreakDuration = pause ?? standard.BreakDuration,
        };
    }

    public Hedging? Hedging(string name)
    {
        var (pause, most) = (Span($"{name}:{nameof(HyperscaleSdk.Hedging.Delay)}"), Number($"{name}:{nameof(HyperscaleSdk.Hedging.MaxHedgedAttempts)}"));
        if (Flag(name) != true && pause is null && most is null)
        {
            return null;
        }

        var standard = new Hedging();
        return new Hedging { Delay = pause ?? standard.Delay, MaxHedgedAttempts = most ?? standard.MaxHedgedAttempts };
    }

    private double? Fraction(string name)
        => ReadValue<double>(name, "a number such as 0.5", static text => double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : null);

    private T? Read<T>(string name, string expected, Func<string, T?> parse)
        where T : class
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        var value = parse(text);
        if (value is null)
        {
            Remember(name, expected);
        }

        return value;
    }

    private T? ReadValue<T>(string name, string expected, Func<string, T?> parse)
        where T : struct
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        var value = parse(text);
        if (value is null)
        {
            Remember(name, expected);
        }

        return value;
    }

    private void Remember(string name, string expected)
    {
        var path = Section is { } own ? $"{own}:{name}" : name;
        _problems.Add($"'{path}' must be {expected}.");
    }
}
