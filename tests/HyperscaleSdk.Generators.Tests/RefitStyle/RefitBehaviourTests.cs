using System.Globalization;
using System.Reflection;
using System.Text;
using HyperscaleSdk.TestKit;
using Refit;

namespace HyperscaleSdk.Generators.Tests.RefitStyle;

/// <summary>Calls of a compiled interface, sent in Refit's way: what stands on the wire is what the document says, and the answer is typed.</summary>
public sealed class RefitBehaviourTests
{
    private const string Document = """
        openapi: 3.1.0
        info: { title: Shop, version: "1" }
        servers: [{ url: https://shop.example/v1 }]
        components:
          securitySchemes: { key: { type: http, scheme: bearer } }
          schemas:
            Status: { type: string, enum: [open, in-transit] }
            Order:
              type: object
              required: [order_id]
              properties: { order_id: { type: string }, status: { $ref: '#/components/schemas/Status' }, placed: { type: string, format: date-time }, lines: { type: array, items: { type: integer } } }
            Login:
              type: object
              required: [user_name]
              properties: { user_name: { type: string }, remember_me: { type: boolean }, scopes: { type: array, items: { type: string } }, status: { $ref: '#/components/schemas/Status' }, born: { type: string, format: date } }
            Page: { type: object, properties: { page_size: { type: integer }, sort_by: { type: array, items: { type: string } }, newest_first: { type: boolean } } }
        paths:
          /shops/{shop_id}/orders/{order id}:
            get:
              operationId: getOrder
              tags: [orders]
              parameters:
                - { name: shop_id, in: path, required: true, schema: { type: string } }
                - { name: order id, in: path, required: true, schema: { type: integer } }
                - { name: status, in: query, schema: { type: array, items: { $ref: '#/components/schemas/Status' } } }
                - { name: sort-by, in: query, schema: { $ref: '#/components/schemas/Status' } }
                - { name: fields, in: query, explode: false, schema: { type: array, items: { type: string } } }
                - { name: since, in: query, schema: { type: string, format: date-time } }
                - { name: open, in: query, schema: { type: boolean } }
                - { name: range, in: query, style: deepObject, schema: { type: object, properties: { from: { type: string, format: date }, max: { type: number } } } }
                - { name: page, in: query, schema: { $ref: '#/components/schemas/Page' } }
                - { name: X-Trace, in: header, schema: { type: string } }
                - { name: session, in: cookie, schema: { type: string } }
              responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Order' } } } } }
          /orders:
            post:
              operationId: placeOrder
              tags: [orders]
              parameters: [{ name: dry_run, in: query, schema: { type: boolean } }, { name: tags, in: query, schema: { type: array, items: { type: string } } }]
              requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Order' } } } }
              responses: { '201': { description: ok, content: { application/json: { schema: { type: array, items: { $ref: '#/components/schemas/Order' } } } } } }
          /login:
            post:
              operationId: logIn
              tags: [orders]
              requestBody: { required: true, content: { application/x-www-form-urlencoded: { schema: { $ref: '#/components/schemas/Login' } } } }
              responses: { '204': { description: ok } }
          /orders/{id}/papers:
            post:
              operationId: attach
              tags: [orders]
              parameters: [{ name: id, in: path, required: true, schema: { type: string } }, { name: id, in: query, schema: { type: string } }]
              requestBody:
                required: true
                content:
                  multipart/form-data:
                    schema:
                      type: object
                      required: [main-file, note]
                      properties:
                        main-file: { type: string, format: binary }
                        more: { type: array, items: { type: string, format: binary } }
                        note: { type: string }
                        copies: { type: integer }
                        order: { $ref: '#/components/schemas/Order' }
                        labels: { type: array, items: { type: string } }
              responses: { '200': { description: ok, content: { text/plain: { schema: { type: string } } } } }
          /orders/{id}/note:
            put:
              operationId: putNote
              tags: [orders]
              parameters: [{ name: id, in: path, required: true, style: matrix, schema: { type: string } }]
              requestBody: { required: true, content: { text/csv: { schema: { type: string } } } }
              responses: { '204': { description: ok } }
          /events:
            get:
              operationId: watch
              tags: [orders]
              responses: { '200': { description: ok, content: { text/event-stream: { schema: { $ref: '#/components/schemas/Order' } } } } }
        """;

    // What a user of the interface writes: it compiles against what is generated, and only the calls into it are late-bound.
    private const string Consumer = """
        using System;
        using System.Collections.Generic;
        using System.IO;
        using System.Linq;
        using System.Net.ServerSentEvents;
        using System.Text;
        using System.Text.Json;
        using System.Threading.Tasks;
        using Generated.Shop;
        using Refit;

        internal static class Calls
        {
            public static async Task<string> GetOrder(IShopOrdersApi api)
            {
                var order = await api.GetOrderAsync("a/b ", 7, status: [Status.Open, Status.InTransit], sortBy: Status.InTransit, fields: ["x", "y"], since: new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero),
                    open: true, rangeFrom: new DateOnly(2026, 1, 2), rangeMax: 0.5, page: new Page { PageSize = 20, SortBy = ["a", "b"], NewestFirst = false }, xTrace: "t", cookies: "session=1");
                return $"{order.OrderId} {order.Status} {order.Placed:yyyy} {order.Lines!.Sum()} {order.AdditionalProperties!.Count}";
            }

            public static async Task<string> PlaceOrder(IShopOrdersApi api)
                => (await api.PlaceOrderAsync(new Order { OrderId = "1", Status = "new" }, dryRun: false, tags: ["t"])).Single().OrderId;

            public static async Task<string> LogIn(IShopOrdersApi api)
            {
                await api.LogInAsync(new Login { UserName = "가 나", RememberMe = true, Scopes = ["r", "w"], Status = Status.Open, Born = new DateOnly(2000, 12, 31) });
                return "";
            }

            public static Task<string> Attach(IShopOrdersApi api) => api.AttachAsync(
                "1", new StreamPart(new MemoryStream("one"u8.ToArray()), "1.txt", "text/plain"), "a note", [new StreamPart(new MemoryStream("two"u8.ToArray()), "2.txt")], 3, new Order { OrderId = "9" }, ["l", "m"], id2: "2");

            public static async Task<string> PutNote(IShopOrdersApi api)
            {
                await api.PutNoteAsync("5", "a,b");
                return "";
            }

            public static async Task<string> Watch(IShopOrdersApi api)
            {
                await using var stream = await api.WatchStreamingAsync();
                var ids = new StringBuilder();
                await foreach (var item in SseParser.Create(stream, (_, data) => JsonSerializer.Deserialize<Order>(data)!).EnumerateAsync())
                {
                    ids.Append(item.Data.OrderId);
                }

                return ids.ToString();
            }

            public static RefitSettings Settings() => ShopRefit.CreateSettings();
        }
        """;

    private static readonly Lazy<Assembly> Compiled = new(() => new RefitRun("shop.yaml", Document, "Shop").Compile(Consumer).Load(collectible: false));

    [Fact]
    public async Task Get_WithParametersOfEveryKind_IsAsTheDocumentSays()
    {
        var (answer, handler) = await CallAsync("GetOrder", """{"order_id":"7","status":"lost","placed":"2026-05-06T07:08:09Z","lines":[1,2],"later":true}""");

        Assert.Equal("7 lost 2026 3 1", answer);
        Assert.Equal(
            "/v1/shops/a%2Fb%20/orders/7?status=open&status=in-transit&sort-by=in-transit&fields=x%2Cy&since=2026-01-02T03%3A04%3A05.0000000%2B00%3A00&open=true"
                + "&range%5Bfrom%5D=2026-01-02&range%5Bmax%5D=0.5&page_size=20&sort_by=a&sort_by=b&newest_first=false",
            handler.Request!.RequestUri!.PathAndQuery);
        Assert.Equal("t", Header(handler, "X-Trace"));
        Assert.Equal("session=1", Header(handler, "Cookie"));
        Assert.Equal("application/json", Header(handler, "Accept"));
        Assert.Equal("Bearer", Header(handler, "Authorization"));
    }

    [Fact]
    public async Task Get_WithRefitsOwnSettings_WritesBooleansInDotNetsWay()
    {
        var (_, handler) = await CallAsync("GetOrder", """{"order_id":"7","status":"lost","placed":"2026-05-06T07:08:09Z","lines":[1,2],"later":true}""", settings: new RefitSettings());

        // This is why settings are generated.
        Assert.Contains("open=True&range%5Bfrom%5D=01%2F02%2F2026", handler.Request!.RequestUri!.Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_OfJson_IsWrittenByTheModelsOwnCode()
    {
        var (answer, handler) = await CallAsync("PlaceOrder", """[{"order_id":"2"}]""");

        Assert.Equal("2", answer);
        Assert.Equal(("POST", "/v1/orders?dry_run=false&tags=t"), (handler.Request!.Method.Method, handler.Request.RequestUri!.PathAndQuery));
        Assert.Equal("""{"order_id":"1","status":"new"}""", handler.Body);
        Assert.Equal("application/json", handler.Request.Content!.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task Post_OfAForm_HasTheNamesOfTheDocument()
    {
        var (_, handler) = await CallAsync("LogIn", "");

        Assert.Equal("user_name=%EA%B0%80+%EB%82%98&remember_me=true&scopes=r&scopes=w&status=open&born=2000-12-31", handler.Body);
        Assert.Equal("application/x-www-form-urlencoded", handler.Request!.Content!.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task Post_OfParts_HasFilesTextsAndJson()
    {
        var (answer, handler) = await CallAsync("Attach", "done", "text/plain");

        Assert.Equal("done", answer);
        Assert.Equal("/v1/orders/1/papers?id=2", handler.Request!.RequestUri!.PathAndQuery);
        Assert.Equal("multipart/form-data", handler.Request.Content!.Headers.ContentType!.MediaType);
        Assert.Equal(
            [
                "main-file 1.txt text/plain one", "note  text/plain a note", "more 2.txt  two", "copies  application/json 3",
                """order  application/json {"order_id":"9"}""", "labels  text/plain l", "labels  text/plain m",
            ],
            Parts(handler.Body),
            StringComparer.Ordinal);
    }

    [Fact]
    public async Task Put_OfText_HasItsMediaType()
    {
        var (_, handler) = await CallAsync("PutNote", "");

        Assert.Equal(("PUT", "/v1/orders/;id=5/note"), (handler.Request!.Method.Method, handler.Request.RequestUri!.PathAndQuery));
        Assert.Equal("a,b", handler.Body);
        Assert.Equal("text/csv", handler.Request.Content!.Headers.ContentType!.ToString());
    }

    [Fact]
    public async Task Get_OfEvents_IsAStreamForTheParser()
    {
        var (answer, handler) = await CallAsync("Watch", "data: {\"order_id\":\"1\"}\n\ndata: {\"order_id\":\"2\"}\n\n", "text/event-stream");

        Assert.Equal("12", answer);
        Assert.Equal("text/event-stream", Header(handler, "Accept"));
    }

    private static async Task<(string Answer, StubHandler Handler)> CallAsync(string call, string answer, string mediaType = "application/json", RefitSettings? settings = null)
    {
        var calls = Compiled.Value.GetType("Calls", throwOnError: true)!;
        var handler = new StubHandler(answer, mediaType);
        using var client = new HttpClient(handler);
        client.BaseAddress = new Uri("https://shop.example/v1/");
        settings ??= (RefitSettings)calls.GetMethod("Settings")!.Invoke(null, null)!;
        var api = RefitProxy.For(Compiled.Value.GetType("Generated.Shop.IShopOrdersApi", throwOnError: true)!, client, settings);
        return (await (Task<string>)calls.GetMethod(call)!.Invoke(null, [api])!, handler);
    }

    private static string Header(StubHandler handler, string name) => handler.Request!.Headers.NonValidated[name].ToString();

    private static IEnumerable<string> Parts(string body)
    {
        foreach (var part in body.Split("------MyGreatBoundary", StringSplitOptions.RemoveEmptyEntries))
        {
            var end = part.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            if (end >= 0)
            {
                var headers = part[..end];
                yield return $"{Value(headers, "name=")} {Value(headers, "filename=")} {Value(headers, "Content-Type:").Split(';')[0]} {part[(end + 4)..].TrimEnd()}";
            }
        }
    }

    private static string Value(string headers, string name)
    {
        var at = headers.IndexOf(" " + name, StringComparison.Ordinal);
        at = at < 0 ? headers.IndexOf("\n" + name, StringComparison.Ordinal) : at;
        return at < 0 ? "" : headers[(at + name.Length + 1)..].Split('\r')[0].Split(name.EndsWith('=') ? ';' : '\r')[0].Trim().Trim('"');
    }
}
