namespace HyperscaleSdk.Analyzers.Tests.PersonalDataFlow;

/// <summary>The control-flow and data-flow variants of the Juliet suite that stay within one method.</summary>
public sealed class JulietTests
{
    [Theory]
    [InlineData("01", "", """await chat.GetResponseAsync([|patient.Number|]);""")]
    [InlineData("02 good", "", """var data = note; if (false) { data = patient.Number; } await chat.GetResponseAsync(data);""")]
    [InlineData("02 bad", "", """var data = note; if (true) { data = patient.Number; } await chat.GetResponseAsync([|data|]);""")]
    [InlineData("03 good", "", """var data = note; if (5 != 5) { data = patient.Number; } await chat.GetResponseAsync(data);""")]
    [InlineData("03 bad", "", """var data = note; if (5 == 5) { data = patient.Number; } await chat.GetResponseAsync([|data|]);""")]
    [InlineData("04 good", "private const bool Off = false;", """var data = note; if (Off) { data = patient.Number; } await chat.GetResponseAsync(data);""")]
    [InlineData("06 good", "private const int Five = 5;", """var data = note; if (Five != 5) { data = patient.Number; } await chat.GetResponseAsync(data);""")]
    [InlineData("09 good", "private static readonly bool Off = false;", """var data = note; if (Off) { data = patient.Number; } await chat.GetResponseAsync(data);""")]
    [InlineData("09 bad", "private static readonly bool On = true;", """var data = note; if (On) { data = patient.Number; } await chat.GetResponseAsync([|data|]);""")]
    [InlineData("13 good", "private static readonly int Five = 5;", """var data = note; if (Five != 5) { data = patient.Number; } await chat.GetResponseAsync(data);""")]
    [InlineData("14 bad", "private static int _five = 5;", """var data = note; if (_five == 5) { data = patient.Number; } await chat.GetResponseAsync([|data|]);""")]
    [InlineData("15 bad", "", """var data = note; switch (6) { case 6: data = patient.Number; break; default: break; } await chat.GetResponseAsync([|data|]);""")]
    [InlineData("16 bad", "", """var data = note; while (true) { data = patient.Number; break; } await chat.GetResponseAsync([|data|]);""")]
    [InlineData("16 good", "", """var data = patient.Number; while (true) { data = note; break; } await chat.GetResponseAsync(data);""")]
    [InlineData("17 bad", "", """var data = note; for (var i = 0; i < 1; i++) { data = patient.Number; } await chat.GetResponseAsync([|data|]);""")]
    [InlineData("31 bad", "", """var data = patient.Number; { var copy = data; var other = copy; await chat.GetResponseAsync([|other|]); }""")]
    [InlineData("66 bad", "", """var array = new string[5]; array[2] = patient.Number; await chat.GetResponseAsync([|array[2]|]);""")]
    [InlineData("66 good", "", """var array = new string[5]; array[2] = patient.Number; array[1] = note; await chat.GetResponseAsync(array[1]);""")]
    [InlineData("67 bad", "", """var box = new Memo(); box.Text = patient.Number; await chat.GetResponseAsync([|box.Text|]);""")]
    [InlineData("71 bad", "", """object data = patient.Number; await chat.GetResponseAsync([|(string)data|]);""")]
    [InlineData("72 bad", "", """var table = new System.Collections.Hashtable(); table[0] = patient.Number; await chat.GetResponseAsync([|(string)table[0]!|]);""")]
    [InlineData("73 bad", "", """var list = new LinkedList<string>(); list.AddLast(patient.Number); await chat.GetResponseAsync([|list.Last!.Value|]);""")]
    [InlineData("74 bad", "", """var map = new Dictionary<int, string>(); map.Add(0, patient.Number); await chat.GetResponseAsync([|map[0]|]);""")]
    [InlineData("75 bad", "", """var json = JsonSerializer.Serialize(patient.Number); var data = JsonSerializer.Deserialize<string>(json); await chat.GetResponseAsync([|data|]!);""")]
    public async Task Variant_WithinOneMethod_IsToldApart(string variant, string member, string body)
    {
        var source = FlowSnippets.InMethod(body).Replace("private object[] Used", member + " private object[] Used", StringComparison.Ordinal);

        var diagnostics = await FlowSnippets.RunSourceAsync(source);

        Assert.True(variant.EndsWith("good", StringComparison.Ordinal) == (diagnostics.Count == 0), variant);
    }
}
