using System.Collections.Generic;
using HyperscaleSdk.Analyzers.Flow;
using HyperscaleSdk.Localization;
using Microsoft.CodeAnalysis;

namespace HyperscaleSdk.Analyzers.Rules;

/// <summary>The rules that rest on the flow of data: which kinds each is about, and what it says.</summary>
internal static class PersonalDataFlowRules
{
    public static readonly DiagnosticDescriptor ResidentNumber = RuleDescriptor.Create(
        RuleIdentifiers.ResidentRegistrationNumberToAi,
        RuleCategories.PersonalData,
        DiagnosticSeverity.Error,
        new BilingualText("Resident registration number sent to an AI API", "주민등록번호를 AI API로 전송"),
        new BilingualText(
            "{0} carries a resident registration number to '{2}' (PIPA Art. 24-2(1)): redact it or leave it out",
            "{0}에 담긴 주민등록번호가 '{2}' 호출로 전송됩니다(개인정보 보호법 제24조의2제1항): 가리거나 빼십시오"),
        new BilingualText(
            "Resident registration numbers may be processed only where a statute says so; consent is no basis. An AI supplier's API is not such a place.",
            "주민등록번호는 법령에 근거가 있는 경우에만 처리할 수 있으며, 정보주체의 동의는 근거가 되지 않습니다."));

    public static readonly DiagnosticDescriptor UniqueIdentifier = RuleDescriptor.Create(
        RuleIdentifiers.UniqueIdentifierToAi,
        RuleCategories.PersonalData,
        DiagnosticSeverity.Error,
        new BilingualText("Passport, licence or foreigner registration number sent to an AI API", "여권·운전면허·외국인등록번호를 AI API로 전송"),
        new BilingualText(
            "{0} carries a unique identifier ({1}) to '{2}' (PIPA Art. 24(1)): redact it, or name the separate consent or statute in the policy",
            "{0}에 담긴 고유식별정보({1})가 '{2}' 호출로 전송됩니다(개인정보 보호법 제24조제1항): 가리거나, 별도 동의 또는 법령 근거를 정책에 적으십시오"),
        new BilingualText(
            "Unique identifiers may be processed with a consent of their own or where a statute asks for it.",
            "고유식별정보는 별도의 동의를 받거나 법령이 요구·허용하는 경우에만 처리할 수 있습니다."));

    public static readonly DiagnosticDescriptor Sensitive = RuleDescriptor.Create(
        RuleIdentifiers.SensitiveInformationToAi,
        RuleCategories.PersonalData,
        DiagnosticSeverity.Error,
        new BilingualText("Sensitive information sent to an AI API", "민감정보를 AI API로 전송"),
        new BilingualText(
            "{0} carries sensitive information ({1}) to '{2}' (PIPA Art. 23(1)): redact it, or name the separate consent or statute in the policy",
            "{0}에 담긴 민감정보({1})가 '{2}' 호출로 전송됩니다(개인정보 보호법 제23조제1항): 가리거나, 별도 동의 또는 법령 근거를 정책에 적으십시오"),
        new BilingualText(
            "Health, genetic and biometric data, criminal records, ethnicity, belief, opinion, membership and sex life need a consent of their own or a statute.",
            "건강, 유전, 생체인식, 범죄경력, 인종·민족, 사상·신념, 정치적 견해, 노조·정당, 성생활에 관한 정보는 별도의 동의나 법령 근거가 필요합니다."));

    public static readonly DiagnosticDescriptor Unredacted = RuleDescriptor.Create(
        RuleIdentifiers.PersonalDataToAi,
        RuleCategories.PersonalData,
        DiagnosticSeverity.Warning,
        new BilingualText("Unredacted personal data in a prompt", "개인정보를 비식별 없이 프롬프트로 전송"),
        new BilingualText(
            "{0} carries personal data ({1}) to '{2}' (PIPA Art. 3(7), 15): redact it, or name purpose and basis in the policy",
            "{0}에 담긴 개인정보({1})가 '{2}' 호출로 전송됩니다(개인정보 보호법 제3조제7항, 제15조): 가리거나, 목적과 근거를 정책에 적으십시오"),
        new BilingualText(
            "What a task does not need should not be sent: personal data is to be processed anonymously or under pseudonyms where that serves the purpose.",
            "목적 달성에 필요하지 않은 개인정보는 보내지 않아야 하며, 가능하면 익명 또는 가명으로 처리해야 합니다."));

    public static readonly DiagnosticDescriptor Entity = RuleDescriptor.Create(
        RuleIdentifiers.EntityInPrompt,
        RuleCategories.PersonalData,
        DiagnosticSeverity.Warning,
        new BilingualText("Whole entity or record written into a prompt", "엔터티 전체를 프롬프트에 넣음"),
        new BilingualText(
            "All of '{0}' goes to '{2}', its classified members included (PIPA Art. 16(1)): send a minimal record with what the task needs",
            "'{0}' 전체가 분류된 멤버까지 '{2}' 호출로 전송됩니다(개인정보 보호법 제16조제1항): 필요한 항목만 담은 레코드를 보내십시오"),
        new BilingualText(
            "Serialising an entity sends every member it has, also those that are added later.",
            "엔터티를 직렬화하면 나중에 추가되는 멤버까지 모두 전송됩니다."));

    public static readonly DiagnosticDescriptor Logged = RuleDescriptor.Create(
        RuleIdentifiers.PromptInLog,
        RuleCategories.PersonalData,
        DiagnosticSeverity.Warning,
        new BilingualText("Prompt or response written to logs or telemetry", "프롬프트·응답을 로그에 기록"),
        new BilingualText(
            "The text of a prompt or an answer is written by '{2}' (PIPA Art. 29): log its length or a hash instead",
            "프롬프트나 응답의 내용이 '{2}'로 기록됩니다(개인정보 보호법 제29조): 길이나 해시를 기록하십시오"),
        new BilingualText(
            "Prompts and answers hold what users wrote. Logs are kept longer and read by more people than the conversation itself.",
            "프롬프트와 응답에는 이용자가 쓴 내용이 담깁니다. 로그는 대화보다 오래 보관되고 더 많은 사람이 봅니다."));

    public static readonly DiagnosticDescriptor Child = RuleDescriptor.Create(
        RuleIdentifiers.ChildDataToAi,
        RuleCategories.PersonalData,
        DiagnosticSeverity.Warning,
        new BilingualText("Child data sent without a guardian's consent", "법정대리인 동의 없이 만 14세 미만 정보를 전송"),
        new BilingualText(
            "{0} carries data of a child under 14 to '{2}' (PIPA Art. 22-2): check the guardian's consent before the call",
            "{0}에 담긴 만 14세 미만 아동의 정보가 '{2}' 호출로 전송됩니다(개인정보 보호법 제22조의2): 호출 전에 법정대리인의 동의를 확인하십시오"),
        new BilingualText(
            "Personal data of children under 14 needs the consent of their legal guardian.",
            "만 14세 미만 아동의 개인정보를 처리하려면 법정대리인의 동의가 필요합니다."));

    public static readonly DiagnosticDescriptor PseudonymMap = RuleDescriptor.Create(
        RuleIdentifiers.PseudonymMapToAi,
        RuleCategories.PersonalData,
        DiagnosticSeverity.Error,
        new BilingualText("Pseudonym map travels with the prompt", "가명 복원정보를 함께 전송"),
        new BilingualText(
            "{0} leads back from pseudonyms to people and goes to '{2}' (PIPA Art. 28-4): keep it apart and restore after the call",
            "{0}에 담긴 가명 복원정보가 '{2}'로 나갑니다(개인정보 보호법 제28조의4): 따로 보관하고 호출 뒤에 복원하십시오"),
        new BilingualText(
            "Pseudonymised data stays so only while the additional information is kept separately.",
            "가명정보는 추가 정보를 분리하여 보관할 때에만 가명정보입니다."));

    public static readonly DiagnosticDescriptor Abroad = RuleDescriptor.Create(
        RuleIdentifiers.TransferAbroadWithoutBasis,
        RuleCategories.CrossBorder,
        DiagnosticSeverity.Error,
        new BilingualText("Personal data leaves Korea without a transfer basis", "국외 이전 근거 없이 개인정보를 국외로 전송"),
        new BilingualText(
            "{0} carries personal data ({1}) to '{2}' abroad, and the policy has no transfer basis for it (PIPA Art. 28-8): choose a supplier in Korea or fill in 'transfer' of the processor",
            "{0}에 담긴 개인정보({1})가 국외의 '{2}'로 전송되는데 정책에 국외 이전 근거가 없습니다(개인정보 보호법 제28조의8): 국내 공급기업을 쓰거나 수탁자의 'transfer'를 채우십시오"),
        new BilingualText(
            "Personal data may go abroad on one of the five bases of PIPA Art. 28-8(1), with the items of 28-8(2) told to the people concerned. A place that is not known counts as abroad.",
            "개인정보는 제28조의8제1항의 근거와 제2항의 고지 사항을 갖춘 경우에만 국외로 이전할 수 있습니다. 처리 국가를 알 수 없으면 국외로 봅니다."));

    /// <summary>The same rule where a switch does it; reported by an analyzer of its own.</summary>
    public static readonly DiagnosticDescriptor SensitiveTelemetry = RuleDescriptor.Create(
        RuleIdentifiers.PromptInLog,
        RuleCategories.PersonalData,
        DiagnosticSeverity.Warning,
        new BilingualText("Prompt or response written to logs or telemetry", "프롬프트·응답을 로그에 기록"),
        new BilingualText(
            "'{0}' writes prompts and answers to telemetry (PIPA Art. 29): leave it off, and record lengths and token counts",
            "'{0}' 설정으로 프롬프트와 응답이 원격 측정에 기록됩니다(개인정보 보호법 제29조): 끄고 길이나 토큰 수만 기록하십시오"),
        new BilingualText(
            "Prompts and answers hold what users wrote. Telemetry is kept longer and read by more people than the conversation itself.",
            "프롬프트와 응답에는 이용자가 쓴 내용이 담깁니다. 원격 측정은 대화보다 오래 보관되고 더 많은 사람이 봅니다."));

    public static IEnumerable<DiagnosticDescriptor> All =>
        [ResidentNumber, UniqueIdentifier, Sensitive, Unredacted, Entity, Logged, Child, PseudonymMap, Abroad, DestinationAnalyzer.TakesNoPersonalData];

    /// <summary>The rule that a kind of data at a sink breaks; null when it breaks none.</summary>
    public static DiagnosticDescriptor? For(PersonalDataKind kind, FlowSinkKind sink) => (sink, kind) switch
    {
        (_, FlowLabel.PseudonymMap) => PseudonymMap,
        (FlowSinkKind.Log, FlowLabel.ModelOutput) => Logged,
        (FlowSinkKind.Log, _) => null,
        (_, PersonalDataKind.ResidentRegistrationNumber) => ResidentNumber,
        (_, PersonalDataKind.ForeignerRegistrationNumber or PersonalDataKind.PassportNumber or PersonalDataKind.DriverLicenseNumber) => UniqueIdentifier,
        (_, >= PersonalDataKind.Health and <= PersonalDataKind.SexLife) => Sensitive,
        (_, <= PersonalDataKind.Other) => Unredacted,
        (_, FlowLabel.Entity) => Entity,
        (_, FlowLabel.Child) => Child,
        _ => null,
    };

    /// <summary>
    /// A guess from a name alone is no error; a weak one is a hint. In a public institution personal data is never open data (N2SF): there a
    /// weak guess is a warning, and what is declared is an error.
    /// </summary>
    public static DiagnosticSeverity Severity(DiagnosticDescriptor rule, PersonalDataConfidence confidence, bool isPublicSector) => (rule.Id, confidence) switch
    {
        (RuleIdentifiers.SensitiveInformationToAi, PersonalDataConfidence.Declared) => DiagnosticSeverity.Error,
        (RuleIdentifiers.SensitiveInformationToAi, > PersonalDataConfidence.Weak) => DiagnosticSeverity.Warning,
        (RuleIdentifiers.PersonalDataToAi, PersonalDataConfidence.Declared) when isPublicSector => DiagnosticSeverity.Error,
        (RuleIdentifiers.ResidentRegistrationNumberToAi or RuleIdentifiers.UniqueIdentifierToAi or RuleIdentifiers.SensitiveInformationToAi or RuleIdentifiers.PersonalDataToAi,
            PersonalDataConfidence.Weak) when isPublicSector => DiagnosticSeverity.Warning,
        (_, PersonalDataConfidence.Weak) => DiagnosticSeverity.Info,
        (_, PersonalDataConfidence.Medium) => DiagnosticSeverity.Warning,
        _ => rule.DefaultSeverity,
    };
}
