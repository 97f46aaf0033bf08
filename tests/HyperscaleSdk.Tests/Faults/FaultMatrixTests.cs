using System.Net;
using System.Text;
using System.Text.Json;
using HyperscaleSdk.Emulator;

namespace HyperscaleSdk.Tests.Faults;

/// <summary>Every cell of <see cref="FaultTable"/>: what the caller sees, how often the server was asked, and what the ledger says.</summary>
public sealed class FaultMatrixTests
{
    private const int Limit = 120_000;

    public static TheoryData<string, string, string> Cells
    {
        get
        {
            TheoryData<string, string, string> cells = [];
            foreach (var row in FaultTable.Rows)
            {
                foreach (var wire in FaultWire.All)
                {
                    foreach (var operation in wire.Operations)
                    {
                        cells.Add(row.Fault, wire.Name, operation);
                    }
                }
            }

            return cells;
        }
    }

    [Theory(Timeout = Limit)]
    [MemberData(nameof(Cells))]
    public async Task Fault_OnEveryCall_ComesToWhatTheTableSays(string fault, string wire, string operation)
    {
        var row = FaultTable.Rows.Single(row => row.Fault == fault);
        var format = FaultWire.Get(wire);
        var expected = row.Of(format, operation);
        var seen = await FaultCall.RunAsync(row, format, operation);

        Assert.Contains(seen.Failure?.GetType(), (Type?[])[expected.Failure, expected.OrFailure ?? expected.Failure]);
        if (ReferenceEquals(expected, FaultCell.Impossible))
        {
            var refusal = Assert.IsType<HyperscaleRequestException>(seen.Failure);
            Assert.Equal(HttpStatusCode.BadRequest, refusal.StatusCode);
            Assert.Contains("cannot happen here", refusal.ProviderMessage, StringComparison.Ordinal);
        }
        else if (expected.Failure is null && operation != FaultOperations.Embedding)
        {
            Assert.NotEmpty(seen.Received);
        }

        Assert.Equal(expected.Requests, seen.RequestsAtServer);
        Assert.Equal(expected.Requests, seen.Sent.Count);
        Assert.Equal(0, seen.OpenReservations);
        Assert.Equal(Enumerable.Range(1, expected.Requests), seen.Rows.Select(entry => entry.Attempt));
        for (var i = 0; i < seen.Rows.Count; i++)
        {
            Assert.Equal(expected.Outcome, seen.Rows[i].Outcome);
            Assert.Contains(seen.Rows[i].UnitSource, (UsageUnitSource[])[expected.Units, expected.OrUnits ?? expected.Units]);
            AssertAmounts(seen.Rows[i], seen, seen.Sent[i]);
        }
    }

    [Fact]
    public async Task Table_OfFaults_HasEveryFaultOfTheEmulator()
    {
        await using var host = await EmulatorHost.StartAsync();
        using var http = new HttpClient();
        using var list = JsonDocument.Parse(await http.GetStringAsync(new Uri(host.BaseAddress, "/_emulator/faults")));
        var names = list.RootElement.GetProperty("faults").EnumerateArray().Select(fault => fault.GetProperty("name").GetString()!).Order(StringComparer.Ordinal);

        Assert.Equal(names, FaultTable.Rows.Select(row => row.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        Assert.Equal(FaultTable.Rows.Count, FaultTable.Rows.Select(row => row.Fault).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Table_Differences_AreOfCallsThatExistAndDiffer()
    {
        foreach (var row in FaultTable.Rows)
        {
            foreach (var (wire, operation, cell, why) in row.Differences)
            {
                Assert.Contains(operation, FaultWire.Get(wire).Operations);
                Assert.NotEqual((row with { Differences = [] }).Of(FaultWire.Get(wire), operation), cell);
                Assert.NotEmpty(why);
            }
        }
    }

    private static void AssertAmounts(UsageRow row, FaultOutcome seen, int sentBytes)
    {
        switch (row.UnitSource)
        {
            case UsageUnitSource.None:
                Assert.Equal((0L, 0L, 0m), (row.InputTokens, row.OutputTokens, row.CostKrw));
                Assert.Empty(seen.Billed);
                return;
            case UsageUnitSource.Reported:
                // What had been reported when an answer broke off is less than what the server has done since.
                var billed = Assert.Single(seen.Billed);
                Assert.Equal(billed.InputTokens, row.InputTokens);
                Assert.InRange(row.OutputTokens ?? 0, row.Outcome == WireCallOutcome.Completed ? billed.OutputTokens : 0, billed.OutputTokens);
                break;
            default:
                // What was sent, and what the caller got before it broke off.
                Assert.Equal(Runtime.TokenEstimate.FromBytes(sentBytes), row.InputTokens);
                Assert.Equal(Runtime.TokenEstimate.FromBytes(Encoding.UTF8.GetByteCount(seen.Received)), row.OutputTokens ?? 0);
                break;
        }

        Assert.Equal(row.Price?.CostOf(row.InputTokens, row.CachedInputTokens, row.OutputTokens), row.CostKrw);
    }
}
