using HyperscaleSdk.Specification.Text;

namespace HyperscaleSdk.Policies.Reading;

/// <summary>Reads why data may leave Korea, and asks for the items of PIPA art. 28-8(2).</summary>
internal static class TransferReader
{
    private static readonly (string Name, string Korean)[] Items =
    [
        ("basis", "근거(제28조의8제1항)"), ("items", "이전되는 개인정보 항목"), ("recipient", "이전받는 자"), ("purpose", "이용 목적"),
        ("period", "보유·이용 기간"), ("refusal", "거부 방법·절차·효과"),
    ];

    public static Transfer? Read(PolicyObject? transfer)
    {
        if (transfer is null)
        {
            return null;
        }

        foreach (var (name, korean) in Items)
        {
            if (!transfer.Has(name))
            {
                transfer.Scope.Error(
                    PolicyProblemIds.IncompleteTransfer,
                    transfer.Opening,
                    $"The transfer lacks '{name}', which PIPA art. 28-8 asks for: without it the transfer has no basis.",
                    $"국외 이전에 '{name}'({korean}) 항목이 없습니다. 개인정보 보호법 제28조의8이 요구하는 항목이며, 없으면 이전 근거로 인정되지 않습니다.");
            }
        }

        if (!transfer.Has("method"))
        {
            transfer.Scope.Warn(
                PolicyProblemIds.IncompleteTransfer,
                transfer.Opening,
                "The transfer lacks 'method': PIPA art. 28-8(2) no. 2 asks when and how the data is transferred, beside the country.",
                "국외 이전에 'method' 항목이 없습니다. 개인정보 보호법 제28조의8제2항제2호는 국가와 함께 이전 시기와 방법을 요구합니다.");
        }

        return new Transfer
        {
            Basis = transfer.Word("basis", PolicyWords.TransferBases),
            Items = ReadItems(transfer),
            Method = transfer.Text("method"),
            Recipient = transfer.Text("recipient"),
            Purpose = transfer.Text("purpose"),
            Period = transfer.Text("period"),
            Refusal = transfer.Text("refusal"),
        };
    }

    private static IReadOnlyList<string> ReadItems(PolicyObject transfer)
    {
        var items = transfer.Texts("items") ?? [];
        if (transfer.Has("items") && items.Count == 0)
        {
            transfer.Scope.Error(
                PolicyProblemIds.IncompleteTransfer,
                transfer.SpanOf("items"),
                "The transfer names no kind of personal data in 'items' (PIPA art. 28-8(2) no. 1): without it the transfer has no basis.",
                "국외 이전의 'items'에 개인정보 항목이 없습니다(개인정보 보호법 제28조의8제2항제1호). 없으면 이전 근거로 인정되지 않습니다.");
        }

        return items;
    }
}
