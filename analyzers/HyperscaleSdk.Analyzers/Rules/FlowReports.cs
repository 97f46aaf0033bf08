using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Threading;
using HyperscaleSdk.Analyzers.Ai;
using HyperscaleSdk.Analyzers.Flow;
using HyperscaleSdk.Analyzers.Policies;
using HyperscaleSdk.Localization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace HyperscaleSdk.Analyzers.Rules;

/// <summary>Turns what reaches a sink into diagnostics: one per rule and sink argument.</summary>
internal sealed class FlowReports(FlowEngine engine, ProjectPolicy policy, ISymbol owner, CancellationToken cancellationToken)
{
    /// <summary>Diagnostic property: the kinds of data as numbers of <see cref="PersonalDataKind"/>, separated by <c>;</c>.</summary>
    public const string KindsProperty = "Kinds";

    private readonly FlowEngine _engine = engine;
    private readonly ProjectPolicy _policy = policy;
    private readonly ISymbol _owner = owner;
    private readonly string? _purpose = AiPurposes.Of(owner);
    private readonly CancellationToken _cancellationToken = cancellationToken;

    // A method that calls a client often asks the same of it each time.
    private readonly Dictionary<FlowInput, FlowValue> _ambient = [];
    private readonly Dictionary<FlowInput, FlowValue> _clients = [];
    private readonly Dictionary<ISymbol, bool> _guarded = new(SymbolEqualityComparer.Default);
    private bool? _isEntry;

    /// <summary>What a hit breaks and nobody answers for.</summary>
    public IEnumerable<Diagnostic> Of(FlowHit hit, FlowSummary summary) =>
        Found(hit, summary).Where(diagnostic => !_policy.IsSuppressed(diagnostic.Id, diagnostic.Location));

    private IEnumerable<Diagnostic> Found(FlowHit hit, FlowSummary summary)
    {
        if (hit.SentElsewhere is { } members && !members.Any(member => _engine.SentMembers.Contains(member, _owner.ContainingType, _cancellationToken)))
        {
            yield break;
        }

        if (hit.Host is { } host && !host.Holds(FlowLabel.ProviderHost))
        {
            if (Ambient(host).Origins.FirstOrDefault(origin => origin.Kind == FlowLabel.ProviderHost) is not { } provider)
            {
                yield break;
            }

            hit = hit with { Sink = hit.Sink with { ProviderId = provider.Name } };
        }

        var ambient = Ambient(hit.Value);
        var origins = hit.Value.Origins.Where(origin => origin.Place is not { } place || !_engine.Overwritten.Contains(place, _cancellationToken)).ToImmutableArray()
            .AddRange(ambient.Origins.Where(origin => !hit.Value.Holds(origin.Kind)));
        if (origins.IsEmpty || Held(hit.Client, _clients, isData: false).IsGuarded || IsGuarded(hit))
        {
            yield break;
        }

        var reportedThere = hit.Ambient is null ? FlowValue.Unknown : _engine.Ambient.Of(hit.AmbientOf, hit.Ambient, _cancellationToken);
        var open = WithoutConsented(origins.Where(origin => !reportedThere.Holds(origin.Kind)).ToImmutableArray(), hit);
        foreach (var group in open.Where(origin => !IsAllowed(origin.Kind, hit.Sink)).GroupBy(origin => PersonalDataFlowRules.For(origin.Kind, hit.Sink.Kind)).Where(group => group.Key is not null).OrderBy(group => group.Key!.Id, System.StringComparer.Ordinal))
        {
            yield return Create(group.Key!, hit, [.. group], summary.Values);
        }

        var data = open.Where(origin => FlowLabel.IsPersonalData(origin.Kind)).ToImmutableArray();
        var certain = data.Where(origin => origin.Confidence > PersonalDataConfidence.Weak).ToImmutableArray();
        if (hit.Sink.Kind == FlowSinkKind.AiCall && !certain.IsEmpty && hit.Sink.ProviderId is { } receiver && ProviderHosts.RefusesPersonalData(receiver))
        {
            yield return Create(DestinationAnalyzer.TakesNoPersonalData, hit, certain, summary.Values);
        }

        if (hit.Sink.Kind == FlowSinkKind.AiCall && !data.IsEmpty && IsAbroadWithoutBasis(hit.Sink.ProviderId))
        {
            yield return Create(PersonalDataFlowRules.Abroad, hit, data, summary.Values);
        }
    }

    // The guardian's consent is the basis for the child's name as well; not for what needs a consent or a law of its own.
    private static ImmutableArray<FlowOrigin> WithoutConsented(ImmutableArray<FlowOrigin> origins, FlowHit hit)
    {
        var children = origins.Where(origin => origin.Kind == FlowLabel.Child).Select(origin => origin.Read).ToImmutableHashSet();
        return children.IsEmpty || !ConsentChecks.Precede(hit.At)
            ? origins
            : origins.RemoveAll(origin => origin.Kind == FlowLabel.Child
                || (children.Contains(origin.Read) && PersonalDataFlowRules.For(origin.Kind, hit.Sink.Kind)?.Id == RuleIdentifiers.PersonalDataToAi));
    }

    private bool IsAllowed(PersonalDataKind kind, FlowSink sink) =>
        sink.Kind == FlowSinkKind.AiCall && FlowLabel.IsPersonalData(kind) && _policy.Allows(kind, sink.ProviderId, _purpose);

    // What the register says counts; without an entry only suppliers that are known to be abroad are.
    private bool IsAbroadWithoutBasis(string? provider) => provider is not null
        && (_policy.Find(provider) is null ? ProviderHosts.IsAbroad(provider) : !_policy.AllowsDestination(provider));

    private Diagnostic Create(DiagnosticDescriptor rule, FlowHit hit, ImmutableArray<FlowOrigin> origins, FlowValues values)
    {
        var carriers = new List<SyntaxNode>();
        List<int> kinds = [.. origins.Select(origin => (int)origin.Kind).Distinct()];
        kinds.Sort();
        foreach (var kind in kinds)
        {
            carriers.AddRange(FlowCarriers.Find(hit.At, (PersonalDataKind)kind, values).Where(carrier => !carriers.Contains(carrier)));
        }

        carriers.Sort((left, right) => left.SpanStart.CompareTo(right.SpanStart));
        return Diagnostic.Create(
            rule,
            PlaceOf(carriers[0]),
            PersonalDataFlowRules.Severity(rule, origins.Max(origin => origin.Confidence), _policy.IsPublicSector),
            Trace(origins, hit),
            FlowCarriers.ToProperties(carriers).Add(KindsProperty, string.Join(";", kinds.Select(kind => kind.ToString(CultureInfo.InvariantCulture)))),
            rule.Id == RuleIdentifiers.EntityInPrompt ? origins[0].Name : CarrierName(origins),
            KindNames.Of(kinds),
            hit.Sink.Name);
    }

    // Inside a text of several lines no comment can stand: the whole of it is the place.
    private static Location PlaceOf(SyntaxNode carrier)
    {
        var text = carrier.Ancestors().TakeWhile(node => node is not StatementSyntax).OfType<InterpolatedStringExpressionSyntax>().LastOrDefault();
        return text is not null && StartLine(text) != StartLine(carrier) ? text.GetLocation() : carrier.GetLocation();
    }

    private static int StartLine(SyntaxNode node) => node.GetLocation().GetLineSpan().StartLinePosition.Line;

    private FlowValue Ambient(FlowValue value) => Held(value, _ambient, isData: true);

    /// <summary>What members of <c>this</c> and static members bring, whichever method put it there.</summary>
    private FlowValue Held(FlowValue value, Dictionary<FlowInput, FlowValue> known, bool isData)
    {
        FlowValue? all = null;
        foreach (var input in value.Inputs.Where(input => input.Parameter < 0))
        {
            if (!known.TryGetValue(input, out var held))
            {
                known.Add(input, held = _engine.Ambient.Of(_owner.ContainingType, input, _cancellationToken, isData && input.Path.Length > 0 && (_isEntry ??= IsEntry())));
            }

            all = all is null ? held : all.Join(held);
        }

        return all ?? FlowValue.Unknown;
    }

    // A hosted service's loop: no code calls it, so that no caller can report what it reads.
    private bool IsEntry() => _owner is IMethodSymbol { MethodKind: MethodKind.Ordinary } method
        && _engine.Ambient.MethodsThatMention(method.Name, _cancellationToken).All(other => SymbolEqualityComparer.Default.Equals(other, method));

    private bool IsGuarded(FlowHit hit)
    {
        // What happens to a local client is known; what is injected is decided where it is registered.
        if (hit.Client.Inputs.IsEmpty)
        {
            return false;
        }

        if (_engine.InjectsGuardedClients && hit.Client.Inputs.All(input => input.Parameter == FlowInput.This))
        {
            return true;
        }

        if (hit.Sink.ClientSyntax is not { } client || !_engine.Compilation.ContainsSyntaxTree(client.SyntaxTree))
        {
            return false;
        }

        var model = _engine.Bodies.ModelOf(client.SyntaxTree);
        var symbol = model.GetSymbolInfo(client, _cancellationToken).Symbol;
        if (symbol is ILocalSymbol || (symbol is not IFieldSymbol && !hit.Sink.Syntax.Contains(hit.At)))
        {
            return false;
        }

        if (symbol is not (IFieldSymbol or IParameterSymbol))
        {
            return IsBuiltGuarded(client, model);
        }

        if (!_guarded.TryGetValue(symbol, out var isGuarded))
        {
            _guarded.Add(symbol, isGuarded = IsBuiltGuarded(client, model));
        }

        return isGuarded;
    }

    private bool IsBuiltGuarded(SyntaxNode client, SemanticModel model) => _engine.Clients.Trace(client, model, _cancellationToken).Has(ClientSteps.PersonalDataGuard);

    private static object CarrierName(ImmutableArray<FlowOrigin> origins)
    {
        var named = origins.FirstOrDefault(origin => origin.Name.Length > 0);

        // The text of a literal is the number itself: it must not get into the build log.
        return named is null ? new BilingualText("A string literal", "문자열 리터럴") : $"'{named.Name}'";
    }

    /// <summary>The declaration and the reading expression of each source, then the call that sends, in flow order.</summary>
    private static IEnumerable<Location> Trace(ImmutableArray<FlowOrigin> origins, FlowHit hit)
    {
        var seen = new HashSet<(string, TextSpan)>();
        var steps = origins.SelectMany(origin => new[] { origin.Declaration, origin.Read });
        if (!hit.Sink.Syntax.Contains(hit.At))
        {
            steps = steps.Append(hit.Sink.Syntax.GetLocation());
        }

        foreach (var location in steps)
        {
            if (location is not null && seen.Add((location.SourceTree?.FilePath ?? string.Empty, location.SourceSpan)))
            {
                yield return location;
            }
        }
    }
}
