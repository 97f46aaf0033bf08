using System.Globalization;
using HyperscaleSdk.Cli.Spec.Docs.Building;
using HyperscaleSdk.Cli.Spec.Docs.Content;

namespace HyperscaleSdk.Cli.Spec.Docs.Html;

/// <summary>Draws prices as bars. Lengths are shares of the width, so that letters keep their size on a phone.</summary>
internal sealed class HtmlPriceChart(HtmlWriter html, DocsTexts texts)
{
    private const int LongestLabel = 60;
    private const int Gap = 16;
    private const int LabelHeight = 18;
    private const int BarHeight = 10;
    private const int BarStep = 17;
    private const double LongestBar = 82;

    public void Write(PriceChart chart)
    {
        var most = chart.Bars.Max(bar => Math.Max(bar.Input ?? 0, bar.Output ?? 0));
        var height = chart.Bars.Sum(HeightOf) - Gap;
        using (html.Open("div", ("class", "chart")))
        {
            html.Leaf("p", texts.ChartTitle, ("class", "chart-title"));
            using (html.Open("p", ("class", "legend")))
            {
                Legend("in", texts.Input);
                Legend("out", texts.Output);
            }

            using (html.Open("svg", ("xmlns", "http://www.w3.org/2000/svg"), ("class", "bars"), ("width", "100%"), ("height", Text(height)), ("role", "img"), ("aria-label", texts.ChartTitle)))
            {
                var top = 0;
                foreach (var bar in chart.Bars)
                {
                    html.Leaf("text", SafeText.OneLine(bar.Model, LongestLabel), ("class", "bar-label"), ("x", "0"), ("y", Text(top + 11)));
                    var at = top + LabelHeight;
                    at = Bar("in", texts.Input, bar.Model, bar.Input, most, at);
                    Bar("out", texts.Output, bar.Model, bar.Output, most, at);
                    top += HeightOf(bar);
                }
            }
        }
    }

    private static int HeightOf(PriceBar bar) => LabelHeight + ((bar.Input is null ? 0 : BarStep) + (bar.Output is null ? 0 : BarStep)) + Gap;

    private void Legend(string style, string text)
    {
        html.Leaf("span", "", ("class", "key " + style));
        html.Text(text + " ");
    }

    private int Bar(string style, string name, string model, decimal? price, decimal most, int top)
    {
        if (price is not { } amount)
        {
            return top;
        }

        var width = most == 0 ? 0 : (double)amount / (double)most * LongestBar;
        var share = width.ToString("0.##", CultureInfo.InvariantCulture) + "%";
        using (html.Open("rect", ("class", style), ("x", "0"), ("y", Text(top)), ("width", share), ("height", Text(BarHeight)), ("rx", "2")))
        {
            html.Leaf("title", $"{model}, {name}: {Numbers.Text(amount)} KRW");
        }

        html.Leaf("text", Numbers.Text(amount), ("class", "bar-value"), ("x", share), ("dx", "6"), ("y", Text(top + BarHeight - 1)));
        return top + BarStep;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
