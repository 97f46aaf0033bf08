// 쇼핑몰 상담 서비스의 첫 버전입니다. 흔한 실수 여덟 가지를 일부러 담았습니다. README.md를 보십시오.
// The first version of a shop's support service, with eight common mistakes planted. See README.md.
using Compliance;
using HyperscaleSdk;
using Microsoft.Extensions.AI;

var builder = WebApplication.CreateBuilder(args);
await using var ledger = await SqliteUsageLedger.OpenAsync("usage.db");

// HSAI0006, HSAI0014: 소스에 적은 키(실제 키가 아님), 평문 HTTP / a key in the source (not a real one), plain HTTP
var options = new UpstageOptions
{
    ApiKey = builder.Configuration["Hyperscale:upstage:ApiKey"] ?? "up_Jx83kd02LmQp47Zt91Ws6Yb5",
    BaseAddress = new Uri(builder.Configuration["Hyperscale:upstage:BaseAddress"] ?? "http://api.upstage.ai/v1/"),
};

// HSAI0003: 바우처 예산은 걸었지만 원장에 남지 않는 호출 / a voucher's budget, and calls that no ledger sees
IChatClient chat = new UpstageChatClient(options).UseVoucherBudget("shop-2026");

var app = builder.Build();
var desk = new SupportDesk(chat, app.Logger);

// HSAI0011: AI 표시가 없는 답 / an answer that does not say that AI wrote it
app.MapPost("/answers", async (Question question) => (await chat.GetResponseAsync(question.Text)).Text);

app.MapPost("/adult-check", (Member member) => desk.IsAdultAsync(member));
app.MapPost("/delay-notice", (Member member) => desk.DraftDelayNoticeAsync(member));
app.MapPost("/topic", (Question question) => desk.ClassifyAsync(question.Text));
app.MapPost("/notes", (Question question) => desk.SaveNoteAsync(question.Text));
Directory.CreateDirectory("notes");
await app.RunAsync();
