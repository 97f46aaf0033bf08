using System;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace HyperscaleSdk.Analyzers.Output;

/// <summary>Names that say that something is decided about a person. A verb alone says nothing: <c>Reject(promise)</c>.</summary>
internal static class DecisionNames
{
    private static readonly string[] Verbs = ["Approve", "Reject", "Deny", "Decline", "Hire", "Dismiss", "Grant", "Disqualify", "Expel", "Evict"];

    private static readonly string[] Outcomes =
    [
        "Approved", "Rejected", "Denied", "Declined", "Hired", "Dismissed", "Disqualified", "Accepted", "Passed", "Selected", "승인", "거절", "합격", "불합격", "IsApproved", "IsRejected", "IsDenied", "IsHired", "IsEligible", "LoanApproved",
        "CreditLimit", "CreditApproved", "CreditScore",
    ];

    private static readonly string[] Subjects =
    [
        "Applicant", "Application", "Loan", "Credit", "Candidate", "Employee", "Customer", "Claim", "Insurance", "Benefit", "Student", "Tenant", "Member", "Patient", "Person", "User",
        "Resume", "Admission", "Scholarship", "Welfare", "Mortgage", "Borrower", "Citizen", "지원자", "대출", "신용", "채용", "보험", "심사", "수급",
    ];

    public static bool IsMarked(IMethodSymbol method) => method.GetAttributes().Any(attribute => attribute.AttributeClass?.Name is "AutomatedDecisionAttribute");

    /// <summary><c>ApproveLoan</c>, <c>loans.Approve(application)</c>.</summary>
    public static bool IsDecision(IMethodSymbol method)
    {
        var space = method.ContainingNamespace?.ToDisplayString() ?? string.Empty;
        if (space.StartsWith("System", StringComparison.Ordinal) || space.StartsWith("Microsoft", StringComparison.Ordinal) || !Array.Exists(Verbs, verb => Begins(method.Name, verb)))
        {
            return false;
        }

        return IsAboutPerson(method.Name) || IsAboutPerson(method.ContainingType.Name) || method.Parameters.Any(parameter => IsAboutPerson(parameter.Type.Name) || IsAboutPerson(parameter.Name));
    }

    /// <summary><c>application.Approved</c>, <c>customer.CreditLimit</c>.</summary>
    public static bool IsDecision(ISymbol member) => Array.IndexOf(Outcomes, member.Name) >= 0 && (IsAboutPerson(member.ContainingType?.Name ?? string.Empty) || IsAboutPerson(member.Name));

    /// <summary><c>application.Status = LoanStatus.Approved</c>.</summary>
    public static bool IsOutcome(ISymbol member, IFieldSymbol value) =>
        member.Name is "Status" or "State" or "Result" or "Decision" or "Outcome" && Array.IndexOf(Outcomes, value.Name) >= 0 && value.ContainingType.TypeKind == TypeKind.Enum
        && (IsAboutPerson(member.ContainingType?.Name ?? string.Empty) || IsAboutPerson(value.ContainingType.Name));

    private static bool IsAboutPerson(string name) => Array.Exists(Subjects, subject => name.IndexOf(subject, StringComparison.OrdinalIgnoreCase) is var at && at >= 0
        && (at == 0 || char.IsUpper(name[at]) || char.GetUnicodeCategory(name[at]) == System.Globalization.UnicodeCategory.OtherLetter));

    private static bool Begins(string name, string verb) => name.StartsWith(verb, StringComparison.Ordinal) && (name.Length == verb.Length || !char.IsLower(name[verb.Length]));
}
