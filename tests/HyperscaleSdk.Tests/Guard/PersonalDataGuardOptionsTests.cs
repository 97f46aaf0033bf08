using HyperscaleSdk.Policies;
using Microsoft.Extensions.AI;

namespace HyperscaleSdk.Tests.Guard;

public sealed class PersonalDataGuardOptionsTests
{
    private readonly ScriptedChatClient _inner = new();

    [Theory]
    [InlineData(PersonalDataAction.Allow)]
    [InlineData(PersonalDataAction.Placeholder)]
    public void Options_ThatLetARegistrationNumberThrough_AreRefusedWithTheArticle(PersonalDataAction action)
    {
        var options = new PersonalDataGuardOptions { Actions = { [PersonalDataKind.ResidentRegistrationNumber] = action } };

        var failure = Assert.Throws<ArgumentException>(() => _inner.UsePersonalDataGuard(options));

        Assert.Contains("24-2", failure.Message, StringComparison.Ordinal);
        Assert.Contains("제24조의2", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void FromPolicy_ActionsAndDefault_ApplyToEveryKind()
    {
        var policy = new Policy
        {
            Guard = new Policies.GuardPolicy
            {
                Default = GuardAction.Placeholder,
                Actions = new Dictionary<PersonalDataKind, GuardAction> { [PersonalDataKind.Phone] = GuardAction.Block, [PersonalDataKind.Email] = GuardAction.Allow },
            },
        };

        var options = PersonalDataGuardOptions.FromPolicy(policy);

        Assert.Equal(PersonalDataAction.Block, options.Actions[PersonalDataKind.Phone]);
        Assert.Equal(PersonalDataAction.Allow, options.Actions[PersonalDataKind.Email]);
        Assert.Equal(PersonalDataAction.Placeholder, options.Actions[PersonalDataKind.Health]);
        Assert.Equal(PersonalDataAction.Block, options.Actions[PersonalDataKind.ResidentRegistrationNumber]);
        Assert.Empty(PersonalDataGuardOptions.FromPolicy(Policy.Empty).Actions);
    }

    [Fact]
    public void Options_ThatAskForAChecksumOfRegistrationNumbers_AreRefused()
    {
        var options = new PersonalDataGuardOptions { MinimumConfidences = { [PersonalDataKind.ResidentRegistrationNumber] = PersonalDataConfidence.Strong } };

        Assert.Contains("24-2", Assert.Throws<ArgumentException>(() => _inner.UsePersonalDataGuard(options)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Options_WithAnUnknownActionOrKind_AreRefused()
    {
        Assert.Throws<ArgumentException>(() => _inner.UsePersonalDataGuard(new PersonalDataGuardOptions { Actions = { [PersonalDataKind.Phone] = (PersonalDataAction)9 } }));
        Assert.Throws<ArgumentException>(() => _inner.UsePersonalDataGuard(new PersonalDataGuardOptions { Actions = { [(PersonalDataKind)999] = PersonalDataAction.Mask } }));
    }

    [Fact]
    public async Task Defaults_MaskIdentifiersAndReplaceContacts()
    {
        await _inner.UsePersonalDataGuard().GetResponseAsync("주민번호 900101-1234567, 여권번호 M12345678, 카드 4111-1111-1111-1111, 연락처 010-1234-5678, kim@corp.co.kr");

        var sent = _inner.Only.Messages[0].Text;
        Assert.Matches(@"^주민번호 \[주민등록번호\], 여권번호 \[여권번호\], 카드 \[카드번호\], 연락처 \[\[PHONE-[A-Z]{6}\]\], \[\[EMAIL-[A-Z]{6}\]\]$", sent);
    }

    [Fact]
    public async Task Allow_LeavesTheValue_AndALaterChangeOfTheOptionsHasNoEffect()
    {
        var options = new PersonalDataGuardOptions { Actions = { [PersonalDataKind.Phone] = PersonalDataAction.Allow } };
        var client = _inner.UsePersonalDataGuard(options);
        options.Actions[PersonalDataKind.Phone] = PersonalDataAction.Block;

        await client.GetResponseAsync("연락처 010-1234-5678");

        Assert.Equal("연락처 010-1234-5678", _inner.Only.Messages[0].Text);
    }

    [Fact]
    public async Task MinimumConfidence_LetsLessSureFindingsThrough()
    {
        var options = new PersonalDataGuardOptions { MinimumConfidences = { [PersonalDataKind.Phone] = PersonalDataConfidence.Strong } };

        await _inner.UsePersonalDataGuard(options).GetResponseAsync("01012345678 그리고 010-8765-4321");

        Assert.Matches(@"^01012345678 그리고 \[\[PHONE-", _inner.Only.Messages[0].Text);
    }

    [Fact]
    public async Task Block_ThrowsBeforeAnythingIsSent_AndSaysWhereButNeverWhat()
    {
        var options = new PersonalDataGuardOptions { Actions = { [PersonalDataKind.ResidentRegistrationNumber] = PersonalDataAction.Block } };
        var client = _inner.UsePersonalDataGuard(options);
        ChatMessage[] messages = [new(ChatRole.System, "도와줘"), new(ChatRole.User, "900101-1234567 과 910202-2345678 를 비교해 줘")];

        var failure = await Assert.ThrowsAsync<PersonalDataBlockedException>(() => client.GetResponseAsync(messages));
        var streamed = await Assert.ThrowsAsync<PersonalDataBlockedException>(() => Pieces.AllAsync(client.GetStreamingResponseAsync(messages)));

        Assert.Empty(_inner.Requests);
        Assert.Equal(failure.Message, streamed.Message);
        Assert.Equal(new PersonalDataFinding(PersonalDataKind.ResidentRegistrationNumber, 2, 1, "user", "text"), Assert.Single(failure.Findings));
        Assert.Contains("2 x ResidentRegistrationNumber (주민등록번호) in message 1 (user, text)", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("900101", failure.ToString(), StringComparison.Ordinal);
        Assert.Equal(("scripted", "personal_data_blocked"), (failure.Provider, failure.ErrorCode));
    }

    [Fact]
    public async Task OnFindings_GetsCountsOncePerCall_AlsoWhenTheCallIsBlocked()
    {
        var reports = new List<PersonalDataGuardReport>();
        var options = new PersonalDataGuardOptions { OnFindings = reports.Add, Actions = { [PersonalDataKind.CardNumber] = PersonalDataAction.Block } };
        var client = _inner.UsePersonalDataGuard(options);

        var response = await client.GetResponseAsync("연락처 010-1234-5678, 010-1234-5678, 주민번호 900101-1234567");
        await Assert.ThrowsAsync<PersonalDataBlockedException>(() => client.GetResponseAsync("4111-1111-1111-1111"));
        await client.GetResponseAsync("안녕하세요");

        Assert.Equal(2, reports.Count);
        Assert.Equal(
            [new(PersonalDataKind.ResidentRegistrationNumber, PersonalDataAction.Mask, 1), new(PersonalDataKind.Phone, PersonalDataAction.Placeholder, 2)],
            reports[0].Counts);
        Assert.Equal(3, Assert.IsType<PersonalDataGuardReport>(response.AdditionalProperties![PersonalDataGuardReport.PropertyName]).Total);
        Assert.Equal([new PersonalDataCount(PersonalDataKind.CardNumber, PersonalDataAction.Block, 1)], reports[1].Counts);
    }

    [Fact]
    public async Task Metrics_CountByKindAndAction()
    {
        var counted = new List<string>();
        using var listener = new System.Diagnostics.Metrics.MeterListener
        {
            InstrumentPublished = static (instrument, listener) =>
            {
                if (instrument is { Meter.Name: "HyperscaleSdk", Name: "hyperscale.personal_data.findings" })
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((_, count, tags, _) =>
        {
            var text = string.Join(' ', tags.ToArray().Select(tag => $"{tag.Value}"));
            lock (counted)
            {
                counted.Add($"{count} {text}");
            }
        });
        listener.Start();
        var inner = new ScriptedChatClient();

        await inner.UsePersonalDataGuard().GetResponseAsync("차량번호 12가3456 번호판");

        lock (counted)
        {
            Assert.Contains("1 Other Placeholder scripted chat", counted);
        }
    }
}
