using System;
using System.Collections.Concurrent;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>What the project's own masks take away: each is tried on examples, once for the constants that it is called with.</summary>
internal sealed class TextMasks(FlowEngine engine)
{
    private const string Signs = "*#●○•Xx＊";

    private readonly FlowEngine _engine = engine;
    private readonly ConcurrentDictionary<IMethodSymbol, ConcurrentDictionary<string, (uint Gone, uint Shortened)>> _tried = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<IMethodSymbol, bool> _mayMask = new(SymbolEqualityComparer.Default);

    /// <summary>The method gives a text, and its code has a character that masks are made of, cuts a text, or tells digits from letters.</summary>
    public bool MayBeMask(IMethodSymbol method) =>
        method is { ReturnType.SpecialType: SpecialType.System_String, DeclaringSyntaxReferences.Length: > 0 } && _mayMask.GetOrAdd(method, LooksLikeMask);

    /// <param name="method">The method.</param>
    /// <param name="text">Which argument is the text, or the record with it; less than zero for the receiver.</param>
    /// <param name="isText">It is a text, and no record.</param>
    /// <param name="constants">The other arguments.</param>
    /// <param name="cancellationToken">Stops the trial.</param>
    /// <returns>The bits of the kinds that are gone, and of the numbers of which birth date and sex are left; none for what cannot be tried.</returns>
    public (uint Gone, uint Shortened) Of(IMethodSymbol method, int text, bool isText, object?[] constants, CancellationToken cancellationToken)
    {
        var key = text + ":" + string.Join("\n", constants.Select(value => value is null ? "null" : value.GetType().Name + value));
        return _tried.GetOrAdd(method, _ => new(StringComparer.Ordinal)).GetOrAdd(key, _ => Try(method, text, isText, constants, cancellationToken));
    }

    private (uint Gone, uint Shortened) Try(IMethodSymbol method, int text, bool isText, object?[] constants, CancellationToken cancellationToken)
    {
        var trial = new TextTrial(_engine, cancellationToken);
        object Example(PersonalDataKind kind, string example) => isText ? example : new TrialObject(_engine.Sources, kind, example);

        // One form may be nothing because it is not the one that is asked for: then nothing is masked, something is refused. Account
        // numbers have as many digits as the bank likes: a mask for some is none.
        return MaskExamples.Try(
            (kind, example) => trial.IsEndless ? null
                : text < 0 ? trial.Run(method, Example(kind, example), constants)
                : trial.Run(method, receiver: null, [.. constants.Select((value, ordinal) => ordinal == text ? Example(kind, example) : value)]),
            ofOneForm: (kind, rest) => kind != PersonalDataKind.AccountNumber && rest.IndexOfAny(Signs.ToCharArray()) >= 0);
    }

    private static bool LooksLikeMask(IMethodSymbol method) => method.DeclaringSyntaxReferences.Any(declaration => declaration.GetSyntax().DescendantNodes().Any(IsOfMask));

    private static bool IsOfMask(SyntaxNode node) => node switch
    {
        LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression or (int)SyntaxKind.CharacterLiteralExpression } literal => HasSign(literal.Token.ValueText),
        InterpolatedStringTextSyntax text => HasSign(text.TextToken.ValueText),
        IdentifierNameSyntax { Identifier.ValueText: "Regex" or "Substring" or "Remove" or "Slice" or "AsSpan" or "IsDigit" or "IsAsciiDigit" or "IsNumber" or "IsLetter" } or RangeExpressionSyntax => true,
        _ => false,
    };

    private static bool HasSign(string text) => text.IndexOfAny((Signs + "-").ToCharArray()) >= 0;
}
