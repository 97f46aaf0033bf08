using Microsoft.Extensions.AI;

namespace HyperscaleSdk.Tests.Transparency;

public sealed class SyntheticMediaTests
{
    private static readonly DataContent Image = new(new byte[] { 1, 2, 3 }, "image/png");

    [Fact]
    public void MarkSynthetic_CallerDrawsTheMark_AddsTheMachineReadableOne()
    {
        var marked = Image.MarkSynthetic(image => new DataContent(new byte[] { 9, 9, 9, 9 }, image.MediaType), "painter-1");

        Assert.Equal(4, marked.Data.Length);
        Assert.Equal(true, marked.AdditionalProperties![SyntheticMediaExtensions.Property]);
        Assert.Equal("painter-1", marked.AdditionalProperties[SyntheticMediaExtensions.ModelProperty]);
        Assert.Null(Image.AdditionalProperties);
    }

    [Fact]
    public void MarkSynthetic_ContentUnchanged_Throws()
    {
        Assert.Throws<InvalidOperationException>(() => Image.MarkSynthetic(image => image));
        Assert.Throws<InvalidOperationException>(() => Image.MarkSynthetic(image => new DataContent(image.Data, image.MediaType)));
    }
}
