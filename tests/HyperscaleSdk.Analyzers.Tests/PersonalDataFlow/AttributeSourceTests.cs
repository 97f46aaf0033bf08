using HyperscaleSdk.Analyzers.Rules;
using HyperscaleSdk.TestKit.Analyzers;

namespace HyperscaleSdk.Analyzers.Tests.PersonalDataFlow;

public sealed class AttributeSourceTests
{
    [Fact]
    public async Task Property_InInterpolation_ReportsTheHole()
    {
        await AnalyzerTest.For<PersonalDataFlowAnalyzer>().WithSource("""
            using HyperscaleSdk;
            using Microsoft.Extensions.AI;

            public sealed class Patient
            {
                [PersonalData(PersonalDataKind.ResidentRegistrationNumber)]
                public string Number { get; set; } = "";
            }

            public sealed class Desk(IChatClient chat)
            {
                public async Task AskAsync(Patient patient)
                {
                    await chat.GetResponseAsync($"Summarise {[|patient.Number|]}");
                }
            }
            """).RunAsync(TestContext.Current.CancellationToken);
    }
}
