using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using HyperscaleSdk.Policies;

namespace HyperscaleSdk.Cli.Policies;

/// <summary>Writes a first policy. JSON has no comments: what a reader should know stands in <c>$comment</c> members.</summary>
internal static class PolicyDraftWriter
{
    private const string Schema = "https://github.com/hyperscale-sdk/hyperscale-sdk/raw/main/docs/policy.schema.json";

    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    public static string Write(PolicyDraft draft, PolicyDate today)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("$schema", Schema);
            json.WriteString(
                "$comment",
                "What the organisation has decided and registered about its use of AI; docs/policy.md explains every member. 조직의 AI 이용 정책입니다. 확인한 사실만 적고 저장소에 함께 보관하십시오.");
            json.WriteNumber("version", 1);
            WriteOrganisation(json, draft);
            json.WriteString("profile", draft.Profile ?? "private");
            WriteProcessors(json, draft);
            WritePurposes(json, draft);
            WriteGuard(json, draft);
            WriteVouchers(json, draft);
            WriteTransparency(json, draft);
            json.WriteStartArray("highImpactReviews");
            json.WriteEndArray();
            json.WriteStartArray("suppressions");
            json.WriteEndArray();
            json.WriteString("rulePack", today.ToString());
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }

    private static void WriteOrganisation(Utf8JsonWriter json, PolicyDraft draft)
    {
        json.WriteStartObject("organisation");
        json.WriteString("name", draft.Organisation);
        Text(json, "registrationNumber", draft.RegistrationNumber);
        json.WriteString("role", draft.Role ?? "internal");
        Text(json, "privacyPolicyUrl", draft.PrivacyPolicyUrl);
        json.WriteEndObject();
    }

    private static void WriteProcessors(Utf8JsonWriter json, PolicyDraft draft)
    {
        json.WriteStartArray("processors");
        if (draft.Processor is { } id)
        {
            var known = ProviderCatalog.Find(id)?.Descriptor;
            json.WriteStartObject();
            json.WriteString(
                "$comment",
                known is null
                    ? "PIPA art. 26: written contract, published task and processors. 개인정보 보호법 제26조: 문서 계약, 위탁 업무와 수탁자 공개."
                    : $"Terms not given on the command line are those the SDK knows: {known.Data.Source}, {known.Data.AsOf:yyyy-MM-dd}. Check them against your contract. 계약서와 대조하십시오.");
            json.WriteString("id", id);
            Text(json, "name", known?.KoreanName);
            json.WriteString("role", draft.ProcessorRole ?? "processor");
            Text(json, "contract", draft.Contract);
            Text(json, "task", draft.Task);
            if (draft.SubProcessors.Count > 0)
            {
                // "None" has to be said: silence is not an answer that the register may hold.
                Texts(json, "subProcessors", draft.SubProcessors is ["none"] ? [] : draft.SubProcessors);
            }

            Text(json, "publishedUrl", draft.PublishedUrl);
            Flag(json, "trainsOnInput", draft.TrainsOnInput ?? known?.Data.TrainsOnInput);
            Number(json, "retentionDays", draft.RetentionDays ?? known?.Data.RetentionDays);
            TextOrNull(json, "deletion", draft.Deletion);
            Flag(json, "humanReview", draft.HumanReview);
            Texts(json, "countries", draft.Countries.Count > 0 ? draft.Countries : known?.Data.Countries ?? []);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WritePurposes(Utf8JsonWriter json, PolicyDraft draft)
    {
        json.WriteStartArray("purposes");
        if (draft.Purpose is { } id)
        {
            json.WriteStartObject();
            json.WriteString("id", id);
            json.WriteString("basis", draft.Basis ?? "contract");
            Text(json, "statute", draft.Statute);
            Texts(json, "kinds", draft.Kinds);
            if (draft.SeparateConsent)
            {
                json.WriteBoolean("separateConsent", value: true);
            }

            Text(json, "evidence", draft.Evidence);
            if (draft.Processor is { } processor)
            {
                Texts(json, "processors", [processor]);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteGuard(Utf8JsonWriter json, PolicyDraft draft)
    {
        json.WriteStartObject("guard");
        json.WriteString("default", draft.GuardDefault ?? "mask");
        json.WriteStartObject("actions");
        json.WriteString("residentRegistrationNumber", "block");
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteVouchers(Utf8JsonWriter json, PolicyDraft draft)
    {
        json.WriteStartArray("vouchers");
        if (draft.Voucher is { } id)
        {
            json.WriteStartObject();
            json.WriteString("id", id);
            Text(json, "programme", draft.Programme);
            Text(json, "supplier", draft.Processor);
            Text(json, "product", draft.Product);
            if (draft is { Government: not null } or { OwnCash: not null } or { OwnInKind: not null })
            {
                json.WriteStartObject("budget");
                json.WriteNumber("government", draft.Government ?? 0);
                json.WriteNumber("ownCash", draft.OwnCash ?? 0);
                json.WriteNumber("ownInKind", draft.OwnInKind ?? 0);
                json.WriteEndObject();
            }

            Text(json, "validFrom", draft.ValidFrom);
            Text(json, "validUntil", draft.ValidUntil);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteTransparency(Utf8JsonWriter json, PolicyDraft draft)
    {
        if (draft.Notice is null && draft.NoticeEvidence is null)
        {
            return;
        }

        json.WriteStartObject("transparency");
        json.WriteStartObject("notice");
        Text(json, "text", draft.Notice);
        Text(json, "evidence", draft.NoticeEvidence);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Text(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    private static void TextOrNull(Utf8JsonWriter json, string name, string? value)
    {
        if (value is null)
        {
            json.WriteNull(name);
        }
        else
        {
            json.WriteString(name, value);
        }
    }

    private static void Texts(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }

    private static void Flag(Utf8JsonWriter json, string name, bool? value)
    {
        if (value is { } flag)
        {
            json.WriteBoolean(name, flag);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    private static void Number(Utf8JsonWriter json, string name, int? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
