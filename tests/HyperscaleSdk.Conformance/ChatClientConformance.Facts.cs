namespace HyperscaleSdk.Conformance;

/// <content>The list of the facts.</content>
public sealed partial class ChatClientConformance
{
    /// <summary>No fact may take longer, in milliseconds.</summary>
    public const int Limit = 60_000;

    /// <summary>All facts, in the order of the table.</summary>
    public static IReadOnlyList<ConformanceFact<ChatClientConformance>> Facts { get; } =
    [
        Fact("GetService_Metadata_IsConstantAndTrue", facts => facts.GetService_Metadata_IsConstantAndTrue),
        Fact("GetService_OtherTypes_AreSelfOrNothing", facts => facts.GetService_OtherTypes_AreSelfOrNothing),
        Fact("Messages_Null_ThrowAtTheCallOnBothPaths", facts => facts.Messages_Null_ThrowAtTheCallOnBothPaths),
        One("Dispose_Twice_IsHarmlessAndLeavesTheHttpClient", ConformanceNeed.None, facts => facts.Dispose_Twice_IsHarmlessAndLeavesTheHttpClient()),
        One("Client_FiftyCallsAtOnce_EachGetsItsOwnAnswer", ConformanceNeed.None, facts => facts.Client_FiftyCallsAtOnce_EachGetsItsOwnAnswer()) with { EmulatorOnly = EmulatorOnly.Load },

        Both("Instructions_AreALeadingSystemMessage", ConformanceNeed.Roles, (facts, streaming) => facts.Instructions_AreALeadingSystemMessage(streaming)),
        One("Instructions_Blank_AreNothing", ConformanceNeed.None, facts => facts.Instructions_Blank_AreNothing()),
        Both("OptionsAndMessages_AreNeverChanged", ConformanceNeed.None, (facts, streaming) => facts.OptionsAndMessages_AreNeverChanged(streaming)),
        Both("RawRepresentationFactory_IsTheBaseAndOnlyGapsAreFilled", ConformanceNeed.OptionalTokenLimit, (facts, streaming) => facts.RawRepresentationFactory_IsTheBaseAndOnlyGapsAreFilled(streaming)),
        Both("RawRepresentationFactory_ThatMakesNothing_IsIgnored", ConformanceNeed.None, (facts, streaming) => facts.RawRepresentationFactory_ThatMakesNothing_IsIgnored(streaming)),
        Both("ModelId_OverridesTheDefaultOfOneCall", ConformanceNeed.OtherModels, (facts, streaming) => facts.ModelId_OverridesTheDefaultOfOneCall(streaming)) with { EmulatorOnly = EmulatorOnly.OtherModel },
        Both("ModelId_Unknown_IsATypedRefusalOfTheProvider", ConformanceNeed.UnknownModels, (facts, streaming) => facts.ModelId_Unknown_IsATypedRefusalOfTheProvider(streaming)),
        Both("Temperature_AboveTheLimit_IsRefusedBeforeSending", ConformanceNeed.TemperatureLimit, (facts, streaming) => facts.Temperature_AboveTheLimit_IsRefusedBeforeSending(streaming)),
        Both("OptionsThatTheProviderLacks_AreIgnoredAlike", ConformanceNeed.None, (facts, streaming) => facts.OptionsThatTheProviderLacks_AreIgnoredAlike(streaming)),
        Both("Contents_Empty_AreLeftOut", ConformanceNeed.None, (facts, streaming) => facts.Contents_Empty_AreLeftOut(streaming)),
        Both("History_WithAnAnswer_IsSentBack", ConformanceNeed.Roles, (facts, streaming) => facts.History_WithAnAnswer_IsSentBack(streaming)) with { EmulatorOnly = EmulatorOnly.Words },
        Both("Image_IsSeen", ConformanceNeed.Images, (facts, streaming) => facts.Image_IsSeen(streaming)) with { EmulatorOnly = EmulatorOnly.Picture },
        Both("File_ThatIsNoImage_IsRefusedBeforeSending", ConformanceNeed.None, (facts, streaming) => facts.File_ThatIsNoImage_IsRefusedBeforeSending(streaming)),

        One("Completion_HasEverythingThatIsKnown", ConformanceNeed.None, facts => facts.Completion_HasEverythingThatIsKnown()) with { EmulatorOnly = EmulatorOnly.Words },
        One("Completion_SaysWhyItEnded", ConformanceNeed.FinishReasons, facts => facts.Completion_SaysWhyItEnded()),
        One("Completion_HasIds", ConformanceNeed.ResponseIds, facts => facts.Completion_HasIds()),
        One("Completion_NamesTheServedModel", ConformanceNeed.ServedModel, facts => facts.Completion_NamesTheServedModel()) with { EmulatorOnly = EmulatorOnly.Snapshot },
        One("Completion_ReportsUsage", ConformanceNeed.Usage, facts => facts.Completion_ReportsUsage()),
        One("Stream_TextConcatenates_InMoreThanOnePiece", ConformanceNeed.Streaming, facts => facts.Stream_TextConcatenates_InMoreThanOnePiece()) with { EmulatorOnly = EmulatorOnly.Twice },
        One("Stream_Collected_EqualsTheCompletion", ConformanceNeed.StreamUsage, facts => facts.Stream_Collected_EqualsTheCompletion()) with { EmulatorOnly = EmulatorOnly.Twice },
        One("Stream_HasOneUsageInItsLastUpdate", ConformanceNeed.StreamUsage, facts => facts.Stream_HasOneUsageInItsLastUpdate()),
        One("Stream_UsageReportedTwice_CountsOnce", ConformanceNeed.StreamUsage, facts => facts.Stream_UsageReportedTwice_CountsOnce()) with { EmulatorOnly = EmulatorOnly.Fault },
        One("Stream_HasOneFinishReasonInItsLastUpdate", ConformanceNeed.FinishReasons, facts => facts.Stream_HasOneFinishReasonInItsLastUpdate()),
        One("Stream_IdsAreConstant", ConformanceNeed.ResponseIds, facts => facts.Stream_IdsAreConstant()) with { EmulatorOnly = EmulatorOnly.Snapshot },
        Both("MaxOutputTokens_Reached_FinishesByLength", ConformanceNeed.FinishReasons, (facts, streaming) => facts.MaxOutputTokens_Reached_FinishesByLength(streaming)),
        Both("StopSequence_EndsTheText", ConformanceNeed.StopSequences, (facts, streaming) => facts.StopSequence_EndsTheText(streaming)) with { EmulatorOnly = EmulatorOnly.Words },
        Both("Reasoning_ComesBeforeTheText", ConformanceNeed.Reasoning, (facts, streaming) => facts.Reasoning_ComesBeforeTheText(streaming)),
        Both("Reasoning_TokensAreCountedApart", ConformanceNeed.ReasoningTokens, (facts, streaming) => facts.Reasoning_TokensAreCountedApart(streaming)),
        Both("Reasoning_None_IsAlwaysPossible", ConformanceNeed.None, (facts, streaming) => facts.Reasoning_None_IsAlwaysPossible(streaming)),

        Both("Tool_IsCalledAndItsResultAnswered", ConformanceNeed.Tools, (facts, streaming) => facts.Tool_IsCalledAndItsResultAnswered(streaming)) with { EmulatorOnly = EmulatorOnly.Words },
        One("Tool_StreamedFragments_MakeTheCallOfTheCompletion", ConformanceNeed.Tools, facts => facts.Tool_StreamedFragments_MakeTheCallOfTheCompletion()) with { EmulatorOnly = EmulatorOnly.Twice },
        Both("Tools_TwoAtOnce_AreTwoCallsAndTwoResults", ConformanceNeed.Tools, (facts, streaming) => facts.Tools_TwoAtOnce_AreTwoCallsAndTwoResults(streaming)) with { EmulatorOnly = EmulatorOnly.Words },
        Both("ToolMode_None_LeavesTheToolsAlone", ConformanceNeed.Tools, (facts, streaming) => facts.ToolMode_None_LeavesTheToolsAlone(streaming)),
        Both("ToolMode_Specific_CallsThatTool", ConformanceNeed.Tools, (facts, streaming) => facts.ToolMode_Specific_CallsThatTool(streaming)),
        Both("ToolMode_Required_CallsSomeTool", ConformanceNeed.RequiredTools, (facts, streaming) => facts.ToolMode_Required_CallsSomeTool(streaming)),
        Both("JsonSchema_IsFollowed", ConformanceNeed.Schemas, (facts, streaming) => facts.JsonSchema_IsFollowed(streaming)),
        Both("Json_WithoutSchema_IsAFormatOrAnInstruction", ConformanceNeed.None, (facts, streaming) => facts.Json_WithoutSchema_IsAFormatOrAnInstruction(streaming)),

        Both("Cancelled_BeforeTheCall_SendsNothing", ConformanceNeed.None, (facts, streaming) => facts.Cancelled_BeforeTheCall_SendsNothing(streaming)),
        Both("Cancelled_WhileWaiting_CarriesTheCallersToken", ConformanceNeed.None, (facts, streaming) => facts.Cancelled_WhileWaiting_CarriesTheCallersToken(streaming)) with { EmulatorOnly = EmulatorOnly.Fault },
        Both("Cancelled_InTheMiddleOfAStream_CarriesTheCallersToken", ConformanceNeed.Streaming, (facts, byEnumerator) => facts.Cancelled_InTheMiddleOfAStream_CarriesTheCallersToken(byEnumerator)) with { EmulatorOnly = EmulatorOnly.Fault },
        One("Stream_LeftEarly_LeavesTheClientUsable", ConformanceNeed.Streaming, facts => facts.Stream_LeftEarly_LeavesTheClientUsable()),

        Both("Stream_CutBeforeItsEnd_IsATypedFailure", ConformanceNeed.Streaming, (facts, politely) => facts.Stream_CutBeforeItsEnd_IsATypedFailure(politely)) with { EmulatorOnly = EmulatorOnly.Fault },
        One("Stream_UnusualOnTheWire_IsWhole", ConformanceNeed.Streaming, facts => facts.Stream_UnusualOnTheWire_IsWhole()) with { EmulatorOnly = EmulatorOnly.Fault },
        Both("Failure_OfTheServer_IsTypedAfterItsRetries", ConformanceNeed.None, (facts, streaming) => facts.Failure_OfTheServer_IsTypedAfterItsRetries(streaming)) with { EmulatorOnly = EmulatorOnly.Fault },
        Both("Failure_CarriesTheRequestId", ConformanceNeed.RequestIds, (facts, streaming) => facts.Failure_CarriesTheRequestId(streaming)) with { EmulatorOnly = EmulatorOnly.Fault },
        Both("RateLimit_Reached_IsTypedAndTellsHowLongToWait", ConformanceNeed.None, (facts, streaming) => facts.RateLimit_Reached_IsTypedAndTellsHowLongToWait(streaming)) with { EmulatorOnly = EmulatorOnly.Fault },
        Both("Key_Wrong_IsAnAuthenticationFailure", ConformanceNeed.Key, (facts, streaming) => facts.Key_Wrong_IsAnAuthenticationFailure(streaming)),
    ];

    private static ConformanceFact<ChatClientConformance> Fact(string name, Func<ChatClientConformance, Action> check)
        => One(name, ConformanceNeed.None, facts =>
        {
            check(facts)();
            return Task.CompletedTask;
        });

    private static ConformanceFact<ChatClientConformance> One(string name, ConformanceNeed need, Func<ChatClientConformance, Task> check) => new(name, need, check);

    private static ConformanceFact<ChatClientConformance> Both(string name, ConformanceNeed need, Func<ChatClientConformance, bool, Task> check)
        => new(name, need, async facts =>
        {
            await check(facts, false);
            await check(facts, true);
        });
}
