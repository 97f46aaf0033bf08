using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using HyperscaleSdk.Analyzers;
using HyperscaleSdk.Analyzers.Ai;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace HyperscaleSdk.CodeFixes;

/// <summary>HSAI0001, 0002, 0004, 0005, 0007: appends <c>.UsePersonalDataGuard()</c> to what makes the client.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(GuardClientCodeFixProvider))]
[Shared]
public sealed class GuardClientCodeFixProvider : ClientStepCodeFixProvider
{
    /// <summary>Makes the fix.</summary>
    public GuardClientCodeFixProvider()
        : base(FixTexts.UseGuard)
    {
    }

    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds => GuardSteps.Rules;

    private protected override IEnumerable<IReadOnlyList<ClientStep>> Steps(ClientChains chains, Diagnostic diagnostic, Document document) =>
        [[.. new ClientMakers(chains.Model, chains.Types, chains.CancellationToken).Of(diagnostic, chains.Root).Select(maker => new ClientStep(maker, GuardSteps.Call, IsOfBuilder: false))]];
}
