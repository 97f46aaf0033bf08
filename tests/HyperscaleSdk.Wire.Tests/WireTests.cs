using HyperscaleSdk.Wire.Tests.Mock;

namespace HyperscaleSdk.Wire.Tests;

/// <summary>Generated clients talk to a server that checks every request against the document, and read the answers that it makes of the document.</summary>
public sealed class WireTests(PrismInstall prism, WireTable table, ITestOutputHelper output) : IClassFixture<WireTable>
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task Operations_OfADocument_AreAcceptedAndTheirAnswersRead(string document)
    {
        var path = WireDocuments.Find(document);
        Assert.SkipWhen(path is null, $"{document} is absent: the corpus of real documents lies beside the repository, in shared/corpus.");
        Assert.SkipWhen(prism.Missing is not null, prism.Missing ?? "");
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        deadline.CancelAfter(Patience);
        var starting = PrismServer.StartAsync(path, deadline.Token);
        var loading = Task.Run(() => WireDocument.Load(path, deadline.Token));
        await using var server = await starting;
        var loaded = await loading;
        using var handler = new WireHandler();
        using var client = loaded.Client(server.Address, handler);
        var row = new WireRow(document, loaded.Operations.Count);

        foreach (var operation in loaded.Operations)
        {
            // Once with nothing but what is required, and once with everything.
            row.Add(operation.Plan.Id, [await CallAsync(isFull: false), await CallAsync(isFull: true)]);

            async Task<WireOutcome> CallAsync(bool isFull)
            {
                handler.Forget();
                var failure = await Record.ExceptionAsync(() => operation.CallAsync(client, loaded.Document.Root, isFull, deadline.Token));
                return Outcome(handler.Last, failure, isFull ? "with everything" : "with what is required");
            }
        }

        table.Add(row);
        output.WriteLine(WireRow.Head + row);
        Assert.True(row.Problems.Count == 0, string.Join('\n', row.Problems));
        Assert.Equal(row.Operations, row.Read + row.LeftOutCount);
        Assert.InRange(row.LeftOutCount, 0, row.Operations / 10);
    }

    public static TheoryData<string> Documents() => [.. WireDocuments.Names];

    private static WireOutcome Outcome(WireExchange? exchange, Exception? failure, string how) => (exchange, failure) switch
    {
        (_, NotSupportedException reason) => new WireOutcome(IsAccepted: false, Problem: null, "no value was found: " + reason.Message),
        (_, OperationCanceledException) => new WireOutcome(IsAccepted: false, "it took too long", LeftOut: null),
        ({ IsFaultOfDocument: true }, _) => new WireOutcome(IsAccepted: true, Problem: null, "the document's example of the answer does not fit its own schema"),
        ({ IsAccepted: true }, null) => WireOutcome.Good,
        ({ IsAccepted: true }, _) => new WireOutcome(IsAccepted: true, $"the answer to the call {how} cannot be read: {failure}\n    {exchange}", LeftOut: null),
        _ => new WireOutcome(IsAccepted: false, $"the call {how} is refused: {exchange?.ToString() ?? failure?.ToString()}", LeftOut: null),
    };
}
