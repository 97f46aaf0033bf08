using System.Text.Json;
using Microsoft.Extensions.AI;

namespace HyperscaleSdk;

/// <summary>
/// A tool whose description holds no personal data. When something below the guard invokes it, it gets the real values, and what it returns
/// is guarded in turn: the order of guard and tool loop does not matter.
/// </summary>
internal sealed class GuardedFunction : DelegatingAIFunction
{
    private readonly GuardSession _session;
    private readonly AIFunctionText _text;

    public GuardedFunction(GuardSession session, AIFunction function)
        : base(function)
    {
        _session = session;
        _text = new AIFunctionText(session, function);
    }

    public override string Description => _text.Description;

    public override JsonElement JsonSchema => _text.JsonSchema;

    public override JsonElement? ReturnJsonSchema => _text.ReturnJsonSchema;

    public override IReadOnlyDictionary<string, object?> AdditionalProperties => _text.AdditionalProperties;

    protected override async ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        var real = new AIFunctionArguments(StringComparer.Ordinal) { Services = arguments.Services, Context = arguments.Context };
        foreach (var (name, value) in arguments)
        {
            real[_session.Restore(name)] = ValueRestorer.Restore(_session, value);
        }

        var result = await base.InvokeCoreAsync(real, cancellationToken).ConfigureAwait(false);
        return ValueGuard.Guard(_session, result, key: null, Place.OfOptions("tool result"));
    }
}
