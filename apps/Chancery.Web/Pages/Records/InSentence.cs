using Chancery.Ledger;
using Chancery.Text;
using Chancery.Web.Pages.Reports;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Chancery.Web.Pages.Records;

/// <summary>The sentence an entry stands in, the words that matter marked.</summary>
public sealed class InSentence : ComponentBase
{
    [Parameter, EditorRequired] public Explained Why { get; set; } = null!;

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        TextSpan sentence = Why.Source.Sentence;
        SpanList marked = SpanList.Of(Why.Words.SelectMany(w => w.Spans)
            .Where(s => sentence.Contains(s) && s.End - sentence.Start <= Why.Sentence.Length).Select(s => new TextSpan(s.Start - sentence.Start, s.Length)));
        int at = 0;
        foreach (TextSpan span in marked)
        {
            VisibleText.Add(builder, Why.Sentence[at..span.Start]);
            builder.OpenElement(0, "mark");
            VisibleText.Add(builder, Why.Sentence[span.Start..span.End]);
            builder.CloseElement();
            at = span.End;
        }
        VisibleText.Add(builder, Why.Sentence[at..]);
    }
}
