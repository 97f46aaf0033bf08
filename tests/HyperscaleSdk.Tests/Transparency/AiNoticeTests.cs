using System.Globalization;
using Microsoft.Extensions.DependencyInjection;

namespace HyperscaleSdk.Tests.Transparency;

public sealed class AiNoticeTests
{
    [Fact]
    public void AddAiNotice_WithoutTexts_RegistersTheDefaults()
    {
        using var services = new ServiceCollection().AddAiNotice().BuildServiceProvider();

        var notice = services.GetRequiredService<AiNotice>();

        Assert.Equal(AiNotice.DefaultKorean, notice.For(CultureInfo.GetCultureInfo("ko")));
        Assert.Equal(AiNotice.DefaultEnglish, notice.For(CultureInfo.GetCultureInfo("fr")));
        Assert.Equal($"{AiNotice.DefaultKorean} {AiNotice.DefaultEnglish}", notice.For(null));
    }

    [Fact]
    public void AddAiNotice_OwnText_IsTaken()
    {
        using var services = new ServiceCollection().AddAiNotice(korean: "상담 챗봇은 AI입니다.").BuildServiceProvider();

        Assert.Equal("상담 챗봇은 AI입니다.", services.GetRequiredService<AiNotice>().Korean);
    }

    [Fact]
    public void AddAiNotice_EmptyText_Throws()
        => Assert.Equal("korean", Assert.Throws<ArgumentException>(() => new ServiceCollection().AddAiNotice(korean: " ")).ParamName);
}
