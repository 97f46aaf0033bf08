namespace HyperscaleSdk.Policies;

/// <summary>The changes of the law that this version of the rules knows, by day.</summary>
public static class LawChanges
{
    /// <summary>All of them, the earliest first; those that do not apply yet are among them.</summary>
    public static IReadOnlyList<LawChange> All { get; } =
    [
        new(new PolicyDate(2026, 1, 22), "AI Basic Act in force (Act no. 20676)", "인공지능기본법 시행(법률 제20676호)"),
        new(new PolicyDate(2026, 7, 1), "PIPC notice 2026-9 on safeguards in force", "개인정보의 안전성 확보조치 기준(고시 제2026-9호) 시행"),
        new(new PolicyDate(2026, 7, 21), "AI Basic Act, second part in force (Act no. 21311)", "인공지능기본법 개정분 시행(법률 제21311호)"),
        new(new PolicyDate(2026, 9, 11), "PIPA as amended by Act no. 21445", "개인정보 보호법 개정(법률 제21445호) 시행"),
        new(new PolicyDate(2026, 10, 31), "wider scope of access records under the safeguards notice", "접속기록 보관 대상 확대(안전성 확보조치 기준) 시행"),
        new(new PolicyDate(2027, 3, 9), "PIPA art. 28-12 to 28-15 on AI development (Act no. 21910)", "개인정보 보호법 제28조의12~15 AI 특례(법률 제21910호) 시행"),
        new(new PolicyDate(2027, 7, 1), "ISMS-P compulsory for large controllers (PIPA art. 32-2)", "대규모 처리자 ISMS-P 인증 의무화(개인정보 보호법 제32조의2)"),
    ];

    /// <summary>The changes that apply on a day and that a policy of an earlier rule pack does not know.</summary>
    /// <param name="rulePack">The day up to which the policy took changes into account.</param>
    /// <param name="today">The day in Korea.</param>
    public static IReadOnlyList<LawChange> Between(PolicyDate rulePack, PolicyDate today) =>
        All.Where(change => change.Date > rulePack && change.Date <= today).ToArray();
}
