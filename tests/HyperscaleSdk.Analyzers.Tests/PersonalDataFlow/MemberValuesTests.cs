using HyperscaleSdk.Analyzers.Flow;
using Microsoft.CodeAnalysis;

namespace HyperscaleSdk.Analyzers.Tests.PersonalDataFlow;

/// <summary>Looking a place up by its name finds what looking at every place would.</summary>
public sealed class MemberValuesTests
{
    private static readonly string[] Names = ["a", "ab", "a+", "list", "[*]", "[0]", "[1]", "{keys}", "이름"];

    [Fact]
    public void Find_AnyPlaceInAnyForm_IsWhatTheDefinitionSays()
    {
        string[] places = [.. Names, .. Names.SelectMany(first => Names.Select(second => first + "/" + second)), .. Names.Select(last => "list/[0]/" + last), .. Names.Select(last => "list/[*]/" + last)];
        for (var seed = 0; seed < 40; seed++)
        {
            var random = new Random(seed);
            var stored = random.GetItems(places, 12).Distinct(StringComparer.Ordinal).ToList();
            var values = new MemberValues();
            stored.ForEach(place => values.Add(place, FlowValue.Of(Origin(place))));

            foreach (var wanted in places.Append(string.Empty))
            {
                foreach (var form in Enum.GetValues<FlowForm>())
                {
                    var found = values.Find(new FlowInput(FlowInput.This, Member: null, wanted, form, uint.MaxValue));

                    // Of each kind a few are kept: what is found counts, and none may be found that is not meant.
                    var meant = stored.Where(place => IsMeant(place, wanted, form)).ToHashSet(StringComparer.Ordinal);
                    Assert.Subset(meant, found.Origins.Select(origin => origin.Name).ToHashSet(StringComparer.Ordinal));
                    Assert.Equal(Math.Min(meant.Count, 4), found.Origins.Length);
                }
            }
        }
    }

    [Fact]
    public void Find_NothingStored_IsUnknown()
    {
        Assert.Equal(FlowValue.Unknown, new MemberValues().Find(new FlowInput(FlowInput.This, Member: null, string.Empty, FlowForm.Deep, uint.MaxValue)));
    }

    private static FlowOrigin Origin(string place) => new(PersonalDataKind.Phone, PersonalDataConfidence.Strong, place, Location.None, Declaration: null);

    private static bool IsMeant(string stored, string wanted, FlowForm form) =>
        stored == wanted || wanted.StartsWith(stored + "/", StringComparison.Ordinal)
        || (form == FlowForm.Deep && (wanted.Length == 0 || stored.StartsWith(wanted + "/", StringComparison.Ordinal)))
        || IsSameElement(stored, wanted);

    private static bool IsSameElement(string stored, string wanted)
    {
        var (left, right) = (stored.LastIndexOf('['), wanted.LastIndexOf('['));
        return left >= 0 && left == right && stored[..left] == wanted[..left] && (stored.EndsWith("[*]", StringComparison.Ordinal) || wanted.EndsWith("[*]", StringComparison.Ordinal));
    }
}
