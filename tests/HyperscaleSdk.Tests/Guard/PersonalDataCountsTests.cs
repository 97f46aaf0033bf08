namespace HyperscaleSdk.Tests.Guard;

public sealed class PersonalDataCountsTests
{
    [Fact]
    public void Of_CountsInAnyOrder_AreSummedAndSorted()
    {
        var counts = PersonalDataCounts.Of(
        [
            new(PersonalDataKind.Phone, PersonalDataAction.Placeholder, 1),
            new(PersonalDataKind.ResidentRegistrationNumber, PersonalDataAction.Block, 2),
            new(PersonalDataKind.Phone, PersonalDataAction.Mask, 1),
            new(PersonalDataKind.Phone, PersonalDataAction.Mask, 2),
        ])!;

        Assert.Equal("ResidentRegistrationNumber:2 blocked;Phone:3 masked;Phone:1 replaced", counts.ToString());
        Assert.Equal(counts, PersonalDataCounts.Parse(counts.ToString()));
        Assert.Equal(new PersonalDataCount(PersonalDataKind.Phone, PersonalDataAction.Mask, 3), counts.ToList()[1]);
        Assert.Null(PersonalDataCounts.Of([]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("010-1234-5678")]
    [InlineData("Phone:1 masked;")]
    [InlineData("Phone:01 masked")]
    [InlineData("Phone:0 masked")]
    [InlineData("Phone:-1 masked")]
    [InlineData("4:1 masked")]
    [InlineData("Phone:1  masked")]
    [InlineData("Phone:1 masked;Phone:1 masked")]
    [InlineData("Phone:1 masked;Name:1 masked")]
    [InlineData("Name,Phone:1 masked")]
    [InlineData("Phone:1 010-1234-5678")]
    public void Parse_AnythingElse_IsRefused(string text) => Assert.Throws<FormatException>(() => PersonalDataCounts.Parse(text));

    [Fact]
    public void Of_WhatIsNoCount_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => PersonalDataCounts.Of([new(PersonalDataKind.Phone, PersonalDataAction.Mask, 0)]));
        Assert.Throws<ArgumentException>(() => PersonalDataCounts.Of([new((PersonalDataKind)99, PersonalDataAction.Mask, 1)]));
    }
}
