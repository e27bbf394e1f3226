using Chancery.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Chancery.Web.Pages.Reports;

/// <summary>One paragraph of a report with its marks, each a link to its entry in the side list.</summary>
internal static class MarkedParagraph
{
    public static RenderFragment Of(Reading reading, MarkedText marks, TextSpan span, TextSpan? sought) => builder => Add(builder, reading, marks, span, sought);

    private static void Add(RenderTreeBuilder builder, Reading reading, MarkedText marks, TextSpan span, TextSpan? sought)
    {
        builder.OpenElement(0, "p");
        builder.AddAttribute(1, "dir", "auto");
        bool isFound = false;
        foreach (MarkedSegment segment in marks.Segments(span, sought))
        {
            string text = reading.Report[segment.Span].ToString();
            bool isSought = sought is { } words && words.Overlaps(segment.Span);
            if (isSought)
            {
                builder.OpenElement(11, "mark");
                builder.AddAttribute(12, "class", "sought");
                // The place to come to, once in the page.
                if (!isFound && segment.Span.Contains(sought!.Value.Start))
                {
                    builder.AddAttribute(13, "id", "sought");
                    isFound = true;
                }
            }
            if (segment.Over.IsEmpty)
            {
                VisibleText.Add(builder, text);
                if (isSought)
                    builder.CloseElement();
                continue;
            }
            // A place to come back to for each entry that begins here; the first is the mark itself.
            foreach (Mark begun in segment.Begins.Skip(1))
            {
                builder.OpenElement(2, "span");
                builder.AddAttribute(3, "id", "w-" + begun.Entry);
                builder.CloseElement();
            }
            builder.OpenElement(4, "a");
            builder.AddAttribute(5, "href", "#" + segment.Over[0].Entry);
            if (!segment.Begins.IsEmpty)
                builder.AddAttribute(6, "id", "w-" + segment.Begins[0].Entry);
            else
                builder.AddAttribute(7, "tabindex", "-1"); // the rest of a mark: one stop for the keyboard is enough
            builder.AddAttribute(8, "class", "m " + string.Join(' ', segment.Over.Select(m => Class(m.Layer)).Distinct()));
            builder.AddAttribute(9, "data-e", string.Join(' ', segment.Over.Select(m => m.Entry).Distinct()));
            builder.AddAttribute(10, "title", Shown.Words(string.Join("; ", segment.Over.Select(m => m.Title).Distinct()), 300));
            VisibleText.Add(builder, text);
            builder.CloseElement();
            if (isSought)
                builder.CloseElement();
        }
        builder.CloseElement();
    }

    private static string Class(MarkLayer layer) => layer switch
    {
        MarkLayer.Statement => "st",
        MarkLayer.Cue => "st cue",
        MarkLayer.Commitment => "co",
        MarkLayer.Actor => "na",
        MarkLayer.Time => "ti",
        MarkLayer.Place => "pl",
        MarkLayer.Cooperation => "ev good",
        _ => "ev bad",
    };
}
