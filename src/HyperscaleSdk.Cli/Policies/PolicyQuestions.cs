using HyperscaleSdk.Cli.Output;

namespace HyperscaleSdk.Cli.Policies;

/// <summary>Asks a person for what the options of <c>policy init</c> did not say. An empty answer leaves a thing out.</summary>
internal sealed class PolicyQuestions(CliConsole console)
{
    public async Task CompleteAsync(PolicyDraft draft, CancellationToken cancellationToken)
    {
        var isKorean = PolicyReport.IsKorean;
        async Task<string?> Ask(string? given, string english, string korean) =>
            given ?? await console.AskAsync(isKorean ? korean : english, cancellationToken);

        draft.Organisation = await Ask(draft.Organisation, "Organisation:", "조직 이름:");
        draft.Role = await Ask(draft.Role, "Role under the AI Basic Act (none, internal, service) [internal]:", "인공지능기본법상 역할(none, internal, service) [internal]:");
        draft.Profile = await Ask(draft.Profile, "Profile (private, public) [private]:", "프로필(private 민간, public 공공) [private]:");
        draft.Processor = await Ask(draft.Processor, $"Provider ({ProviderCatalog.KnownIds}, …), empty for none yet:", $"공급자({ProviderCatalog.KnownIds} 등), 아직 없으면 비움:");
        if (draft.Processor is not null)
        {
            draft.Contract = await Ask(draft.Contract, "Where is the written contract kept?", "위탁 계약 문서의 위치:");
            draft.Task = await Ask(draft.Task, "Which task is the provider given?", "위탁하는 업무:");
            draft.PublishedUrl = await Ask(draft.PublishedUrl, "Address where task and provider are published:", "위탁 업무와 수탁자를 공개한 주소:");
        }

        draft.Purpose = await Ask(draft.Purpose, "Id of the first purpose, empty for none yet:", "첫 처리 목적의 id, 아직 없으면 비움:");
        if (draft.Purpose is not null)
        {
            draft.Basis = await Ask(
                draft.Basis,
                "Its basis (consent, statute, publicTask, contract, vitalInterest, legitimateInterest, publicSafety) [contract]:",
                "처리 근거(consent 동의, statute 법령, contract 계약, …) [contract]:");
        }

        draft.Voucher = await Ask(draft.Voucher, "Id of the voucher, empty for none:", "바우처 id, 없으면 비움:");
    }
}
