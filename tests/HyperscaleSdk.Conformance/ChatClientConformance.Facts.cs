namespace HyperscaleSdk.Conformance;

/// <content>The list of the facts.</content>
public sealed partial class ChatClientConformance
{
    /// <summary>No fact may take longer, in milliseconds.</summary>
    public const int Limit = 60_000;

    /// <summary>All facts, in the order of the table.</summary>
    public static IReadOnlyList<ConformanceFact<ChatClientConformance>> Facts { get; } =
    [
        Fact("GetService_Metadata_IsConstantAndTrue", facts => facts.GetService_Metadata_IsConstantAndTrue) with { IsLive = true },
        Fact("GetService_OtherTypes_AreSelfOrNothing", facts => facts.GetService_OtherTypes_AreSelfOrNothing) with { IsLive = true },
        Fact("Messages_Null_ThrowAtTheCallOnBothPaths", facts => facts.Messages_Null_ThrowAtTheCallOnBothPaths) with { IsLive = true },
        One("Dispose_Twice_IsHarmlessAndLeavesTheHttpClient", ConformanceNeed.None, facts => facts.Dispose_Twice_IsHarmlessAndLeavesTheHttpClient()),
        One("Client_FiftyCallsAtOnce_EachGetsItsOwnAnswer", ConformanceNeed.None, facts => facts.Client_FiftyCallsAtOnce_EachGetsItsOwnAnswer()),

        Both("Instructions_AreALeadingSystemMessage", ConformanceNeed.Roles, (facts, streaming) => facts.Instructions_AreALeadingSystemMessage(streaming)) with { IsLive = true },
        One("Instructions_Blank_AreNothing", ConformanceNeed.None, facts => facts.Instructions_Blank_AreNothing()) with { IsLive = true },
        Both("OptionsAndMessages_AreNeverChanged", ConformanceNeed.None, (facts, streaming) => facts.OptionsAndMessages_AreNeverChanged(streaming)) with { IsLive = true },
        Both("RawRepresentationFactory_IsTheBaseAndOnlyGapsAreFilled", ConformanceNeed.OptionalTokenLimit, (facts, streaming) => facts.RawRepresentationFactory_IsTheBaseAndOnlyGapsAreFilled(streaming)) with { IsLive = true },
        Both("RawRepresentationFactory_ThatMakesNothing_IsIgnored", ConformanceNeed.None, (facts, streaming) => facts.RawRepresentationFactory_ThatMakesNothing_IsIgnored(streaming)) with { IsLive = true },
        Both("ModelId_OverridesTheDefaultOfOneCall", ConformanceNeed.OtherModels, (facts, streaming) => facts.ModelId_OverridesTheDefaultOfOneCall(streaming)),
        Both("ModelId_Unknown_IsATypedRefusalOfTheProvider", ConformanceNeed.UnknownModels, (facts, streaming) => facts.ModelId_Unknown_IsATypedRefusalOfTheProvider(streaming)),
        Both("Temperature_AboveTheLimit_IsRefusedBeforeSending", ConformanceNeed.TemperatureLimit, (facts, streaming) => facts.Temperature_AboveTheLimit_IsRefusedBeforeSending(streaming)) with { IsLive = true },
        Both("OptionsThatTheProviderLacks_AreIgnoredAlike", ConformanceNeed.None, (facts, streaming) => facts.OptionsThatTheProviderLacks_AreIgnoredAlike(streaming)) with { IsLive = true },
        Both("Contents_Empty_AreLeftOut", ConformanceNeed.None, (facts, streaming) => facts.Contents_Empty_AreLeftOut(streaming)) with { IsLive = true },
        Both("History_WithAnAnswer_IsSentBack", ConformanceNeed.Roles, (facts, streaming) => facts.History_WithAnAnswer_IsSentBack(streaming)),
        Both("Image_IsSeen", ConformanceNeed.Images, (facts, streaming) => facts.Image_IsSeen(streaming)),
        Both("File_ThatIsNoImage_IsRefusedBeforeSending", ConformanceNeed.None, (facts, streaming) => facts.File_ThatIsNoImage_IsRefusedBeforeSending(streaming)) with { IsLive = true },

        One("Completion_HasEverythingThatIsKnown", ConformanceNeed.None, facts => facts.Completion_HasEverythingThatIsKnown()),
        One("Completion_SaysWhyItEnded", ConformanceNeed.FinishReasons, facts => facts.Completion_SaysWhyItEnded()),
        One("Completion_HasIds", ConformanceNeed.ResponseIds, facts => facts.Completion_HasIds()) with { IsLive = true },
        One("Completion_NamesTheServedModel", ConformanceNeed.ServedModel, facts => facts.Completion_NamesTheServedModel()),
        One("Completion_ReportsUsage", ConformanceNeed.Usage, facts => facts.Completion_ReportsUsage()) with { IsLive = true },
        One("Stream_TextConcatenates_InMoreThanOnePiece", ConformanceNeed.Streaming, facts => facts.Stream_TextConcatenates_InMoreThanOnePiece()),
        One("Stream_Collected_EqualsTheCompletion", ConformanceNeed.StreamUsage, facts => facts.Stream_Collected_EqualsTheCompletion()),
        One("Stream_HasOneUsageInItsLastUpdate", ConformanceNeed.StreamUsage, facts => facts.Stream_HasOneUsageInItsLastUpdate()) with { IsLive = true },
        One("Stream_UsageReportedTwice_CountsOnce", ConformanceNeed.StreamUsage, facts => facts.Stream_UsageReportedTwice_CountsOnce()),
        One("Stream_HasOneFinishReasonInItsLastUpdate", ConformanceNeed.FinishReasons, facts => facts.Stream_HasOneFinishReasonInItsLastUpdate()),
        One("Stream_IdsAreConstant", ConformanceNeed.ResponseIds, facts => facts.Stream_IdsAreConstant()),
        Both("MaxOutputTokens_Reached_FinishesByLength", ConformanceNeed.FinishReasons, (facts, streaming) => facts.MaxOutputTokens_Reached_FinishesByLength(streaming)) with { IsLive = true },
        Both("StopSequence_EndsTheText", ConformanceNeed.StopSequences, (facts, streaming) => facts.StopSequence_EndsTheText(streaming)),
        Both("Reasoning_ComesBeforeTheText", ConformanceNeed.Reasoning, (facts, streaming) => facts.Reasoning_ComesBeforeTheText(streaming)),
        Both("Reasoning_TokensAreCountedApart", ConformanceNeed.ReasoningTokens, (facts, streaming) => facts.Reasoning_TokensAreCountedApart(streaming)),
        Both("Reasoning_None_IsAlwaysPossible", ConformanceNeed.None, (facts, streaming) => facts.Reasoning_None_IsAlwaysPossible(streaming)) with { IsLive = true },

        Both("Tool_IsCalledAndItsResultAnswered", ConformanceNeed.Tools, (facts, streaming) => facts.Tool_IsCalledAndItsResultAnswered(streaming)),
        One("Tool_StreamedFragments_MakeTheCallOfTheCompletion", ConformanceNeed.Tools, facts => facts.Tool_StreamedFragments_MakeTheCallOfTheCompletion()),
        Both("Tools_TwoAtOnce_AreTwoCallsAndTwoResults", ConformanceNeed.Tools, (facts, streaming) => facts.Tools_TwoAtOnce_AreTwoCallsAndTwoResults(streaming)),
        Both("ToolMode_None_LeavesTheToolsAlone", ConformanceNeed.Tools, (facts, streaming) => facts.ToolMode_None_LeavesTheToolsAlone(streaming)) with { IsLive = true },
        Both("ToolMode_Specific_CallsThatTool", ConformanceNeed.Tools, (facts, streaming) => facts.ToolMode_Specific_CallsThatTool(streaming)) with { IsLive = true },
        Both("ToolMode_Required_CallsSomeTool", ConformanceNeed.RequiredTools, (facts, streaming) => facts.ToolMode_Required_CallsSomeTool(streaming)) with { IsLive = true },
        Both("JsonSchema_IsFollowed", ConformanceNeed.Schemas, (facts, streaming) => facts.JsonSchema_IsFollowed(streaming)) with { IsLive = true },
        Both("Json_WithoutSchema_IsAFormatOrAnInstruction", ConformanceNeed.None, (facts, streaming) => facts.Json_WithoutSchema_IsAFormatOrAnInstruction(streaming)) with { IsLive = true },

        Both("Cancelled_BeforeTheCall_SendsNothing", ConformanceNeed.None, (facts, streaming) => facts.Cancelled_BeforeTheCall_SendsNothing(streaming)) with { IsLive = true },
        Both("Cancelled_WhileWaiting_CarriesTheCallersToken", ConformanceNeed.None, (facts, streaming) => facts.Cancelled_WhileWaiting_CarriesTheCallersToken(streaming)),
        Both("Cancelled_InTheMiddleOfAStream_CarriesTheCallersToken", ConformanceNeed.Streaming, (facts, byEnumerator) => facts.Cancelled_InTheMiddleOfAStream_CarriesTheCallersToken(byEnumerator)),
        One("Stream_LeftEarly_LeavesTheClientUsable", ConformanceNeed.Streaming, facts => facts.Stream_LeftEarly_LeavesTheClientUsable()) with { IsLive = true },

        Both("Stream_CutBeforeItsEnd_IsATypedFailure", ConformanceNeed.Streaming, (facts, politely) => facts.Stream_CutBeforeItsEnd_IsATypedFailure(politely)),
        One("Stream_UnusualOnTheWire_IsWhole", ConformanceNeed.Streaming, facts => facts.Stream_UnusualOnTheWire_IsWhole()),
        Both("Failure_OfTheServer_IsTypedAfterItsRetries", ConformanceNeed.None, (facts, streaming) => facts.Failure_OfTheServer_IsTypedAfterItsRetries(streaming)),
        Both("Failure_CarriesTheRequestId", ConformanceNeed.RequestIds, (facts, streaming) => facts.Failure_CarriesTheRequestId(streaming)),
        Both("RateLimit_Reached_IsTypedAndTellsHowLongToWait", ConformanceNeed.None, (facts, streaming) => facts.RateLimit_Reached_IsTypedAndTellsHowLongToWait(streaming)),
        Both("Key_Wrong_IsAnAuthenticationFailure", ConformanceNeed.Key, (facts, streaming) => facts.Key_Wrong_IsAnAuthenticationFailure(streaming)) with { IsLive = true },
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
